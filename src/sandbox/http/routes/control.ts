import { Hono, type MiddlewareHandler } from 'hono'
import { timingSafeEqual } from 'node:crypto'
import * as z from 'zod/mini'
import type { Control } from '../../control/control'
import { parseDuration } from '../../control/duration'
import { UnknownConversation, UnknownOperation, UnknownScenario } from '../../errors'
import { fault } from '../../faults/fault'
import { Refusal, type SandboxError } from '../../refusal'
import { scenarios } from '../../scenarios'
import { isoTime } from '../answers'
import type { Environment, RequestContext } from '../environment'
import { readBody } from '../requestBody'

const tokenRefused: SandboxError = { status: 401, code: 'sandbox.control.token' }
const unknownName: SandboxError = { status: 404, code: 'sandbox.control.unknown' }
const notPossible: SandboxError = { status: 400, code: 'sandbox.control.not.possible' }
const noRoute: SandboxError = { status: 404, code: 'sandbox.control.path' }

const prefix = '/sandbox'

/** Whether a path belongs to the control API, and not to the organisation. */
export const isControlPath = (path: string): boolean => path === prefix || path.startsWith(`${prefix}/`)

const withToken = (token: string): MiddlewareHandler<Environment> => {
  const expected = Buffer.from(`Bearer ${token}`)
  return async (c, next) => {
    const given = Buffer.from(c.req.header('authorization') ?? '')
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      throw new Refusal(tokenRefused, 'The control API takes its own token only: controlToken of the sandbox’s address, as a bearer token.')
    }
    await next()
  }
}

const clockMove = z.union([
  z.strictObject({ advance: z.union([z.string(), z.number().check(z.minimum(0))]) }),
  z.strictObject({ to: z.iso.datetime({ offset: true }) })
])
const scenarioChoice = z.strictObject({ name: z.string() })
const faultsToSet = z.strictObject({ faults: z.array(fault) })

/** By how many milliseconds the clock is to be moved. */
const moveOf = (move: z.output<typeof clockMove>, now: number): number => {
  if ('to' in move) {
    const ahead = Date.parse(move.to) - now
    if (ahead < 0) throw new Refusal(notPossible, `The clock only moves ahead, and it is ${isoTime(now)} already.`, { field: 'to' })
    return ahead
  }
  if (typeof move.advance === 'number') return move.advance
  const milliseconds = parseDuration(move.advance)
  if (milliseconds === undefined) {
    throw new Refusal(notPossible, `“${move.advance}” is no duration such as PT72H or P3D.`, { field: 'advance' })
  }
  return milliseconds
}

const namingUnknown = <Result>(act: () => Result): Result => {
  try {
    return act()
  } catch (error) {
    if (error instanceof UnknownScenario || error instanceof UnknownOperation || error instanceof UnknownConversation)
      throw new Refusal(unknownName, error.message)
    throw error
  }
}

/** The control API: the clock, scenarios, what is forgotten, faults and the ledger. It is the sandbox’s own, and no part of the platform. */
export const controlRoutes = (control: Control, token: string): Hono<Environment> => {
  const routes = new Hono<Environment>()
  const status = (c: RequestContext): Response =>
    c.json({
      now: isoTime(control.now()),
      scenario: control.scenario(),
      conversations: control.conversationCount(),
      requests: control.ledger().at(-1)?.number ?? 0,
      faults: control.faults().length
    })
  routes.use(withToken(token))
  routes.get('/status', status)

  routes.post('/clock', (c) => {
    control.advance(moveOf(readBody(c, clockMove, 'a move of the clock'), control.now()))
    return status(c)
  })

  routes.get('/scenarios', (c) => c.json({ scenarios }))
  routes.post('/scenario', (c) => {
    const { name } = readBody(c, scenarioChoice, 'a choice of a scenario')
    return c.json({ scenario: name, conversations: namingUnknown(() => control.loadScenario(name)) })
  })

  routes.delete('/conversations/:id', (c) => {
    namingUnknown(() => {
      control.forgetConversation(c.req.param('id'))
    })
    return c.body(null, 204)
  })

  routes.get('/guests', (c) => c.json({ tokens: control.guestTokens() }))

  routes.get('/ledger', (c) => c.json({ entries: control.ledger() }))
  routes.delete('/ledger', (c) => {
    control.clearLedger()
    return c.body(null, 204)
  })

  const faults = (c: RequestContext): Response => c.json({ faults: control.faults() })
  routes.get('/faults', faults)
  routes.post('/faults', (c) => {
    const body = readBody(c, faultsToSet, 'a list of faults')
    namingUnknown(() => {
      control.setFaults(body.faults)
    })
    return faults(c)
  })
  routes.delete('/faults', (c) => {
    control.setFaults([])
    return c.body(null, 204)
  })

  routes.all('/*', (c) => {
    throw new Refusal(noRoute, `The control API has no ${c.req.method} ${c.req.path}.`)
  })
  return routes
}
