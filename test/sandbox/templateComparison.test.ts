// What the diagnosis predicts of a template against what becomes of it on the sandbox: refused, delivered, or accepted and not delivered.
import assert from 'node:assert/strict'
import { plan } from '../../src/followUp/plan'
import { withTemplateOf } from '../../src/followUp/judge'
import { isSending, type PlannedRequest } from '../../src/followUp/route'
import type { Connection } from '../../src/genesys/connection'
import { PlatformError } from '../../src/genesys/platformError'
import type { CannedResponse } from '../../src/model/cannedResponse'
import { emptyDraft, type Draft } from '../../src/model/draft'
import { unknown } from '../../src/model/fact'
import { parameterKey, parametersOf } from '../../src/model/templateParameters'
import { openedConnection, uuidOf } from './support/opened'
import { predict } from './support/prediction'
import { openSession, type Session } from './support/session'

type Template = Readonly<Record<string, unknown>>

const without = (template: Template, field: string): Template =>
  Object.fromEntries(Object.entries(template).filter(([name]) => name !== field))

const eachValue = (value: unknown, to: unknown): unknown => {
  if (Array.isArray(value)) return value.map((item: unknown) => eachValue(item, to))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, key === 'value' ? to : eachValue(inner, to)]))
}

/** The planned template, and ways to get it wrong. */
const variants: Readonly<Record<string, (template: Template) => Template>> = {
  'as planned': (template) => template,
  'without its header’s values': (template) => without(template, 'headerParameters'),
  'without its body’s values': (template) => without(template, 'bodyParameters'),
  'without its buttons’ values': (template) => without(template, 'buttonUrlParameters'),
  'without its cards’ values': (template) => without(template, 'carouselParameters'),
  'with the header’s values in the body': ({ headerParameters, ...template }) =>
    headerParameters === undefined ? template : { ...template, bodyParameters: headerParameters },
  'with the older name of the body’s values': ({ bodyParameters, ...template }) => ({ ...template, parameters: bodyParameters }),
  'with empty values': (template) => ({ ...template, ...(eachValue(template, '') as Template) }),
  'with numbers for values': (template) => ({ ...template, ...(eachValue(template, 7) as Template) }),
  'with blanks in its values': (template) => ({ ...template, ...(eachValue(template, 'SB 20401') as Template) }),
  'with its cards counted from 1': (template) =>
    template['carouselParameters'] === undefined
      ? template
      : { ...template, carouselParameters: { cardParameters: [{ index: 1 }, { index: 2 }] } },
  'with an object for a list': (template) => ({ ...template, bodyParameters: { 1: 'Grace' } }),
  'without its response': (template) => without(template, 'responseId')
}

const routes = [
  { id: 'agentMessage', name: 'connected-whatsapp' },
  { id: 'agentless', name: 'ended-whatsapp' }
] as const

type Became = 'delivered' | 'not delivered' | 'refused'

interface Cell {
  readonly response: CannedResponse
  readonly route: (typeof routes)[number]
  readonly variant: string
}

/** What may become of a send by its verdict. */
const allowed: Readonly<Record<string, readonly Became[]>> = {
  'will-work': ['delivered'],
  'will-fail': ['not delivered', 'refused'],
  'cannot-tell': ['delivered', 'not delivered', 'refused']
}

describe('The diagnosis and the sandbox, of templates,', () => {
  let session: Session
  let connection: Connection
  before(async () => {
    session = await openSession({})
    connection = await openedConnection(session)
  })
  after(() => session.sandbox.stop())

  const requestOf = async ({ response, route, variant }: Cell) => {
    const values = Object.fromEntries(parametersOf(response).map((parameter) => [parameterKey(parameter), 'SB-20401']))
    const draft: Draft = { ...emptyDraft, template: { response, values }, agentMessage: { kind: 'template' } }
    const situation = await connection.situation(uuidOf(session, route.name))
    const planned = plan(situation, draft).find(({ id }) => id === route.id)
    assert.ok(planned && isSending(planned))
    const change = variants[variant]
    assert.ok(change)
    const messagingTemplate = change(planned.request.body['messagingTemplate'] as Template)
    const request: PlannedRequest = { ...planned.request, body: { ...planned.request.body, messagingTemplate } }
    return { request, situation: withTemplateOf(draft, situation) }
  }

  /** Sends it, and waits until it is delivered or not. */
  const became = async (request: PlannedRequest, name: string): Promise<Became> => {
    try {
      const { messageId, conversationId } = await connection.send(request)
      session.clock.advance(2000)
      const status = await connection.messageStatus(conversationId ?? session.conversationId(name), messageId ?? '')
      return status === 'delivery-success' ? 'delivered' : 'not delivered'
    } catch (error) {
      assert.ok(PlatformError.is(error, 400), String(error))
      return 'refused'
    }
  }

  it('agree on each one, sent as an agent and agentless, whole and wrong', async function (this: Mocha.Context) {
    this.timeout(60_000)
    const templates = (await connection.responses('')).rows.filter(({ use }) => use === 'whatsAppTemplate')
    const counts = new Map<string, number>()
    const disagreements: string[] = []
    for (const response of templates)
      for (const route of routes)
        for (const variant of Object.keys(variants)) {
          const { request, situation } = await requestOf({ response, route, variant })
          const { verdict, findings } = predict(situation, request, request.credential)
          const outcome = await became(request, route.name)
          const pair = `${verdict}, ${outcome}`
          counts.set(pair, (counts.get(pair) ?? 0) + 1)
          const said = findings.map(({ severity, rule }) => `${severity} ${rule}`).join(', ')
          if (allowed[verdict]?.includes(outcome) !== true)
            disagreements.push(`${response.name}, ${route.id}, ${variant}: ${verdict} (${said}), ${outcome}`)
          const withheld = predict({ ...situation, cannedResponse: unknown('It is withheld.') }, request, request.credential).verdict
          if (withheld === 'will-work') disagreements.push(`${response.name}, ${route.id}, ${variant}: guessed without the response`)
        }
    if (this.test) this.test.title += `: ${[...counts].map(([pair, count]) => `${count} ${pair}`).join('; ')}`
    assert.deepEqual(disagreements, [])
    for (const pair of ['will-work, delivered', 'will-fail, not delivered', 'will-fail, refused', 'cannot-tell, delivered'])
      assert.ok((counts.get(pair) ?? 0) > 10, `enough of them: ${pair}`)
  })
})
