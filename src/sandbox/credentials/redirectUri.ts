const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * A redirect URI as the parts that count; `undefined` when it is no absolute URI, has a fragment (RFC 6749, section 3.1.2, forbids it) or names a
 * user.
 */
const parse = (uri: string): URL | undefined => {
  if (!URL.canParse(uri) || uri.includes('#')) return undefined
  const url = new URL(uri)
  return url.username === '' && url.password === '' && url.host !== '' ? url : undefined
}

const isBare = ({ pathname, search }: URL): boolean => (pathname === '' || pathname === '/') && search === ''

/**
 * Whether a user may be sent back to `given` when `registered` is registered. They are the same, letter for letter; or the registered one has no
 * path. Then any path of that host does, and on loopback any port too, because a program there takes the port that it gets.
 */
const allows = (registered: string, given: string, url: URL): boolean => {
  if (registered === given) return true
  const base = parse(registered)
  if (base === undefined || !isBare(base) || base.protocol !== url.protocol || base.hostname !== url.hostname) return false
  return base.protocol === 'http:' && base.port === '' && loopbackHosts.has(base.hostname) ? true : base.port === url.port
}

/** Whether a user may be sent back to this URI. */
export const isRegistered = (redirectUris: readonly string[], given: string): boolean => {
  const url = parse(given)
  return url !== undefined && redirectUris.some((registered) => allows(registered, given, url))
}

/** The redirect URI with these parameters added to the query that it has. */
export const withParameters = (redirectUri: string, parameters: Readonly<Record<string, string | undefined>>): string => {
  const url = new URL(redirectUri)
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) url.searchParams.set(name, value)
  return url.href
}
