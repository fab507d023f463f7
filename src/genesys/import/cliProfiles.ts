import { parse } from 'smol-toml'
import * as z from 'zod/mini'
import { regions, type Region } from '../../platform/regions'

/** Credentials that another tool has configured, and that can be taken over. */
export interface FoundCredentials {
  /** Where they stand, in words: `profile “staging” of the Genesys Cloud CLI`. */
  readonly name: string
  readonly region: Region
  readonly client: { readonly id: string; readonly secret: string } | undefined
  readonly accessToken: string | undefined
}

/** What was found, and what could not be used, with the reason. */
export interface FoundProfiles {
  readonly found: readonly FoundCredentials[]
  readonly unusable: readonly { readonly name: string; readonly why: string }[]
}

const profile = z.object({
  environment: z.optional(z.string()),
  client_credentials: z.optional(z.string()),
  client_secret: z.optional(z.string()),
  access_token: z.optional(z.string())
})

/** A region by its domain, or by its name at AWS, which the CLI also writes with underscores. Source: platform-client-sdk-cli. */
export const regionNamed = (text: string): Region | undefined => {
  const name = text.trim().toLowerCase().replaceAll('_', '-')
  return regions.find((region) => region.domain === name || region.name === name)
}

const given = (text: string | undefined): string | undefined => (text === undefined || text.trim() === '' ? undefined : text.trim())

/**
 * Reads `~/.gc/config.toml`, the profiles of the official CLI. Its key `client_credentials` holds the client’s id. Source: platform-client-sdk-cli.
 * @throws TomlError when the text is no TOML
 */
export const readCliProfiles = (text: string): FoundProfiles => {
  const found: FoundCredentials[] = []
  const unusable: { name: string; why: string }[] = []
  for (const [name, table] of Object.entries(parse(text))) {
    const parsed = profile.safeParse(table)
    if (!parsed.success) {
      unusable.push({ name, why: 'it is no profile' })
      continue
    }
    const region = regionNamed(parsed.data.environment ?? 'mypurecloud.com')
    const id = given(parsed.data.client_credentials)
    const secret = given(parsed.data.client_secret)
    const accessToken = given(parsed.data.access_token)
    const client = id !== undefined && secret !== undefined ? { id, secret } : undefined
    if (region === undefined) unusable.push({ name, why: `“${parsed.data.environment ?? ''}” is no region of Genesys Cloud` })
    else if (client === undefined && accessToken === undefined)
      unusable.push({ name, why: 'it has neither a client with its secret nor an access token' })
    else found.push({ name, region, client, accessToken })
  }
  return { found, unusable }
}

/** Names of the variables that the official tools read. Source: platform-client-sdk-cli, terraform provider. */
export const environmentVariables = {
  region: 'GENESYSCLOUD_REGION',
  clientId: 'GENESYSCLOUD_OAUTHCLIENT_ID',
  clientSecret: 'GENESYSCLOUD_OAUTHCLIENT_SECRET',
  accessToken: 'GENESYSCLOUD_ACCESS_TOKEN'
} as const

/** The credentials of the environment’s variables; `undefined` when they are not enough to connect with. */
export const readEnvironment = (environment: Readonly<Record<string, string | undefined>>): FoundCredentials | undefined => {
  const region = regionNamed(environment[environmentVariables.region] ?? '')
  const id = given(environment[environmentVariables.clientId])
  const secret = given(environment[environmentVariables.clientSecret])
  const accessToken = given(environment[environmentVariables.accessToken])
  const client = id !== undefined && secret !== undefined ? { id, secret } : undefined
  return region === undefined || (client === undefined && accessToken === undefined)
    ? undefined
    : { name: 'environment', region, client, accessToken }
}
