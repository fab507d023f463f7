import type { PasteReading } from '../exchange/read'

const takes =
  'It takes cURL commands, HTTP with or without answers, a HAR, an error of a library, log lines, source code, frames of a guest’s websocket, a delivery report, or a JSON error body.'

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
