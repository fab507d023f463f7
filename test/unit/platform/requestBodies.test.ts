import assert from 'node:assert/strict'
import { describedModels, findRequestBody, type RequestField } from '../../../src/platform/requestBodies'
import {
  agentlessPath,
  agentMessagePath,
  findMessagingOperation,
  messagingOperations,
  outboundPath
} from '../../../src/platform/messagingOperations'
import { agentlessChannels, outboundChannels } from '../../../src/platform/channels'
import { isDeprecated } from '../../../src/platform/operations'
import { fieldsInSdk } from '../support/sdkTypings'

const fieldsOf = (path: string): readonly RequestField[] => findMessagingOperation('POST', path)?.body?.fields ?? []
const shape = ({ name, type, required, values }: RequestField): string =>
  `${name}${required ? '!' : ''}: ${type}${values ? ` ${values.join('|')}` : ''}`

describe('the bodies of the three sends', () => {
  it('are, for agentless', () => {
    assert.deepEqual(fieldsOf(agentlessPath).map(shape), [
      'fromAddress!: string',
      'toAddress: string',
      'externalContactId: string',
      'toAddressMessengerType!: string sms|whatsapp|open|webmessaging|apple',
      'textBody: string',
      'messagingTemplate: object',
      'useExistingActiveConversation: boolean'
    ])
  })

  it('are, for the agent’s send', () => {
    assert.deepEqual(fieldsOf(agentMessagePath).map(shape), ['textBody!: string', 'mediaIds: array', 'messagingTemplate: object'])
  })

  it('are, for an outbound conversation', () => {
    assert.deepEqual(fieldsOf(outboundPath).map(shape), [
      'queueId!: string',
      'toAddress!: string',
      'toAddressMessengerType!: string sms|open|whatsapp',
      'useExistingConversation: boolean',
      'externalContactId: string',
      'useUserFromAddress: boolean'
    ])
  })

  it('take the channels that we say they take', () => {
    const values = (path: string): readonly string[] => fieldsOf(path).find(({ name }) => name === 'toAddressMessengerType')?.values ?? []
    assert.deepEqual([...values(agentlessPath)].sort(), [...agentlessChannels].sort())
    assert.deepEqual([...values(outboundPath)].sort(), [...outboundChannels].sort())
  })

  it('exclude each other’s parts: one of text, media and template as the agent, and no address on web messaging', () => {
    assert.deepEqual(findRequestBody('AdditionalMessage')?.oneOf, ['textBody', 'mediaIds', 'messagingTemplate'])
    const onWebMessaging =
      findRequestBody('SendAgentlessOutboundMessageRequest')?.conditions.filter(({ value }) => value === 'webmessaging') ?? []
    assert.deepEqual(
      onWebMessaging.flatMap(({ refuses = [] }) => refuses),
      ['toAddress']
    )
    assert.deepEqual(
      onWebMessaging.flatMap(({ needs = [], confidence }) => needs.map((field) => `${field} ${confidence}`)),
      ['textBody documented', 'externalContactId inferred']
    )
  })
})

describe('the bodies that are described', () => {
  /** Its model is that of an answer too, whose required fields no PATCH has. */
  const conversation = 'Conversation'

  for (const model of describedModels)
    it(`have the fields of the installed SDK: ${model}`, () => {
      const ours = findRequestBody(model)?.fields ?? []
      const inSdk = fieldsInSdk(model)
      assert.deepEqual(
        ours.map(({ name }) => name),
        Object.keys(inSdk)
      )
      if (model === conversation) return
      for (const { name, required } of ours) assert.equal(required ? 'required' : 'optional', inSdk[name], name)
    })

  it('speak only of fields that they have', () => {
    for (const model of describedModels) {
      const body = findRequestBody(model)
      const names = body?.fields.map(({ name }) => name) ?? []
      for (const { field, value, needs = [], refuses = [] } of body?.conditions ?? []) {
        for (const name of [field, ...needs, ...refuses]) assert.ok(names.includes(name), `${model} ${name}`)
        assert.ok(body?.fields.find(({ name }) => name === field)?.values?.includes(value), `${model} ${value}`)
      }
      for (const name of body?.oneOf ?? []) assert.ok(names.includes(name), `${model} ${name}`)
    }
  })

  it('are those of every operation that sends, starts, receives or changes a state, unless it is deprecated', () => {
    for (const { method, path, purpose, bodyModel, body } of messagingOperations)
      if (['send', 'startConversation', 'receive', 'changeState'].includes(purpose) && !isDeprecated({ method, path }))
        assert.equal(body === undefined, bodyModel === undefined, `${method} ${path}`)
  })

  it('can set a conversation’s state to “disconnected” alone, and a participant’s to “connected” too', () => {
    const states = (model: string): readonly string[] | undefined =>
      findRequestBody(model)?.fields.find(({ name }) => name === 'state')?.values
    assert.deepEqual(states('Conversation'), ['disconnected'])
    assert.deepEqual(states('MediaParticipantRequest'), ['connected', 'disconnected'])
  })

  it('are not made up for a model that is not described', () => {
    assert.equal(findRequestBody('WebDeployment'), undefined)
    assert.equal(findRequestBody('constructor'), undefined)
  })
})
