import type { PasteReading } from '../exchange/read'

const takes = 'It takes a cURL command, a request as HTTP with or without its answer, or a JSON error body.'

/** Why a pasted text could not be read, and what can; `undefined` when it was read. */
export const pasteProblem = (reading: PasteReading): string | undefined => {
  switch (reading.kind) {
    case 'exchanges':
      return undefined
    case 'empty':
      return `There is nothing to explain. ${takes}`
    case 'incomplete':
      return `${reading.why} Paste the whole of it.`
    case 'unrecognised':
      return `No request or error was found in the text. ${takes}`
  }
}
