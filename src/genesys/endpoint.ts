import { apiHost, loginHost, regions, type Region } from '../platform/regions'

/** Where an organisation answers. */
export type Endpoint =
  | { readonly kind: 'region'; readonly region: Region }
  /** On this machine: the sandbox that the editor has started. */
  | { readonly kind: 'loopback'; readonly port: number }
  /** A domain that a person has added to the regions; its hosts are named as a region’s are. */
  | { readonly kind: 'domain'; readonly domain: string }
  /** A server on this machine that a person has added: REST and OAuth in one, without TLS. */
  | { readonly kind: 'localhost'; readonly host: 'localhost' | '127.0.0.1'; readonly port: number }

/** The region with this name, for example `eu-west-1`; `undefined` for any other: the list of regions is closed. */
export const regionEndpoint = (name: string): Endpoint | undefined => {
  const region = regions.find((candidate) => candidate.name === name)
  return region && { kind: 'region', region }
}

const localhost = /^(localhost|127\.0\.0\.1):([1-9]\d{0,4})$/
const domainName = /^(?=.{4,253}$)(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z]{2,63}$/

/**
 * A host that a person has added: a domain such as `example.com` (its hosts are then `api.example.com` and `login.example.com`), or
 * `localhost:8080` or `127.0.0.1:8080`. `undefined` for anything else: no scheme, no path, no user, and no port beside those of this machine.
 */
export const addedEndpoint = (text: string): Endpoint | undefined => {
  const name = text.trim().toLowerCase()
  const [, host, digits] = localhost.exec(name) ?? []
  const port = Number(digits)
  if (host === 'localhost' || host === '127.0.0.1') return port <= 65_535 ? { kind: 'localhost', host, port } : undefined
  return domainName.test(name) ? { kind: 'domain', domain: name } : undefined
}

/** Scheme and host of the REST API. */
export const apiOrigin = (endpoint: Endpoint): string => {
  switch (endpoint.kind) {
    case 'region':
      return `https://${apiHost(endpoint.region)}`
    case 'domain':
      return `https://${apiHost(endpoint)}`
    case 'loopback':
      return `http://127.0.0.1:${endpoint.port}`
    case 'localhost':
      return `http://${endpoint.host}:${endpoint.port}`
  }
}

/** Scheme and host of the OAuth endpoints. */
export const loginOrigin = (endpoint: Endpoint): string => {
  switch (endpoint.kind) {
    case 'region':
      return `https://${loginHost(endpoint.region)}`
    case 'domain':
      return `https://${loginHost(endpoint)}`
    case 'loopback':
    case 'localhost':
      return apiOrigin(endpoint)
  }
}
