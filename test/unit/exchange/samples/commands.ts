import { errorBody, host, path, secret } from './parts'

export const curlBash = `$ curl -i -X POST '${host}${path}' \\
  -H 'Authorization: Bearer ${secret}' \\
  -H 'Content-Type: application/json' \\
  --data-raw $'{"textBody":"It\\'s time","toAddressMessengerType":"sms"}'
HTTP/2 429
content-type: application/json
retry-after: 7
inin-correlation-id: c0ffee00-1111-4222-8333-444455556666
set-cookie: session=${secret}; HttpOnly

{"message":"Rate limit exceeded the maximum.","code":"too.many.requests","status":429}
$ `

export const curlPowerShell = `PS C:\\Users\\ada> curl.exe -X POST "${host}${path}" \`
>>   -H "Authorization: Bearer ${secret}" \`
>>   -H 'Content-Type: application/json' \`
>>   --data-raw '{\\"textBody\\":\\"It''s \\u00e9\\"}'
${errorBody}
PS C:\\Users\\ada>`

export const curlPowerShellHereString = `curl.exe -X POST '${host}${path}' -H 'Authorization: Bearer ${secret}' -d @'
{
  "textBody": "It's \\"here\\""
}
'@`

export const curlCmd = `C:\\Users\\ada>curl ^"${host}${path}^" ^
  -H ^"accept: application/json^" ^
  -H ^"authorization: Bearer ${secret}^" ^
  -H ^"cookie: session=${secret}; theme=dark^" ^
  --data-raw ^"^{^\\^"textBody^\\^":^\\^"It's 50^% ^& more^\\^",^\\^"toAddressMessengerType^\\^":^\\^"sms^\\^"^}^"`

export const curlCmdPlain = `curl.exe -X POST "${host}${path}" -H "Authorization: Bearer ${secret}" -d "{\\"textBody\\":\\"It's ^ here\\"}"`

export const curlSeveral = `$ curl -s -u 'client-1:${secret}' -d grant_type=client_credentials https://login.mypurecloud.de/oauth/token
{"access_token":"${secret}","token_type":"bearer","expires_in":86399}
$ TOKEN=${secret} curl -X POST ${host}${path} -H "Authorization: Bearer $TOKEN" -d '{"textBody":"a"}'
${errorBody}
$ curl '${host}/api/v2/conversations/messages/00000000-0000-4000-8000-000000000001'
{"id":"00000000-0000-4000-8000-000000000001","participants":[]}
`

export const curlVerbose = `$ curl -v ${host}${path} --json '{"textBody":"a"}' -H 'Authorization: Bearer ${secret}'
* Connected to api.mypurecloud.de (192.0.2.7) port 443
> POST ${path} HTTP/2
> Host: api.mypurecloud.de
> Authorization: Bearer ${secret}
>
* upload completely sent off: 16 bytes
< HTTP/2 409
< content-type: application/json
<
{ [91 bytes data]
* Connection #0 to host api.mypurecloud.de left intact
{"message":"No.","code":"request.conflict","status":409,"contextId":"c-9"}`
