import { cutShortIn, readRawHttp } from '../rawHttp'
import { found, incomplete, type Format } from './format'

/** Requests and answers as HTTP writes them, or as people do. */
export const rawHttpFormat: Format = {
  name: 'HTTP',
  looksLike: (text) => /\b(?:GET|POST|PUT|PATCH|DELETE|HEAD)\b|[1-5]\d\d|^\s{0,100}:(?:method|status)\b/im.test(text),
  read: (text) => {
    const exchanges = readRawHttp(text)
    const missing = exchanges.length === 0 ? undefined : cutShortIn(text)
    return missing === undefined ? found(exchanges) : incomplete(missing)
  }
}
