import type { SandboxOptions, ScenarioSummary } from '../sandbox/index'
import { UsageError } from './usage'

const help = `sandbox [OPTION…]: runs a local organisation on 127.0.0.1 until it is stopped. Its first line is its address, as JSON.

  --port N             the port; any free one unless given
  --scenario NAME      the situation that it shows; “default” unless given
  --list-scenarios     lists the situations, and what to try in each
  --seed N             all ids follow from it; 1 unless given
  --conversations N    how many conversations the scenario “large” makes
  --help               prints this`

type Asked =
  | { readonly kind: 'help' }
  | { readonly kind: 'scenarios' }
  | { readonly kind: 'run'; readonly options: Pick<SandboxOptions, 'port' | 'scenario' | 'seed' | 'conversations'> }

const wholeNumber = (name: string, value: string | undefined): number => {
  if (value === undefined || !/^\d+$/.test(value)) throw new UsageError(`${name} takes a whole number.`)
  return Number(value)
}

const scenarioName = (value: string | undefined): string => {
  if (value === undefined) throw new UsageError('--scenario takes a name. --list-scenarios lists them.')
  return value
}

const readOption = (name: string, value: string | undefined): Pick<SandboxOptions, 'port' | 'scenario' | 'seed' | 'conversations'> => {
  switch (name) {
    case '--port':
      return { port: wholeNumber(name, value) }
    case '--seed':
      return { seed: wholeNumber(name, value) }
    case '--conversations':
      return { conversations: wholeNumber(name, value) }
    case '--scenario':
      return { scenario: scenarioName(value) }
    default:
      throw new UsageError(`sandbox does not know ${name}.`)
  }
}

const read = (args: readonly string[]): Asked => {
  if (args.includes('--help')) return { kind: 'help' }
  if (args.includes('--list-scenarios')) return { kind: 'scenarios' }
  let options = {}
  for (let index = 0; index < args.length; index += 2) options = { ...options, ...readOption(args[index] ?? '', args[index + 1]) }
  return { kind: 'run', options }
}

const describeScenario = ({ name, title, summary, tryThis }: ScenarioSummary): string =>
  `${name}: ${title}\n  ${summary}\n  Try: ${tryThis}\n`

/** `sandbox`: runs the local organisation until the process is told to stop. Prints its address, with fresh credentials, as one line of JSON. */
export const sandboxCommand = async (args: readonly string[], print: (line: string) => void): Promise<void> => {
  const asked = read(args)
  if (asked.kind === 'help') {
    print(help)
    return
  }
  const { scenarios, startSandbox } = await import('../sandbox/index')
  if (asked.kind === 'scenarios') {
    scenarios.map(describeScenario).forEach(print)
    return
  }
  const sandbox = await startSandbox(asked.options)
  print(JSON.stringify(sandbox.address))
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
  await sandbox.stop()
}
