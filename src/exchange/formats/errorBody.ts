import { responseOfErrorBody } from '../errorBody'
import { headersShownIn } from '../headers'
import { bodyOfValue, readBody } from '../json'
import { leadingValue } from '../jsonSpans'
import { jsonValuesIn } from '../jsonValues'
import { found, incomplete, other, type Format } from './format'

const objectStart = /\{\s{0,200}"/

/** The platform’s error bodies, with whatever words around them. */
export const errorBodyFormat: Format = {
  name: 'error body',
  looksLike: (text) => objectStart.test(text),
  read: (text) => {
    const headers = headersShownIn(text)
    const responses = jsonValuesIn(text).flatMap((value) => {
      const body = bodyOfValue(value)
      return (body && responseOfErrorBody(body, headers)) ?? []
    })
    if (responses.length > 0) return found(responses.map((response) => ({ request: undefined, response })))
    const first = readBody(leadingValue(text.slice(text.search(objectStart))))
    return first?.kind === 'malformed' ? incomplete(`This looks like JSON, but it cannot be read: ${first.why}`) : other
  }
}
