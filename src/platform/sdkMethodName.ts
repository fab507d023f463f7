import type { Operation } from './operations'

/** The singular as the SDKs form it; the word itself where it has none. */
const singular = (word: string): string => {
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`
  return /(?:ss|us|is)$/.test(word) ? word : word.replace(/(?<=ss|x|ch|sh)es$|s$/, '')
}

const capitalised = (word: string): string =>
  word
    .split(/[^A-Za-z0-9]+/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('')

/**
 * What the official SDKs call an operation’s method, spelt as in JavaScript and Java: the HTTP method and the path’s words, in the singular before a
 * variable; a word that has none is followed by the variable’s name. Source: purecloud-platform-client-v2 262.0.0, which names every operation under
 * /api/v2/conversations so, and all but 14 of the others.
 */
export const sdkMethodName = ({ method, path }: Operation): string => {
  const segments = path.split('/').slice(3)
  const words = segments.map((segment, at) => {
    if (segment.startsWith('{')) return ''
    const variable = segments[at + 1]
    if (variable?.startsWith('{') !== true) return capitalised(segment)
    const one = singular(segment)
    return capitalised(one) + (one === segment ? capitalised(variable.slice(1, -1)) : '')
  })
  return method.toLowerCase() + words.join('')
}
