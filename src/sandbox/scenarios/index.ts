import { UnknownScenario } from '../errors'
import { conversationDisconnect } from './conversationDisconnect'
import { defaultScenario } from './default'
import type { Scenario } from './scenario'

const byName: ReadonlyMap<string, Scenario> = new Map([
  ['default', defaultScenario],
  ['conversation-disconnect', conversationDisconnect]
])

/** What is told of a scenario before it is loaded. */
export interface ScenarioSummary extends Pick<Scenario, 'title' | 'summary' | 'tryThis' | 'about'> {
  readonly name: string
}

/** Every scenario, the default one first. */
export const scenarios: readonly ScenarioSummary[] = [...byName].map(([name, { title, summary, tryThis, about }]) => ({
  name,
  title,
  summary,
  tryThis,
  ...(about !== undefined && { about })
}))

/** @throws UnknownScenario, which lists those that there are */
export const findScenario = (name: string): Scenario => {
  const scenario = byName.get(name)
  if (scenario === undefined) throw new UnknownScenario(name, [...byName.keys()])
  return scenario
}
