import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import * as z from 'zod/mini'

/** How long a token for the history lasts. No document says it. */
const lifeSeconds = 15 * 60

const claims = z.object({ sub: z.uuid(), exp: z.number() })

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

export interface IssuedJwt {
  readonly jwt: string
  /** In seconds since 1970. */
  readonly exp: number
}

/** The tokens that a guest reads the history over HTTP with. They are signed with a secret that is new at each start. */
export class GuestJwts {
  readonly #secret = randomBytes(32)

  issue(sessionToken: string, now: number): IssuedJwt {
    const exp = Math.floor(now / 1000) + lifeSeconds
    const signed = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode({ sub: sessionToken, exp })}`
    return { jwt: `${signed}.${this.#signature(signed).toString('base64url')}`, exp }
  }

  /** Whose session the token reads; `undefined` when it was not issued here or has expired. */
  sessionTokenOf(jwt: string, now: number): string | undefined {
    const [header = '', payload = '', signature = ''] = jwt.split('.')
    const expected = this.#signature(`${header}.${payload}`)
    const given = Buffer.from(signature, 'base64url')
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined
    const read = z.safeParse(claims, JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')))
    return read.success && read.data.exp * 1000 > now ? read.data.sub : undefined
  }

  #signature(signed: string): Buffer {
    return createHmac('sha256', this.#secret).update(signed).digest()
  }
}
