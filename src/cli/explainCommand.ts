import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { readPaste } from '../exchange/read'
import { explain } from '../followUp/explain'
import { pasteProblem } from '../followUp/pasteProblem'
import { nothingKnown } from '../model/situation'
import { explanationJson } from './explanationJson'
import { explanationText } from './explanationText'
import { UsageError } from './usage'

const read = async (file: string): Promise<string> => {
  if (file === '-') return text(process.stdin)
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** `explain [FILE or -] [--json]`: explains a pasted request or error. Everything about the conversation is unknown here: no organisation is asked. */
export const explainCommand = async (args: readonly string[], print: (line: string) => void): Promise<void> => {
  const files = args.filter((arg) => arg !== '--json')
  const [file = '-', ...others] = files
  if (others.length > 0 || (file.startsWith('-') && file !== '-')) throw new UsageError('explain takes one file, or - for standard input.')

  const reading = readPaste(await read(file))
  if (reading.kind !== 'exchanges') throw new UsageError(pasteProblem(reading) ?? '')
  const situation = nothingKnown(Date.now(), 'No organisation is asked on the command line.')
  const explanations = reading.exchanges.map((exchange) => explain(exchange, situation))
  if (args.includes('--json')) {
    const [only, ...rest] = explanations.map(explanationJson)
    print(JSON.stringify(rest.length === 0 ? only : { exchanges: [only, ...rest] }, undefined, 2))
  } else print(explanations.map(explanationText).join('\n\n\n'))
}
