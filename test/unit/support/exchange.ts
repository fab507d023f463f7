import assert from 'node:assert/strict'
import { responseOf } from '../../../src/exchange/errorBody'
import type { Exchange, Request, Response } from '../../../src/exchange/exchange'
import { readPaste } from '../../../src/exchange/read'
import { apiPathOf } from '../../../src/platform/operationUrl'
import { businessAddress } from './conversation'
import { ids } from './ids'
import { seedText } from './seed'

/** The only exchange in a pasted text. */
export const exchangeOf = (text: string): Exchange => {
  const reading = readPaste(text)
  assert.ok(reading.kind === 'exchanges', `the text is read, and not ${JSON.stringify(reading)}`)
  const [exchange, ...others] = reading.exchanges
  assert.ok(exchange, 'an exchange is found')
  assert.deepEqual(others, [], 'one exchange is found')
  return exchange
}

/** All exchanges in a pasted text, of which there is at least one. */
export const exchangesOf = (text: string): readonly Exchange[] => {
  const reading = readPaste(text)
  assert.ok(reading.kind === 'exchanges', `the text is read, and not ${JSON.stringify(reading)}`)
  return reading.exchanges
}

/** The exchanges in a pasted text in short: request line, status and code of each. */
export const inShort = (text: string): readonly unknown[] =>
  exchangesOf(text).map(({ request, response }) => [request && `${request.method} ${request.url}`, response?.status, response?.error?.code])

/** The request of a pasted text that has one. */
export const requestOf = (text: string): Request => {
  const { request } = exchangeOf(text)
  assert.ok(request, 'a request is found')
  return request
}

/** The response of a pasted text that has one. */
export const responseIn = (text: string): Response => {
  const { response } = exchangeOf(text)
  assert.ok(response, 'a response is found')
  return response
}

/** The value of a request's or an answer's JSON body. */
export const jsonIn = ({ body }: Request | Response): unknown => {
  assert.equal(body?.kind, 'json', 'the body is JSON')
  return body.value
}

/** A request by its line, for example `PATCH /api/v2/conversations/messages/x`, and its body. */
export const asking = (line: string, body?: unknown): Request => {
  const [method = '', url = ''] = line.split(' ')
  return {
    method,
    url,
    apiPath: apiPathOf(url),
    authorisation: 'bearer',
    body: body === undefined ? undefined : { kind: 'json', value: body }
  }
}

export const answering = (status: number, body?: unknown): Response =>
  responseOf(status, '', body === undefined ? undefined : { kind: 'json', value: body })

/** The platform's error body. */
export const refusing = (status: number, code: string, message = 'No.'): Response =>
  answering(status, { status, code, message, contextId: 'correlation-5' })

/** The agent's send on the communication `legId`. */
export const agentSend = (body: unknown = { textBody: 'Hello' }, legId: string = ids.agentLeg): Request =>
  asking(`POST /api/v2/conversations/messages/${ids.conversation}/communications/${legId}/messages`, body)

const agentlessBody = {
  fromAddress: ids.deployment,
  toAddressMessengerType: 'webmessaging',
  externalContactId: ids.contact,
  textBody: 'Hello'
}

/** A web messaging agentless send that is in order, but for what is given. A field that is given as undefined is left out. */
export const agentless = (given: Readonly<Record<string, unknown>> = {}): Request =>
  asking('POST /api/v2/conversations/messages/agentless', withoutAbsent({ ...agentlessBody, ...given }))

/** An agentless send to the customer of a conversation in `messengerType`, by address. */
export const agentlessTo = (messengerType: string, given: Readonly<Record<string, unknown>> = {}): Request =>
  agentless({
    fromAddress: businessAddress(messengerType),
    toAddress: '+41790000001',
    externalContactId: undefined,
    toAddressMessengerType: messengerType,
    ...given
  })

/** An SMS outbound conversation that is in order, but for what is given. */
export const outbound = (given: Readonly<Record<string, unknown>> = {}): Request =>
  asking(
    'POST /api/v2/conversations/messages',
    withoutAbsent({ queueId: ids.queue, toAddress: '+41790000001', toAddressMessengerType: 'sms', ...given })
  )

const withoutAbsent = (body: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined))

/** The exchange of the thread. */
export const exchangeOfSeed = (): Exchange => exchangeOf(seedText)
