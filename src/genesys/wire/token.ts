import * as z from 'zod/mini'
import type { Grant } from '../../model/credential'
import { PlatformError } from '../platformError'
import { text } from './fields'

/** `TokenInfo` of the SDK. */
const tokenInfo = z.object({
  authorizedScope: z.optional(z.nullable(z.array(z.string()))),
  OAuthClient: z.optional(z.nullable(z.object({ id: text, name: text, authorizedGrantType: text })))
})

/** The name of the OAuth client behind a token, else its id. */
export const readClientName = (body: unknown): string | undefined => {
  const parsed = tokenInfo.safeParse(body)
  return parsed.success ? (parsed.data.OAuthClient?.name ?? parsed.data.OAuthClient?.id ?? undefined) : undefined
}

/** How the token came about. */
export const readGrant = (body: unknown): Grant => {
  const parsed = tokenInfo.safeParse(body)
  if (!parsed.success) throw new PlatformError('Reading the token’s details', { kind: 'unexpected', why: 'it is no token' })
  return { type: parsed.data.OAuthClient?.authorizedGrantType ?? undefined, scopes: parsed.data.authorizedScope ?? [] }
}
