import { UsageError } from './usage'

interface Options {
  readonly port?: number
  readonly scenario?: string
  readonly seed?: number
}

const wholeNumber = (name: string, value: string | undefined): number => {
  if (value === undefined || !/^\d+$/.test(value)) throw new UsageError(`${name} takes a whole number.`)
  return Number(value)
}

const readOptions = (args: readonly string[]): Options => {
  let options: Options = {}
  for (let index = 0; index < args.length; index += 2) {
    const name = args[index] ?? ''
    const value = args[index + 1]
    if (name === '--port') options = { ...options, port: wholeNumber(name, value) }
    else if (name === '--seed') options = { ...options, seed: wholeNumber(name, value) }
    else if (name === '--scenario' && value !== undefined) options = { ...options, scenario: value }
    else throw new UsageError(`sandbox does not know ${name}.`)
  }
  return options
}

/** `sandbox`: runs the local organisation until the process is told to stop. Prints its address, with fresh credentials, as one line of JSON. */
export const sandboxCommand = async (args: readonly string[], print: (line: string) => void): Promise<void> => {
  const options = readOptions(args)
  const { startSandbox } = await import('../sandbox/index')
  const sandbox = await startSandbox(options)
  print(JSON.stringify(sandbox.address))
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
  await sandbox.stop()
}
