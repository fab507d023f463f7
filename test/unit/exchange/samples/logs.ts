import { errorBody, host, path, secret } from './parts'

const escaped = (json: string): string => JSON.stringify(json).slice(1, -1)

export const log = `2026-11-24 10:15:01,120 DEBUG [http-nio-8080-exec-3] c.e.Client - Sending POST ${host}${path} with headers {Authorization=[Bearer ${secret}], Cookie=[session=${secret}; a=b]}
2026-11-24 10:15:01,121 DEBUG [http-nio-8080-exec-3] c.e.Client - body: {"textBody":"Hello","toAddressMessengerType":"sms"}
2026-11-24 10:15:01,420 INFO  [http-nio-8080-exec-3] c.e.Client - POST ${host}${path} -> 400 in 299 ms
2026-11-24 10:15:01,421 ERROR [http-nio-8080-exec-3] c.e.Client - response: ${errorBody}
java.lang.IllegalStateException: send failed
	at com.example.Client.send(Client.java:200)
	at com.example.Main.main(Main.java:404)
2026-11-24 10:15:02,000 INFO  [http-nio-8080-exec-3] c.e.Client - GET ${host}/api/v2/users/me -> 200 in 20 ms`

export const logJson = [
  {
    level: 'info',
    time: 1764000000000,
    msg: 'request',
    req: { method: 'POST', url: `${host}${path}`, headers: { authorization: `Bearer ${secret}` } }
  },
  { level: 'error', time: 1764000000300, msg: `call failed: ${errorBody}`, res: { statusCode: 400, headers: { 'retry-after': '9' } } }
]
  .map((record) => JSON.stringify(record))
  .join('\n')

export const logEscaped = `time=2026-11-24T10:15:01Z level=error msg="POST ${path} failed" status=400 response="${escaped(errorBody)}" request="${escaped(`{"textBody":"a","token":"${secret}"}`)}"`

export const logFmt = `time=2026-11-24T10:15:01Z level=warn method=POST url=${host}${path}?token=${secret} status=409 code=request.conflict message="It has changed." contextId=c0ffee00-1111-4222-8333-444455556666`
