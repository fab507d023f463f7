export const removed = '‹removed›'

const secretField =
  /^(?:.*[-_])?(?:access_?token|refresh_?token|id_?token|token|client_?secret|secret|password|passwd|pwd|api_?key|authorization|cookie|jwt)$/i

const patterns: readonly (readonly [RegExp, string])[] = [
  [/\b(Bearer|Basic)\s+[^\s"',;]+/gi, `$1 ${removed}`],
  [/\beyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?/g, removed],
  [/([?&](?:access_token|token|client_secret|code|password)=)[^&\s"']+/gi, `$1${removed}`],
  [
    /("?\b(?:access_?token|refresh_?token|id_?token|client_?secret|password|api_?key)\b"?\s*[:=]\s*)("[^"]*"?|'[^']*'?|[^\s,;}&]+)/gi,
    `$1${removed}`
  ],
  [/^(\s*(?:set-)?cookie\s*:\s*).*$/gim, `$1${removed}`]
]

/** `text` with everything taken out that is shaped like a token, a secret or a cookie. */
export const withoutSecrets = (text: string): string =>
  patterns.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), text)

/** A JSON value with the values of secret fields, and secrets inside texts, taken out. */
export const withoutSecretFields = (value: unknown): unknown => {
  if (typeof value === 'string') return withoutSecrets(value)
  if (Array.isArray(value)) return value.map(withoutSecretFields)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, held]: [string, unknown]) => [key, secretField.test(key) ? removed : withoutSecretFields(held)])
  )
}
