import type { Request } from '../../exchange/exchange'
import { isRecord, textAt } from '../../exchange/json'
import { parseUuid } from '../../model/ids'
import {
  agentlessPath,
  agentMessagePath,
  findMessagingOperation,
  messagingOperations,
  outboundPath
} from '../../platform/messagingOperations'
import { isVariable } from '../../platform/operationUrl'
import { sdkVersion } from '../../platform/operations'
import { isResearched } from '../../platform/researchedPaths'
import { sources } from '../../platform/sources'
import type { Attempt } from '../attempt'
import { requestEvidence } from '../evidence'
import { asksToReopen } from '../intent'
import { fails, notes, warns, type Rule } from '../rule'
import { strayFieldCodes, strayFieldOf } from '../strayField'

/** The request, where its method and path are no operation of the published API. */
const unlisted = ({ exchange: { request }, operation }: Attempt): (Request & { readonly apiPath: string }) | undefined =>
  request?.apiPath === undefined || operation ? undefined : { ...request, apiPath: request.apiPath }

const notListed = ({ method, apiPath }: { readonly method: string; readonly apiPath: string }): string =>
  `No operation of the published API is ${method} ${apiPath}.`

const howToSend = `To send, use POST ${agentlessPath} when nobody is connected, or POST ${agentMessagePath} while an agent is.`

const invented: Rule = {
  id: 'path.invented',
  about: 'The method and path are no operation of the published API. Use the nearest real operation.',
  phase: 'preflight',
  title: 'This endpoint does not exist',
  refusedWith: ['not.found'],
  confidence: 'documented',
  sources: [sources.sdk, sources.openapi],
  look: (attempt) => {
    const request = unlisted(attempt)
    return request && isResearched(request.apiPath)
      ? fails(
          `${notListed(request)} Neither the official SDK (${sdkVersion}) nor the published OpenAPI has it.`,
          attempt.intent === 'send' ? howToSend : 'Use one of the nearest real operations.',
          requestEvidence(attempt)
        )
      : undefined
  }
}

const unpublished: Rule = {
  id: 'path.unpublished',
  about:
    'The method and path are no operation of the published API. Outside of messaging Genesys may have some that it does not publish. Check the path, or use a published operation.',
  phase: 'preflight',
  title: 'This endpoint is not published',
  confidence: 'inferred',
  sources: [sources.sdk],
  look: (attempt) => {
    const request = unlisted(attempt)
    return request && !isResearched(request.apiPath)
      ? warns(
          `${notListed(request)} The official SDK (${sdkVersion}) does not have it. Where Genesys has it all the same, nothing is documented of it.`,
          attempt.intent === 'send'
            ? howToSend
            : 'Check method and path for a slip. What is not published can change, or go, without a word: a published operation is safer.',
          requestEvidence(attempt)
        )
      : undefined
  }
}

const reopen: Rule = {
  id: 'reopen.impossible',
  about:
    'A conversation has no “open” status; the only state that can be written is “disconnected”, and no operation adds a participant to a message conversation. Follow up instead of re-opening.',
  phase: 'preflight',
  title: 'Nothing re-opens a conversation',
  refusedWith: 'not-documented',
  confidence: 'documented',
  sources: [sources.models, sources.sdk],
  look: (attempt) => {
    const { intent, operation, exchange } = attempt
    const cause =
      'A conversation has no “open” or “closed” status. The only state that can be written is “disconnected”, and no operation adds a participant to a message conversation.'
    const remedy = `Do not re-open it: send a follow-up with POST ${agentlessPath}. The customer’s own next message continues the conversation while the reply window is open.`
    // A real operation changes other things as well, and calls have one that adds a participant.
    const wantsIt = operation
      ? intent === 'reopen' && exchange.request !== undefined && asksToReopen(exchange.request)
      : intent === 'reopen' || intent === 'addParticipant'
    if (wantsIt) return fails(cause, remedy, requestEvidence(attempt))
    // Somebody who writes into an ended conversation by an invented path will think of re-opening it next.
    return intent === 'send' && !operation && exchange.request?.apiPath !== undefined ? notes(cause, remedy) : undefined
  }
}

const sendFields = new Set(
  messagingOperations
    .filter(({ path }) => [agentlessPath, agentMessagePath, outboundPath].includes(path))
    .flatMap(({ bodyFields }) => bodyFields ?? [])
)

const realName: Readonly<Record<string, string>> = {
  text: 'The text is “textBody”.',
  message: 'The text is “textBody”.',
  body: 'The text is “textBody”.',
  from: 'The sender follows from the token, or from “fromAddress” (agentless).',
  to: 'The recipient is “toAddress”, or “externalContactId” for web messaging (agentless).',
  conversationId: 'The conversation stands in the path (agent’s send), or follows from the recipient (agentless).'
}

/** More fields than this are looked up rather than read in a sentence. */
const fewFields = 8

const knownFields = (fields: readonly string[], model: string | undefined): string =>
  fields.length > fewFields && model !== undefined ? `Its fields are those of the model ${model}.` : `The fields are ${fields.join(', ')}.`

const unknownFields: Rule = {
  id: 'body.unknown-fields',
  about: 'The body has fields that the request’s model is without. Use the model’s own names.',
  phase: 'preflight',
  title: 'The body has fields that the request does not know',
  confidence: 'documented',
  sources: [sources.models, sources.sdk],
  look: ({ exchange: { request }, operation, intent, send }) => {
    if (request?.body?.kind !== 'json' || !isRecord(request.body.value)) return undefined
    const published = operation && findMessagingOperation(operation.method, operation.path)
    const own = published?.bodyFields
    const known = operation ? own && new Set(own) : intent === 'send' ? sendFields : undefined
    const strangers = known
      ? Object.keys(request.body.value).filter((field) => !known.has(field) && strayFieldOf(field, send).kind === 'other')
      : []
    if (strangers.length === 0) return undefined
    const hints = [...new Set(strangers.flatMap((field) => realName[field] ?? []))]
    const names = strangers.map((field) => `“${field}”`).join(', ')
    return {
      ...warns(
        `${operation ? 'The request’s model' : 'Every send request of the published API'} is without ${names}.`,
        hints.length > 0 ? hints.join(' ') : knownFields([...(known ?? [])], published?.bodyModel),
        [{ text: `Fields of the body: ${Object.keys(request.body.value).join(', ')}.` }]
      ),
      ...(operation && { refusedWith: strayFieldCodes })
    }
  }
}

const malformedBody: Rule = {
  id: 'body.malformed',
  about: 'The body starts like JSON and cannot be read. Correct it.',
  phase: 'preflight',
  title: 'The body is not JSON',
  refusedWith: ['bad.request'],
  confidence: 'documented',
  sources: [sources.openapi],
  look: ({ exchange: { request } }) =>
    request?.body?.kind === 'malformed'
      ? fails(
          `The body starts like JSON, but it cannot be read: ${request.body.why}`,
          'Correct it. The platform answers 400 “bad.request” to malformed JSON.'
        )
      : undefined
}

const conversationId: Rule = {
  id: 'conversation.id',
  about: 'Every conversation id is a UUID, and this is none. Use the id of the conversation.',
  phase: 'preflight',
  title: 'This is not a conversation id',
  refusedWith: 'not-documented',
  confidence: 'documented',
  sources: [sources.models],
  look: ({ exchange: { request }, operation }) => {
    const inPath = operation?.parameters.get('conversationId')
    const inBody = request?.body?.kind === 'json' ? textAt(request.body.value, 'conversationId') : undefined
    const id = inPath ?? inBody
    if (id === undefined || isVariable(id) || parseUuid(id)) return undefined
    return (inPath === undefined ? warns : fails)(
      `“${id}” is no UUID, and every conversation id is one. So the conversation’s state cannot be read either.`,
      'Use the id of the conversation, for example from the Conversations view.'
    )
  }
}

export const endpointRules: readonly Rule[] = [invented, unpublished, reopen, unknownFields, malformedBody, conversationId]
