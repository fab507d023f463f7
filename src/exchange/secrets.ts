export const removed = '‹removed›'

/** Names of what is secret, as they end when they are written without dashes, underscores and spaces. */
const secretName =
  /(?:token|secret|password|passwd|pwd|passphrase|apikey|privatekey|authorization|cookies?|jwt|signature|credentials?|assertion|codeverifier)$/i

/** True for the name of a field, a header or a variable that holds a secret. */
export const isSecretName = (name: string): boolean => secretName.test(name.replace(/[-_ ]/g, ''))

const name =
  '(?:token|secret|password|passwd|pwd|passphrase|api[-_ ]?key|private[-_ ]?key|authorization|cookies?|jwt|signature|credentials?|assertion|code[-_]?verifier)'
/** What stands between a name and its value; quotes may be escaped, in a text inside a text. */
const between = String.raw`(?:\\*["'])?\]?[ \t]{0,40}(?:[:=]|=>)[ \t]{0,40}`
/** A value: in quotes that may be escaped, in brackets, or a word. */
const value = String.raw`\\+"[^"\n]*"?|"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|\[[^\]\n]*\]?|[^\s,;}&]+`

type Replacement = readonly [RegExp, string]

const cookies: readonly Replacement[] = [
  [/^([ \t<>*]{0,40}(?:set-)?cookie[ \t]*:).*$/gim, `$1 ${removed}`],
  // A cookie without quotes has more than one word. Its name may hang on what stands before it, where a line’s end was lost.
  [/(cookies?[ \t]{0,40}[:=][ \t]{0,40})(?![ \t"'\\[])[^\n]*/gi, `$1${removed}`],
  [/(cookies?[ \t]{0,40}[:=][ \t]{0,40})\[[^\]\n]*\]?/gi, `$1${removed}`]
]

const patterns: readonly Replacement[] = [
  ...cookies,
  [/\b(Bearer|Basic)(?:\s+|%20)[^\s"',;\\]+/gi, `$1 ${removed}`],
  // Only at the start of a run of such characters: a start at every dash in it would read the rest again and again.
  [/(?<![\w-])eyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?/g, removed],
  [/(\/\/[^\s/@:]*:)[^\s/@]+(?=@)/g, `$1${removed}`],
  [/(\/\/)[^\s/@:"'‹]+(?=@)/g, `$1${removed}`],
  // A code of OAuth, and what signs a URL: https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
  [/((?:^|[?&#])(?:code|sig|policy|key-pair-id|x-(?:amz|goog)-[\w-]{1,40}|saml_?response)=)[^&\s"'#]+/gi, `$1${removed}`],
  // curl -u name:secret
  [/((?:^|\s)(?:-u|-U|--user|--proxy-user)[ =]{0,4}["']?[^\s:"']{0,100}:)[^\s"']+/g, `$1${removed}`],
  [/(\bauthorization[ \t]{0,40}[:=][ \t]{0,40})(?![ \t"'\\[])(?:\w+[ \t]+)?[^\s,;}&]+/gi, `$1${removed}`],
  [new RegExp(String.raw`(\b\w*${name}\b${between})(?:${value})`, 'gis'), `$1${removed}`],
  // A header in a list of them: {"name": "Cookie", "value": "…"}.
  [
    new RegExp(
      String.raw`(\b(?:name|key)\\*["']?\s{0,20}:\s{0,20}\\*["']?[\w-]{0,40}${name}\\*["']?\s{0,20},\s{0,20}\\*["']?value\\*["']?\s{0,20}:\s{0,20})(?:${value})`,
      'gis'
    ),
    `$1${removed}`
  ],
  // “the token abc…”: long, and with a digit in it, so no word of a language.
  [/\b(token|secret|password|jwt)([ \t]{1,4}(?:is |was )?["'“]?)(?=[A-Za-z_.~+/=-]*\d)[\w.~+/=-]{20,}/gi, `$1$2${removed}`]
]

const without = (text: string, replacements: readonly Replacement[]): string =>
  replacements.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), text)

/** `text` without cookies. For readers that take a text to pieces: of a cookie’s pieces, nobody could tell which is secret. */
export const withoutCookies = (text: string): string => without(text, cookies)

/** `text` with everything taken out that is shaped like a token, a secret, a cookie or the signature of a URL. */
export const withoutSecrets = (text: string): string => without(text, patterns)

/** Deeper than anybody nests a message: what is further inside is left out, so that no text can exhaust the stack. */
const deepest = 100

/** True for the `value` of `{name: 'Cookie', value: …}`, as lists of headers have it. */
const isSecretPair = (key: string, held: object): boolean =>
  key === 'value' &&
  Object.entries(held).some(
    ([other, named]: [string, unknown]) => (other === 'name' || other === 'key') && typeof named === 'string' && isSecretName(named)
  )

/** A JSON value with the values of secret fields, and secrets inside texts, taken out. */
export const withoutSecretFields = (value: unknown, depth = 0): unknown => {
  if (typeof value === 'string') return withoutSecrets(value)
  if (typeof value !== 'object' || value === null) return value
  if (depth > deepest) return '…'
  if (Array.isArray(value)) return value.map((held) => withoutSecretFields(held, depth + 1))
  return Object.fromEntries(
    Object.entries(value).map(([key, held]: [string, unknown]) => [
      key,
      isSecretName(key) || isSecretPair(key, value) ? removed : withoutSecretFields(held, depth + 1)
    ])
  )
}
