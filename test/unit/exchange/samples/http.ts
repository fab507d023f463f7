import { errorBody, host, path, secret } from './parts'

export const httpExact = `POST ${path}?access_token=${secret} HTTP/1.1
Host: api.mypurecloud.de
Authorization: Bearer ${secret}
Cookie: theme=dark; session=${secret}
Content-Type: application/json

{"textBody":"Hello"}

HTTP/1.1 400 Bad Request
ININ-Correlation-Id: c0ffee00-1111-4222-8333-444455556666
Set-Cookie: session=${secret}

${errorBody}
`

export const httpTwo = `:authority: api.mypurecloud.de
:method: POST
:path: ${path}
:scheme: https
authorization: Bearer ${secret}
content-type: application/json

{"textBody":"Hello"}

:status: 409
content-type: application/json

{"message":"No.","code":"request.conflict","status":409}`

export const httpFile = `@host = ${host}
@token = ${secret}
@conversation = 00000000-0000-4000-8000-000000000001

### Send
# @name send
POST {{host}}${path}
Authorization: Bearer {{token}}
Content-Type: application/json

{
  "textBody": "Hello"
}

### Read it
GET {{host}}/api/v2/conversations/messages/{{conversation}}
    ?useNormalizedMessage=true
    &x=1
Authorization: Bearer ${secret}

> {%
  client.log(response.status)
%}
###
{{host}}/api/v2/users/me
Authorization: Bearer {{token}}
`

export const har = JSON.stringify({
  log: {
    version: '1.2',
    entries: [
      {
        startedDateTime: '2026-11-24T10:00:00.000Z',
        request: { method: 'GET', url: 'https://apps.mypurecloud.de/app.js', httpVersion: 'h2', headers: [] },
        response: { status: 200, statusText: '', headers: [], content: { text: 'x' } }
      },
      {
        startedDateTime: '2026-11-24T10:00:01.000Z',
        request: {
          method: 'POST',
          url: `${host}${path}?token=${secret}`,
          httpVersion: 'h2',
          headers: [
            { name: 'authorization', value: `Bearer ${secret}` },
            { name: 'cookie', value: `session=${secret}` }
          ],
          cookies: [{ name: 'session', value: secret }],
          postData: { mimeType: 'application/json', text: `{"textBody":"Hello","token":"${secret}"}` }
        },
        response: {
          status: 429,
          statusText: 'Too Many Requests',
          headers: [
            { name: 'Retry-After', value: '3' },
            { name: 'set-cookie', value: `session=${secret}` }
          ],
          content: {
            mimeType: 'application/json',
            encoding: 'base64',
            text: btoa('{"message":"Slow.","code":"too.many.requests","status":429}')
          }
        }
      },
      {
        startedDateTime: '2026-11-24T10:00:02.000Z',
        request: { method: 'GET', url: 'wss://webmessaging.mypurecloud.de/v1?deploymentId=d', httpVersion: 'h1', headers: [] },
        response: { status: 101, statusText: '', headers: [], content: {} },
        _webSocketMessages: [
          { type: 'send', data: `{"action":"onMessage","token":"${secret}","message":{"type":"Text","text":"Hi"}}` },
          {
            type: 'receive',
            data: '{"type":"response","class":"string","code":409,"body":"Session is read-only, no new messages allowed"}'
          }
        ]
      }
    ]
  }
})

export const okHttp = `--> POST ${host}${path}
Content-Type: application/json
Authorization: Bearer ${secret}

{"textBody":"Hello"}
--> END POST (20-byte body)
<-- 409 Conflict ${host}${path} (123ms)
inin-correlation-id: c0ffee00-1111-4222-8333-444455556666

{"message":"No.","code":"request.conflict","status":409}
<-- END HTTP (57-byte body)`
