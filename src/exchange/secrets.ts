export const removed = '‹removed›'

/** How a field that holds a secret ends, when its name is written without dashes, underscores and spaces. */
const secretName = /(?:token|secret|password|passwd|pwd|apikey|authorization|cookie|jwt)$/i

const isSecretName = (name: string): boolean => secretName.test(name.replace(/[-_ ]/g, ''))

const patterns: readonly (readonly [RegExp, string])[] = [
  [/\b(Bearer|Basic)\s+[^\s"',;]+/gi, `$1 ${removed}`],
  // Only at the start of a run of such characters: a start at every dash in it would read the rest again and again.
  [/(?<![\w-])eyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?/g, removed],
  [/(\/\/[^\s/@:]*:)[^\s/@]+(?=@)/g, `$1${removed}`],
  [/([?&]code=)[^&\s"']+/gi, `$1${removed}`],
  [/^([ \t]*(?:set-)?cookie[ \t]*:).*$/gim, `$1 ${removed}`],
  [
    /(\b\w*(?:token|secret|password|passwd|pwd|api[-_ ]?key|authorization|cookie|jwt)\b["']?[ \t]*[:=][ \t]*)("[^"]*"?|'[^']*'?|[^\s,;}&]+)/gi,
    `$1${removed}`
  ]
]

/** `text` with everything taken out that is shaped like a token, a secret or a cookie. */
export const withoutSecrets = (text: string): string =>
  patterns.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), text)

/** Deeper than anybody nests a message: what is further inside is left out, so that no text can exhaust the stack. */
const deepest = 100

/** A JSON value with the values of secret fields, and secrets inside texts, taken out. */
export const withoutSecretFields = (value: unknown, depth = 0): unknown => {
  if (typeof value === 'string') return withoutSecrets(value)
  if (typeof value !== 'object' || value === null) return value
  if (depth > deepest) return '…'
  if (Array.isArray(value)) return value.map((held) => withoutSecretFields(held, depth + 1))
  return Object.fromEntries(
    Object.entries(value).map(([key, held]: [string, unknown]) => [key, isSecretName(key) ? removed : withoutSecretFields(held, depth + 1)])
  )
}
