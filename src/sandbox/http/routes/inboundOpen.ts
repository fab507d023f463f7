import { Hono } from 'hono'
import type { Models } from 'purecloud-platform-client-v2'
import type { MessageContent } from '../../conversations/conversation'
import { documented } from '../../documentedErrors'
import type { SenderAddress } from '../../organisation/organisation'
import { receiveReceipt, type ReceiptStatus } from '../../receiving/receipt'
import { receiveFromCustomer, type Received } from '../../receiving/receive'
import { Refusal } from '../../refusal'
import { standingWith } from '../../sending/standing'
import { unknownReference } from '../../sending/references'
import type { World } from '../../world'
import type { Answer } from '../answers'
import type { Needs } from '../authentication'
import { assumeFor, type Environment, type RequestContext } from '../environment'
import {
  deprecatedInbound,
  inboundEvent,
  inboundMessage,
  inboundReceipt,
  inboundStructuredResponse,
  type InboundMessage,
  type OpenChannel,
  type OpenReasons,
  type OpenSender
} from '../openMessages'
import { pathId } from '../path'
import { readBody } from '../requestBody'

const timeOf = (time: string | undefined): string => {
  if (time === undefined) {
    throw new Refusal(documented.openChannelDate, 'channel.time says when the customer did it, and is missing.', { field: 'channel.time' })
  }
  return time
}

const nameOf = ({ id, nickname, firstName, lastName }: OpenSender): string => {
  const full = [firstName, lastName].filter((part) => part !== undefined).join(' ')
  return nickname ?? (full === '' ? id : full)
}

/** The fields that only a structured reply has. */
const structured = /^(?:buttonResponse|originatingMessageId|content\.\d+\.(?:contentType|buttonResponse))$/

/** A structured reply is no message, though its channel is the same. Its refusal is reported on Genesys’ community. */
const readMessage = (c: RequestContext): InboundMessage => {
  try {
    return readBody(c, inboundMessage, 'OpenInboundNormalizedMessage')
  } catch (error) {
    if (error instanceof Refusal && error.field !== undefined && structured.test(error.field)) {
      throw new Refusal(
        documented.constraint,
        'A message needs text or content. A structured reply has an operation of its own: …/inbound/open/structured/response.',
        { field: 'content', restsOn: ['inbound.open-structured'] }
      )
    }
    throw error
  }
}

interface Customer {
  readonly integration: SenderAddress
  readonly from: OpenSender
  readonly time: string
}

const receive = (c: RequestContext, world: World, { integration, from, time }: Customer, content: MessageContent): Received => {
  const received = receiveFromCustomer(world, {
    messengerType: 'open',
    businessAddress: integration.address,
    customerAddress: from.id,
    customerName: nameOf(from),
    content,
    time: Date.parse(time)
  })
  const assume = assumeFor(c)
  assume('inbound.open-answer')
  assume('inbound.entry')
  if (received.how === 'continued') assume('reply.end-time')
  return received
}

interface OpenReceipt {
  readonly integration: SenderAddress
  readonly id: string
  readonly status: ReceiptStatus
  readonly reasons: OpenReasons
}

const takeReceipt = (c: RequestContext, world: World, { integration, id, status, reasons }: OpenReceipt): void => {
  const [reason] = reasons ?? []
  const isKnown = receiveReceipt(world, {
    messageId: id.toLowerCase(),
    businessAddress: integration.address,
    status,
    failure:
      status === 'Failed' ? { code: reason?.code ?? 'GeneralError', words: reason?.message ?? 'The channel gave no reason.' } : undefined
  })
  if (!isKnown) {
    throw new Refusal(documented.invalidValue, `Integration ${integration.name} has sent no message ${id}.`, {
      field: 'id',
      restsOn: ['receipt.status']
    })
  }
  assumeFor(c)('receipt.status')
}

/** What comes from the customers of an open messaging integration. */
export const inboundOpenRoutes = (world: World, needs: Needs): Hono<Environment> => {
  const routes = new Hono<Environment>()
  const mayReceive = needs({ token: 'client', permissions: { every: ['conversation:message:receive'] } })

  const integrationWith = (id: string): SenderAddress => {
    const integration = world.organisation.senders.find(({ messengerType, address }) => messengerType === 'open' && address === id)
    if (integration === undefined) throw new Refusal(documented.notFound, `This organisation has no open messaging integration ${id}.`)
    return integration
  }

  const pathIntegration = (c: RequestContext): SenderAddress => integrationWith(pathId(c, 'integrationId'))

  /** The channel as the answer has it. */
  const channelOf = ({ address }: SenderAddress, from: OpenSender, time: string, messageId?: string): OpenChannel => ({
    id: address,
    platform: 'Open',
    type: 'Private',
    messageId,
    to: { id: address },
    from,
    time
  })

  routes.post('/:integrationId/inbound/open/message', mayReceive, (c) => {
    const integration = pathIntegration(c)
    const request = readMessage(c)
    const { from, messageId } = request.channel
    const time = timeOf(request.channel.time)
    const attachments = (request.content ?? []).flatMap(({ attachment }) => (attachment ? [attachment] : []))
    if (request.text === undefined && attachments.length === 0) {
      throw new Refusal(documented.constraint, 'A message needs text or content.', { field: 'text', restsOn: ['body.field-code'] })
    }
    const { conversation, message } = receive(
      c,
      world,
      { integration, from, time },
      attachments.length === 0
        ? { kind: 'text', text: request.text ?? '' }
        : {
            kind: 'attachments',
            text: request.text,
            attachments: attachments.map(({ mediaType, url, mime, filename }) => ({ mediaType, url, mime, filename }))
          }
    )
    const prefetches = c.req.query('prefetchConversationId') === 'true'
    assumeFor(c)('inbound.prefetch')
    const body: Answer<Models.OpenMessageNormalizedMessage> = {
      id: message.id,
      channel: channelOf(integration, from, time, messageId),
      type: 'Text',
      text: request.text,
      content: attachments.length === 0 ? undefined : attachments.map((attachment) => ({ contentType: 'Attachment', attachment })),
      metadata: request.metadata,
      conversationId: prefetches ? conversation.id : undefined
    }
    return c.json(body)
  })

  routes.post('/:integrationId/inbound/open/structured/response', mayReceive, (c) => {
    const integration = pathIntegration(c)
    const { channel, buttonResponse, originatingMessageId } = readBody(c, inboundStructuredResponse, 'OpenInboundStructuredResponseMessage')
    const time = timeOf(channel.time)
    const { text, payload } = buttonResponse
    const { message } = receive(
      c,
      world,
      { integration, from: channel.from, time },
      { kind: 'buttonResponse', text, payload, originatingMessageId }
    )
    const body: Answer<Models.OpenStructuredResponseNormalizedMessage> = {
      id: message.id,
      channel: channelOf(integration, channel.from, time, channel.messageId),
      type: 'Structured',
      direction: 'Inbound',
      content: [{ contentType: 'ButtonResponse', buttonResponse }]
    }
    return c.json(body)
  })

  routes.post('/:integrationId/inbound/open/event', mayReceive, (c) => {
    const integration = pathIntegration(c)
    const { channel, events } = readBody(c, inboundEvent, 'OpenInboundNormalizedEvent')
    const time = timeOf(channel.time)
    const standing = standingWith(world, {
      messengerType: 'open',
      businessAddress: integration.address,
      customer: channel.from.id
    })
    if (standing.kind === 'active') {
      world.typing.tell({ conversationId: standing.conversation.id, by: 'customer', time: world.clock.now() })
    }
    assumeFor(c)('inbound.open-answer')
    const body: Answer<Models.OpenEventNormalizedMessage> = {
      id: world.ids.next('event'),
      channel: channelOf(integration, channel.from, time),
      type: 'Event',
      events: events.map(({ eventType, typing }) => ({ eventType, typing }))
    }
    return c.json(body)
  })

  routes.post('/:integrationId/inbound/open/receipt', mayReceive, (c) => {
    const integration = pathIntegration(c)
    const { id, channel, status, reasons, isFinalReceipt } = readBody(c, inboundReceipt, 'OpenInboundNormalizedReceipt')
    const time = timeOf(channel.time)
    takeReceipt(c, world, { integration, id, status, reasons })
    assumeFor(c)('inbound.open-answer')
    const body: Answer<Models.OpenReceiptNormalizedMessage> = {
      id,
      channel: { ...channelOf(integration, { id: integration.address, idType: 'Opaque' }, time), to: channel.to },
      type: 'Receipt',
      status,
      reasons,
      isFinalReceipt,
      direction: 'Outbound'
    }
    return c.json(body)
  })

  // Deprecated: text messages and receipts in one, with the integration in the body.
  routes.post('/inbound/open', mayReceive, (c) => {
    const request = readBody(c, deprecatedInbound, 'OpenNormalizedMessage')
    const { channel, type, text, status, reasons, isFinalReceipt, metadata } = request
    const time = timeOf(channel.time)
    const isReceipt = type === 'Receipt'
    const integration = integrationWith((channel.id ?? (isReceipt ? channel.from : channel.to).id).toLowerCase())
    const answer = (id: string): Answer<Models.OpenNormalizedMessage> => ({
      id,
      channel: { ...channelOf(integration, channel.from, time, channel.messageId), to: channel.to },
      type,
      text,
      status,
      reasons,
      isFinalReceipt,
      direction: isReceipt ? 'Outbound' : 'Inbound',
      metadata
    })
    if (isReceipt) {
      if (request.id === undefined || status === undefined) throw unknownReference('A receipt needs the message’s id and a status.', 'id')
      takeReceipt(c, world, { integration, id: request.id, status, reasons })
      return c.json(answer(request.id))
    }
    if (text === undefined) {
      throw new Refusal(documented.constraint, 'A message of type Text needs text.', { field: 'text', restsOn: ['body.field-code'] })
    }
    const { message } = receive(c, world, { integration, from: channel.from, time }, { kind: 'text', text })
    return c.json(answer(message.id))
  })
  return routes
}
