import { TokenLifeOutOfRange } from '../errors'
import type { Grant } from './grants'

interface Registered {
  readonly id: string
  readonly name: string
  /** How long its access tokens live. */
  readonly tokenLifeSeconds: number
}

/** Signs in by itself, with its id and secret (client credentials). Its roles decide what it may do; scopes do not apply to it. */
export interface Program extends Registered {
  readonly kind: 'program'
  readonly grants: readonly Grant[]
}

interface UserApp extends Registered {
  /** Of everything that its user may do, the part that this app may. */
  readonly scopes: readonly string[]
  /** Where a user may be sent back to (see redirectUri.ts). */
  readonly redirectUris: readonly string[]
}

/** Signs users in, and keeps no secret: it proves itself with PKCE. */
export interface PublicApp extends UserApp {
  readonly kind: 'publicApp'
}

/** Signs users in, and has a secret (authorization code). */
export interface ConfidentialApp extends UserApp {
  readonly kind: 'confidentialApp'
}

export type App = PublicApp | ConfidentialApp

/** A program that is registered with the organisation. */
export type OAuthClient = Program | App

/** Source: published OpenAPI, `OAuthClient.accessTokenValiditySeconds`: between 5 minutes and 48 hours, 24 hours unless configured otherwise. */
const tokenLife = { least: 5 * 60, most: 48 * 60 * 60, usual: 24 * 60 * 60 } as const

/** @throws TokenLifeOutOfRange */
export const checkedTokenLife = (seconds: number = tokenLife.usual): number => {
  if (!Number.isInteger(seconds) || seconds < tokenLife.least || seconds > tokenLife.most) {
    throw new TokenLifeOutOfRange(seconds, tokenLife.least, tokenLife.most)
  }
  return seconds
}
