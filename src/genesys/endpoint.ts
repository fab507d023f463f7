import { apiHost, loginHost, regions, type Region } from '../platform/regions'

/** Where an organisation answers: in a region, or on this machine (the sandbox). */
export type Endpoint = { readonly kind: 'region'; readonly region: Region } | { readonly kind: 'loopback'; readonly port: number }

/** The region with this name, for example `eu-west-1`; `undefined` for any other: the list of hosts is closed. */
export const regionEndpoint = (name: string): Endpoint | undefined => {
  const region = regions.find((candidate) => candidate.name === name)
  return region && { kind: 'region', region }
}

/** Scheme and host of the REST API. */
export const apiOrigin = (endpoint: Endpoint): string =>
  endpoint.kind === 'region' ? `https://${apiHost(endpoint.region)}` : `http://127.0.0.1:${endpoint.port}`

/** Scheme and host of the OAuth endpoints. */
export const loginOrigin = (endpoint: Endpoint): string =>
  endpoint.kind === 'region' ? `https://${loginHost(endpoint.region)}` : apiOrigin(endpoint)
