const variable = /^(?:\$?\{.*\}|:[A-Za-z_]\w*|%[sd@]|<[^>]*>|\$[A-Za-z_]\w*|\[[^\]]*\])$/

/** True for a path segment that stands for a value to be filled in: `{id}`, `${id}`, `{{id}}`, `:id`, `%s`, `<id>`, `$id`, `[id]`. */
export const isVariable = (segment: string): boolean => variable.test(segment)

const decode = (segment: string): string => {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

/**
 * The API path in any spelling of an operation's URL: with or without a host, behind `/platform`, with a query, a trailing slash or doubled
 * slashes. `undefined` when the text names no path under `/api/v2`.
 */
export const apiPathOf = (url: string): string | undefined => {
  const start = url.search(/\/?\bapi\/v2\//i)
  if (start < 0) return undefined
  const [path = ''] = url.slice(start).split(/[?#]/)
  const segments = path.split('/').filter((segment) => segment !== '')
  return segments.length > 2 ? `/api/v2/${segments.slice(2).map(decode).join('/')}` : undefined
}

/** The host of an absolute URL, in lower case and without its port. */
export const hostOf = (url: string): string | undefined => /^[a-z][a-z0-9+.-]*:\/\/([^/?#:]+)/i.exec(url.trim())?.[1]?.toLowerCase()
