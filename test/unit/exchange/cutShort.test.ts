import assert from 'node:assert/strict'
import { readPaste } from '../../../src/exchange/read'
import * as commands from './samples/commands'
import * as errors from './samples/errors'
import * as http from './samples/http'
import * as reports from './samples/reports'

const url = 'https://api.mypurecloud.de/api/v2/conversations/messages/agentless'

describe('a paste that is cut short says what is missing', () => {
  const whyOf = (text: string): string => {
    const reading = readPaste(text)
    assert.ok(reading.kind === 'incomplete', `cut short, and not ${JSON.stringify(reading)}`)
    return reading.why
  }
  const cases: Readonly<Record<string, readonly [string, RegExp]>> = {
    'a cURL command for PowerShell': ['curl.exe https://a.b/c `\n -d \'{"a', /^The cURL command is cut short: a quote \('\)/],
    'a here-string': ["curl.exe https://a.b/c -d @'\n{", /a quote \(@'\)/],
    'a cURL command for cmd': [commands.curlCmd.slice(0, -1), /^The cURL command is cut short: a quote \("\)/],
    'the second of two commands': [`curl ${url}\ncurl ${url} -d '{`, /^The second cURL command is cut short/],
    'a request': ['POST /api/v2/a/b\n\n{"textBody": "Hel', /^The request’s JSON body is cut short/],
    'an answer': ['POST /api/v2/a/b\n\nHTTP/1.1 400 Bad Request\n\n{"message":"N', /^The answer’s JSON body is cut short/],
    'a .http file': [http.httpFile.slice(0, http.httpFile.indexOf('Hello')), /^The request’s JSON body is cut short/],
    'a HAR': [http.har.slice(0, 700), /^The HAR is cut short/],
    'an error of axios': [errors.axiosError.slice(0, 700), /^The error is cut short/],
    'a guest’s frame': [reports.guestTooFast.slice(0, 90), /^The websocket frame is cut short/],
    'a delivery report': [reports.deliveryMessage.slice(0, 120), /^The delivery report is cut short/],
    'an error body': [errors.errorWithLimit.slice(0, 90), /^This looks like JSON, but it cannot be read/]
  }
  for (const [name, [text, why]] of Object.entries(cases))
    it(`of ${name}`, () => {
      assert.match(whyOf(text), why)
    })
})
