import assert from 'node:assert/strict'
import { readPaste } from '../../../src/exchange/read'
import { exchangeOf, jsonIn, requestOf, responseIn } from '../support/exchange'

const url = 'https://api.mypurecloud.com/api/v2/conversations/messages/agentless'
const apiPath = '/api/v2/conversations/messages/agentless'

/** As the developer tools of a browser copy a request. */
const fromBrowser = String.raw`curl 'https://api.mypurecloud.de/api/v2/conversations/messages/agentless' \
  -H 'accept: application/json' \
  -H 'accept-language: en-GB,en;q=0.9' \
  -H 'authorization: Bearer kJ3-aVeryOpaqueToken_00' \
  -H 'content-type: application/json' \
  -b 'session=0a1b2c3d; theme=dark' \
  -H 'origin: https://apps.mypurecloud.de' \
  -H 'sec-ch-ua: "Chromium";v="134", "Not:A-Brand";v="24"' \
  --data-raw $'{"textBody":"It\'s \u0021 time,\\nAda","toAddressMessengerType":"sms"}' \
  --compressed`

const refusal = '{"message":"This request requires a non-user context.","code":"not.a.client","status":400,"contextId":"c-1","details":[]}'

describe('a pasted cURL command', () => {
  it('copied from a browser is read with its URL, method and body', () => {
    const request = requestOf(fromBrowser)
    assert.equal(request.method, 'POST')
    assert.equal(request.url, 'https://api.mypurecloud.de/api/v2/conversations/messages/agentless')
    assert.equal(request.apiPath, apiPath)
    assert.equal(request.authorisation, 'bearer')
    assert.deepEqual(jsonIn(request), { textBody: "It's ! time,\nAda", toAddressMessengerType: 'sms' })
  })

  it('is read with its body in double quotes, and the quotes in it', () => {
    const request = requestOf(`curl -X POST "${url}" -H "Content-Type: application/json" -d "{\\"textBody\\": \\"5 \\$ \\\\\\\\o/\\"}"`)
    assert.deepEqual(jsonIn(request), { textBody: '5 $ \\o/' })
  })

  it('is read over several lines, with either kind of line end', () => {
    const command = `curl --location --request POST '${url}' \\\n--header 'Content-Type: application/json' \\\n--data '{\n  "textBody": "a",\n  "n": 1\n}'`
    for (const text of [command, command.replaceAll('\n', '\r\n')]) {
      const request = requestOf(text)
      assert.equal(request.method, 'POST')
      assert.deepEqual(jsonIn(request), { textBody: 'a', n: 1 })
    }
  })

  it('is a POST as soon as it has data, else a GET, unless it says otherwise', () => {
    assert.equal(requestOf(`curl ${url}`).method, 'GET')
    assert.equal(requestOf(`curl ${url} -d '{}'`).method, 'POST')
    assert.equal(requestOf(`curl ${url} --json '{}'`).method, 'POST')
    assert.equal(requestOf(`curl ${url} -d '{}' -X PATCH`).method, 'PATCH')
    assert.equal(requestOf(`curl --request=put ${url} -d '{}'`).method, 'PUT')
    assert.equal(requestOf(`curl -XDELETE ${url}`).method, 'DELETE')
  })

  const dataOptions = ['-d', '--data', '--data-raw', '--data-binary', '--data-ascii', '--json']
  for (const option of dataOptions)
    it(`has its body behind ${option}`, () => {
      assert.deepEqual(jsonIn(requestOf(`curl ${url} ${option} '{"textBody":"a"}'`)), { textBody: 'a' })
      if (option.startsWith('--')) assert.deepEqual(jsonIn(requestOf(`curl ${option}='{"textBody":"a"}' ${url}`)), { textBody: 'a' })
    })

  it('has its body right behind -d', () => {
    assert.deepEqual(jsonIn(requestOf(`curl -d'{"textBody":"a"}' ${url}`)), { textBody: 'a' })
  })

  it('says by which scheme it is authorised', () => {
    assert.equal(requestOf(`curl ${url} -H 'Authorization: Bearer abc'`).authorisation, 'bearer')
    assert.equal(requestOf(`curl ${url} -H 'authorization:basic abc'`).authorisation, 'basic')
    assert.equal(requestOf(`curl ${url} --oauth2-bearer abc`).authorisation, 'bearer')
    assert.equal(requestOf(`curl -u id:secret ${url}`).authorisation, 'basic')
    assert.equal(requestOf(`curl ${url} -H "Authorization: $AUTH"`).authorisation, 'not shown')
    assert.equal(requestOf(`curl ${url}`).authorisation, 'none')
  })

  const optionsBefore = [
    '-s -S -L -i -k --compressed',
    '-sSL',
    '-o /dev/null',
    '-w "%{http_code}"',
    '--write-out %{http_code}',
    '-H "Accept: application/json"',
    '-A agent/1.0',
    '-b session=1',
    '-c jar.txt',
    '--max-time 10',
    '--retry 3',
    '-x http://proxy:3128',
    '--proxy-user me:there',
    '--cacert ca.pem',
    '--data-urlencode "text=a b"',
    '-F file=@a.png',
    '--http1.1'
  ]
  for (const options of optionsBefore)
    it(`has its URL behind ${options}`, () => {
      assert.equal(requestOf(`curl ${options} '${url}'`).apiPath, apiPath)
    })

  it('has its method behind flags that are written as one word with it', () => {
    const request = requestOf(`curl -sX POST ${url} -d '{"textBody":"a"}'`)
    assert.deepEqual([request.method, request.apiPath], ['POST', apiPath])
  })

  it('is found behind a prompt, and behind words about it', () => {
    assert.equal(requestOf(`$ curl ${url}`).apiPath, apiPath)
    assert.equal(requestOf(`I run this:\n\n    $ curl ${url}\n\nand nothing happens.`).apiPath, apiPath)
    assert.equal(requestOf(`curl.exe ${url}`).apiPath, apiPath)
  })

  it('ends where the command does', () => {
    for (const end of ['| jq .', '; echo done', '&& echo done', '> out.json']) {
      const request = requestOf(`curl ${url} -d '{"textBody":"a"}' ${end}`)
      assert.equal(request.url, url)
      assert.deepEqual(jsonIn(request), { textBody: 'a' })
    }
  })

  it('with a body that is no JSON says what is wrong with it', () => {
    const { body } = requestOf(`curl ${url} -d '{"textBody": "a",}'`)
    assert.ok(body?.kind === 'malformed')
    assert.equal(body.text, '{"textBody": "a",}')
    assert.notEqual(body.why, '')
  })

  describe('with the answer that was printed behind it', () => {
    const command = `curl -X POST '${url}' -d '{"textBody":"a"}'`

    it('has the error body as its answer', () => {
      const { status, error } = responseIn(`${command}\n${refusal}`)
      assert.equal(status, 400)
      assert.deepEqual(error, { code: 'not.a.client', message: 'This request requires a non-user context.', correlationId: 'c-1' })
    })

    it('has a pretty-printed error body as its answer', () => {
      const pretty = JSON.stringify(JSON.parse(refusal), undefined, 2)
      assert.equal(responseIn(`${command} | jq .\n${pretty}`).error?.code, 'not.a.client')
    })

    it('has the error body as its answer though the next prompt follows', () => {
      assert.equal(responseIn(`${command}\n${refusal}\n$ `).error?.code, 'not.a.client')
      assert.equal(responseIn(`${command}\n${refusal}\n\nWhat do I do wrong?`).error?.code, 'not.a.client')
    })

    it('has status line, headers and body (-i) as its answer', () => {
      const printed = `HTTP/2 409\ncontent-type: application/json\ninin-correlation-id: c-9\n\n{"message":"No.","code":"request.conflict","status":409}`
      const { status, error } = responseIn(`${command} -i\n${printed}`)
      assert.equal(status, 409)
      assert.deepEqual(error, { code: 'request.conflict', message: 'No.', correlationId: 'c-9' })
    })

    it('has the answer that -v shows as its answer, once', () => {
      const shown = [
        '* Connected to api.mypurecloud.com (192.0.2.7) port 443',
        '> POST /api/v2/conversations/messages/agentless HTTP/2',
        '> Host: api.mypurecloud.com',
        '> Authorization: Bearer kJ3-aVeryOpaqueToken_00',
        '> ',
        '* upload completely sent off: 16 bytes',
        '< HTTP/2 409 ',
        '< content-type: application/json',
        '< ',
        '{"message":"No.","code":"request.conflict","status":409,"contextId":"c-9"}',
        '* Connection #0 to host api.mypurecloud.com left intact'
      ].join('\n')
      const { request, response } = exchangeOf(`${command} -v\n${shown}`)
      assert.deepEqual([request?.method, request?.url], ['POST', url])
      assert.equal(response?.status, 409)
      assert.deepEqual(response.error, { code: 'request.conflict', message: 'No.', correlationId: 'c-9' })
    })

    it('has the status that somebody wrote behind it', () => {
      const { status, error } = responseIn(`${command}\n\n→ 409 Conflict: it is not in the right state`)
      assert.deepEqual([status, error?.message], [409, 'it is not in the right state'])
    })

    it('has no answer where none is', () => {
      assert.equal(exchangeOf(`${command}\n\nWhy does it fail?`).response, undefined)
    })
  })

  describe('that is cut short', () => {
    it('is not explained, and says which quote is open', () => {
      for (const [text, quote] of [
        [`curl -X POST '${url}' -d '{"textBody": "Hel`, "'"],
        [`curl -X POST "${url}" -d "{\\"textBody`, '"'],
        [`curl '${url}' --data-raw $'{"textBody":"it\\'s`, "$'"]
      ] as const) {
        const reading = readPaste(text)
        assert.ok(reading.kind === 'incomplete')
        assert.ok(reading.why.includes(`(${quote})`), reading.why)
      }
    })

    it('is not explained when it names no URL', () => {
      for (const text of ['curl -X POST', "curl -X POST -H 'Accept: */*' \\"]) {
        const reading = readPaste(text)
        assert.ok(reading.kind === 'incomplete', text)
        assert.match(reading.why, /names no URL/)
      }
    })
  })
})
