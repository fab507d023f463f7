import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** Random at each start, and never from the seed. */
export const randomSecret = (): string => randomBytes(32).toString('base64url')

export const sameSecret = (one: string, other: string): boolean => {
  const bytes = Buffer.from(one)
  const others = Buffer.from(other)
  return bytes.length === others.length && timingSafeEqual(bytes, others)
}

/** Of 43 to 128 characters, RFC 7636, section 4.1. */
const verifierForm = /^[\w.~-]{43,128}$/

/** Whether a PKCE verifier is the one that an S256 challenge was made from. */
export const verifies = (verifier: string, challenge: string): boolean =>
  verifierForm.test(verifier) && sameSecret(createHash('sha256').update(verifier).digest('base64url'), challenge)
