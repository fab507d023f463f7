// What must not be read from a ledger: whoever has it could act as somebody else.
const secretHeaders: ReadonlySet<string> = new Set(['authorization', 'cookie', 'set-cookie', 'proxy-authorization'])

const secretNames = [
  'access_token',
  'refresh_token',
  'id_token',
  'client_secret',
  'clientSecret',
  'code',
  'code_verifier',
  'password',
  'token',
  'jwt',
  'connectUri'
] as const

const redacted = '‹redacted›'

/** `code` is a secret of a sign-in, and the name of an error’s code. */
const inForm = new RegExp(`(^|[&?])(${secretNames.join('|')})=[^&]*`, 'gi')
const inJson = new RegExp(`("(?:${secretNames.filter((name) => name !== 'code').join('|')})"\\s*:\\s*)"(?:[^"\\\\]|\\\\.)*("|$)`, 'gi')

/** The key in the address of a file: whoever has it may read the file. */
const inFileAddress = /(\/(?:message-media|guest-attachments)\/[^"?\s]*\?key=)[^"&\s]*/g

export const redactHeaders = (headers: Headers): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...headers].map(([name, value]) => {
      if (!secretHeaders.has(name)) return [name, redactForm(value)]
      const [scheme] = /^(?:Basic|Bearer)(?= )/i.exec(value) ?? []
      return [name, scheme === undefined ? redacted : `${scheme} ${redacted}`]
    })
  )

/** A path with its query, or a form. */
export const redactForm = (text: string): string => text.replace(inForm, `$1$2=${redacted}`).replace(inFileAddress, `$1${redacted}`)

/** Any body: JSON, a form, or something else. */
export const redactBody = (text: string): string => {
  const start = text.trimStart().charAt(0)
  const shown = start === '{' || start === '[' ? text.replace(inJson, `$1"${redacted}"`) : redactForm(text)
  return shown.replace(inFileAddress, `$1${redacted}`)
}
