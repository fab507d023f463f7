import fc from 'fast-check'
import assert from 'node:assert/strict'
import { readPaste } from '../../../src/exchange/read'

const url = 'https://api.mypurecloud.com/api/v2/conversations/messages/agentless'
const line = 'POST /api/v2/conversations/messages/agentless'

/** Something that a token, a secret or a cookie's value may look like; long enough that it cannot be there by chance. */
const secrets = fc.oneof(
  fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{18,84}[A-Za-z0-9]$/),
  fc.stringMatching(/^[A-Za-z0-9+/]{40,60}={0,2}$/),
  fc.stringMatching(/^eyJ[A-Za-z0-9]{12,30}\.[A-Za-z0-9_-]{20,40}\.[A-Za-z0-9_-]{20,40}[A-Za-z0-9]$/),
  fc.uuid()
)

const partLength = 10

/** A part of the secret that is still there, or undefined. A part of it is a leak too. */
const leakedPart = (held: string, secret: string): string | undefined => {
  for (let at = 0; at + partLength <= secret.length; at++) {
    const part = secret.slice(at, at + partLength)
    if (held.includes(part)) return part
  }
  return undefined
}

type Placement = (secret: string) => string

const inCurl: Readonly<Record<string, Placement>> = {
  'a bearer header': (secret) => `curl '${url}' -H 'Authorization: Bearer ${secret}' -d '{"textBody":"a"}'`,
  'a bearer header in small letters and double quotes': (secret) => `curl "${url}" --header "authorization: bearer ${secret}"`,
  'a header that is written with =': (secret) => `curl '${url}' --header='Authorization: Bearer ${secret}'`,
  "a header in $'…'": (secret) => `curl '${url}' -H $'Authorization: Bearer ${secret}'`,
  'an authorization header without a scheme': (secret) => `curl '${url}' -H 'Authorization: ${secret}'`,
  'a basic header': (secret) => `curl '${url}' -H 'Authorization: Basic ${secret}'`,
  'a header of its own': (secret) => `curl '${url}' -H 'X-Api-Key: ${secret}'`,
  'a cookie header': (secret) => `curl '${url}' -H 'Cookie: theme=dark; session=${secret}'`,
  '-u': (secret) => `curl -u client-1:${secret} '${url}'`,
  '-u without a space': (secret) => `curl -uclient-1:${secret} '${url}'`,
  '--user': (secret) => `curl --user 'client-1:${secret}' '${url}'`,
  '--user=': (secret) => `curl --user=client-1:${secret} '${url}'`,
  '--oauth2-bearer': (secret) => `curl --oauth2-bearer ${secret} '${url}'`,
  '--proxy-user': (secret) => `curl --proxy-user me:${secret} '${url}'`,
  '-b': (secret) => `curl -b 'session=${secret}' '${url}'`,
  '--cookie=': (secret) => `curl --cookie='session=${secret}' '${url}'`,
  'the user part of the URL': (secret) => `curl 'https://client-1:${encodeURIComponent(secret)}@api.mypurecloud.com/api/v2/users/me'`,
  'the user part of a proxy': (secret) => `curl -x 'http://me:${secret}@proxy:3128' '${url}'`,
  'a form body': (secret) => `curl '${url}' -d 'grant_type=client_credentials&client_secret=${encodeURIComponent(secret)}&x=1'`,
  'a form body in parts': (secret) => `curl '${url}' -d grant_type=client_credentials -d client_secret=${secret}`,
  'an encoded form body': (secret) => `curl --data-urlencode 'client_secret=${secret}' '${url}'`,
  'a text inside the body': (secret) => `curl '${url}' -d '{"textBody":"I use Bearer ${secret} here"}'`,
  'the answer that was printed': (secret) =>
    `curl -X POST '${url}'\n{"access_token":"${secret}","token_type":"bearer","code":"x","message":"y"}`,
  'the headers that -v shows': (secret) =>
    `curl -v '${url}'\n> POST /api/v2/x/y HTTP/2\n> authorization: Bearer ${secret}\n> \n< HTTP/2 401\n< set-cookie: session=${secret}\n< \n{"code":"bad.credentials","message":"m"}`
}

const inHttp: Readonly<Record<string, Placement>> = {
  'a bearer header': (secret) => `${line} HTTP/1.1\nHost: api.mypurecloud.com\nAuthorization: Bearer ${secret}\n\n{"textBody":"a"}`,
  'an indented bearer header': (secret) => `    ${line}\n    authorization: bearer ${secret}\n    {"textBody":"a"}`,
  'a header without a scheme': (secret) => `${line}\nAuthorization: ${secret}\n\n{"textBody":"a"}`,
  'a header behind an empty line': (secret) => `${line}\n\nAuthorization: Bearer ${secret}\n{"textBody":"a"}`,
  'a header without a scheme behind an empty line': (secret) => `${line}\n\nAuthorization: ${secret}\n{"textBody":"a"}`,
  'a header of its own': (secret) => `${line}\nX-Api-Key: ${secret}\n\n{"textBody":"a"}`,
  'a header of its own behind an empty line': (secret) => `${line}\n\nX-Api-Key: ${secret}\n{"textBody":"a"}`,
  'a cookie header': (secret) => `${line}\nCookie: theme=dark; session=${secret}\n\n{"textBody":"a"}`,
  'a cookie whose line has run into the one before': (secret) =>
    `${line}\nHost: api.mypurecloud.deCookie: theme=dark; session=${secret}\n\n{"textBody":"a"}`,
  'a cookie behind an empty line': (secret) => `${line}\n\nCookie: theme=dark; session=${secret}\n{"textBody":"a"}`,
  'a cookie in the answer': (secret) => `${line}\n\nHTTP/1.1 401 Unauthorized\nSet-Cookie: session=${secret}; HttpOnly\n\nno`,
  'the answer’s text': (secret) => `${line}\n\n→ 401 Unauthorized: Bearer ${secret} has expired`,
  'the answer’s body': (secret) => `${line}\n\nHTTP/1.1 200 OK\n\n{"access_token":"${secret}"}`,
  'a body that is text': (secret) => `POST /api/v2/x/y\n\nclient_id=1&client_secret=${encodeURIComponent(secret)}`,
  'the user part of the URL': (secret) => `GET https://client-1:${encodeURIComponent(secret)}@api.mypurecloud.com/api/v2/users/me`
}

const wordsAround: Readonly<Record<string, Placement>> = {
  'a line “token: …”': (secret) => `token: ${secret}`,
  'a line “My access token is: …”': (secret) => `My access token: ${secret}`,
  'a line “access_token=…”': (secret) => `access_token=${secret}`,
  'a line “Authorization: Bearer …”': (secret) => `Authorization: Bearer ${secret}`,
  'a line “client secret: …”': (secret) => `client secret: ${secret}`,
  'a line “Client-Secret = "…"”': (secret) => `Client-Secret = "${secret}"`,
  'a line “password: …”': (secret) => `password: ${secret}`,
  'a line “API key: …”': (secret) => `API key: ${secret}`,
  'a line “cookie: …”': (secret) => `cookie: session=${secret}`
}

const queryFields = ['access_token', 'token', 'client_secret', 'refresh_token', 'id_token', 'api_key', 'apikey', 'password', 'code', 'jwt']

const bodyFields = [
  ...['access_token', 'accessToken', 'refresh_token', 'refreshToken', 'id_token', 'token', 'authToken', 'auth_token', 'userToken'],
  ...['sessionToken', 'bearerToken', 'client_secret', 'clientSecret', 'secret', 'password', 'passwd', 'apiKey', 'api_key', 'api-key'],
  ...['x-api-key', 'authorization', 'Authorization', 'cookie', 'Set-Cookie', 'jwt']
]

const neverHeld = (place: Placement): void => {
  fc.assert(
    fc.property(secrets, (secret) => {
      const text = place(secret)
      assert.equal(leakedPart(JSON.stringify(readPaste(text)), secret), undefined, text)
    }),
    { numRuns: 40 }
  )
}

describe('a secret in a paste is not in what is read', () => {
  describe('of a cURL command, where it stands in', () => {
    for (const [name, place] of Object.entries(inCurl))
      it(name, () => {
        neverHeld(place)
      })
  })

  describe('of an HTTP request, where it stands in', () => {
    for (const [name, place] of Object.entries(inHttp))
      it(name, () => {
        neverHeld(place)
      })
  })

  describe('of a URL’s query, in the field', () => {
    for (const field of queryFields)
      it(field, () => {
        neverHeld((secret) => `curl '${url}?a=1&${field}=${encodeURIComponent(secret)}&b=2'`)
        neverHeld((secret) => `GET /api/v2/users/me?${field}=${encodeURIComponent(secret)}\nHost: api.mypurecloud.com`)
      })
  })

  describe('of a JSON body, in the field', () => {
    for (const field of bodyFields)
      it(`“${field}”, also deep inside`, () => {
        neverHeld((secret) => `${line}\n{"textBody":"a","${field}":"${secret}"}`)
        neverHeld((secret) => `curl '${url}' -d '{"a":[{"b":{"${field}" : "${secret}"}}]}'`)
        neverHeld((secret) => `{"code":"x","message":"y","${field}":"${secret}"}`)
      })
  })

  describe('of a body that was meant to be JSON and cannot be read, in the field', () => {
    for (const field of bodyFields)
      it(`“${field}”`, () => {
        neverHeld((secret) => `${line}\n{"textBody":"a","${field}":"${secret}",}`)
        neverHeld((secret) => `{"textBody":"a","${field}": "${secret}`)
        neverHeld((secret) => `${line}\n{"textBody":"a","${field}": ${secret}}`)
      })
  })

  describe('of the words around it, where it stands in', () => {
    for (const [name, place] of Object.entries(wordsAround))
      it(name, () => {
        neverHeld((secret) => `${place(secret)}\n${line}\n{"textBody":"a"}`)
        neverHeld((secret) => `${line}\n${place(secret)}\n{"textBody":"a"}`)
        neverHeld((secret) => `${line}\n\n{"textBody":"a"}\n${place(secret)}`)
        neverHeld((secret) => `${line}\n{"textBody":"a"}\n409 Conflict\n${place(secret)}`)
        neverHeld((secret) => `curl '${url}' -d '{"textBody":"a"}'\n\n${place(secret)}`)
      })
  })
})

describe('what is no secret', () => {
  it('stays as it is: ids, addresses, texts and the names of fields', () => {
    const body = {
      textBody: 'Your order is on its way. Questions about a token or a password? Write to us.',
      externalContactId: '8f14e45f-ceea-467f-9a3b-0c1d2e3f4a5b',
      toAddress: '+41790000001',
      messagingTemplate: { responseId: '1c383cd3-0b5a-4b9b-9f8e-2d1c0b9a8f7e', bodyParameters: [{ id: 'code', value: '1234' }] }
    }
    const reading = readPaste(`${line}\n${JSON.stringify(body)}`)
    assert.ok(reading.kind === 'exchanges')
    assert.deepEqual(reading.exchanges[0]?.request?.body, { kind: 'json', value: body })
  })

  it('stays in a URL: path, ids and other fields of the query', () => {
    const own = `${url}?expand=true&useNormalizedMessage=false`
    const reading = readPaste(`curl '${own}&access_token=abc'`)
    assert.ok(reading.kind === 'exchanges')
    assert.ok(reading.exchanges[0]?.request?.url.startsWith(own))
  })
})
