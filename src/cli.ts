import { checkCommand } from './cli/check/checkCommand'
import { explainCommand } from './cli/explainCommand'
import { sandboxCommand } from './cli/sandboxCommand'
import { usage, UsageError } from './cli/usage'

const print = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

const run = async ([command, ...args]: readonly string[]): Promise<void> => {
  switch (command) {
    case 'explain':
      return explainCommand(args, print)
    case 'check':
      process.exitCode = await checkCommand(args, print)
      return
    case 'sandbox':
      return sandboxCommand(args, print)
    case '--help':
    case 'help':
      print(usage)
      return
    default:
      throw new UsageError(command === undefined ? 'Name a command.' : `There is no command “${command}”.`)
  }
}

run(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${error instanceof UsageError ? `\n${usage}\n` : ''}`)
  process.exitCode = error instanceof UsageError ? 2 : 1
})
