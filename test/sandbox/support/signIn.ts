// What a browser does when an app sends its user to sign in.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import type { Sandbox } from '../../../src/sandbox'

export const redirectUri = 'http://localhost:53682/callback'

export const verifier = 'a-verifier-of-43-characters-or-more-as-the-rfc-wants-it'

export const challengeOf = (of: string): string => createHash('sha256').update(of).digest('base64url')

const given = (fields: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))

/** The query of a correct sign-in with PKCE, with some parameters changed or, by `undefined`, left out. */
export const query = ({ address }: Sandbox, changed: Readonly<Record<string, string | undefined>> = {}): URLSearchParams =>
  new URLSearchParams(
    given({
      client_id: address.pkceClientId,
      redirect_uri: redirectUri,
      response_type: 'code',
      state: 'a state & more',
      code_challenge: challengeOf(verifier),
      code_challenge_method: 'S256',
      ...changed
    })
  )

/** Opens the login page. */
export const open = ({ address }: Sandbox, parameters: URLSearchParams): Promise<Response> =>
  fetch(`${address.url}/oauth/authorize?${parameters.toString()}`, { redirect: 'manual' })

/** The value of the page’s button with this text. */
const buttonValue = (page: string, text: string): string => {
  const button = [...page.matchAll(/<button[^>]* name="user" value="([^"]+)"[^>]*>(.*?)<\/button>/gs)].find(([, , content]) =>
    content?.includes(text)
  )
  assert.ok(button?.[1], `the page has a button ${text}`)
  return button[1]
}

/** Presses a button of the page, as its form would be sent. */
export const press = async (sandbox: Sandbox, parameters: URLSearchParams, button: { user: string } | 'deny'): Promise<Response> => {
  const { url } = sandbox.address
  const page = await (await open(sandbox, parameters)).text()
  const form = button === 'deny' ? { deny: 'yes' } : { user: buttonValue(page, button.user) }
  return fetch(`${url}/oauth/authorize?${parameters.toString()}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: url },
    body: new URLSearchParams(form)
  })
}

/** Where an answer sends the browser. */
export const sentTo = (answer: Response): URL => {
  assert.equal(answer.status, 302)
  return new URL(answer.headers.get('location') ?? '')
}

/** Signs a user in, up to the code. */
export const codeFor = async (sandbox: Sandbox, parameters: URLSearchParams, user = 'Nora Lind'): Promise<string> => {
  const code = sentTo(await press(sandbox, parameters, { user })).searchParams.get('code')
  assert.ok(code, 'there is a code')
  return code
}

export interface TokenAnswer {
  readonly status: number
  readonly headers: Headers
  readonly body: Readonly<Record<string, unknown>>
}

/** Asks for a token with these fields. */
export const requestToken = async ({ address }: Sandbox, fields: Readonly<Record<string, string>>): Promise<TokenAnswer> => {
  const answer = await fetch(`${address.url}/oauth/token`, { method: 'POST', body: new URLSearchParams(fields) })
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Record<string, unknown> }
}

/** The fields that exchange a code for a token with PKCE, with some of them changed or, by `undefined`, left out. */
export const exchange = (
  { address }: Sandbox,
  code: string,
  changed: Readonly<Record<string, string | undefined>> = {}
): Record<string, string> =>
  given({
    grant_type: 'authorization_code',
    client_id: address.pkceClientId,
    code,
    redirect_uri: redirectUri,
    code_verifier: verifier,
    ...changed
  })

/** The token of an answer that must have one. */
export const tokenOf = ({ status, body }: TokenAnswer): string => {
  assert.equal(status, 200)
  const token = body['access_token']
  assert.ok(typeof token === 'string' && token !== '', 'there is a token')
  return token
}

/** A user’s token, by signing in with PKCE. */
export const userToken = async (sandbox: Sandbox, user = 'Nora Lind', clientId = sandbox.address.pkceClientId): Promise<string> => {
  const code = await codeFor(sandbox, query(sandbox, { client_id: clientId }), user)
  return tokenOf(await requestToken(sandbox, exchange(sandbox, code, { client_id: clientId })))
}
