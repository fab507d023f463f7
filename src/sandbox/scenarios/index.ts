import { UnknownScenario } from '../errors'
import { defaultScenario } from './default'
import type { Scenario } from './scenario'

const scenarios: ReadonlyMap<string, Scenario> = new Map([['default', defaultScenario]])

/** @throws UnknownScenario, which lists those that there are */
export const findScenario = (name: string): Scenario => {
  const scenario = scenarios.get(name)
  if (scenario === undefined) throw new UnknownScenario(name, [...scenarios.keys()])
  return scenario
}
