import assert from 'node:assert/strict'
import { diagnose } from '../../../src/diagnosis/diagnose'
import type { NearestOperation } from '../../../src/diagnosis/nearest'
import { allOperations } from '../../../src/platform/operations'
import { attempt } from '../support/attempt'
import { agentless, asking } from '../support/exchange'
import { ids } from '../support/ids'
import { inventedByTheThread } from '../support/seed'

const agentlessLine = 'POST /api/v2/conversations/messages/agentless'
const nearest = (line: string, body?: unknown): readonly NearestOperation[] => diagnose(attempt({ request: asking(line, body) })).nearest
const lines = (operations: readonly NearestOperation[]): readonly string[] => operations.map(({ method, path }) => `${method} ${path}`)

describe('the endpoints that the thread names', () => {
  for (const line of inventedByTheThread)
    describe(line, () => {
      const bodies = {
        'without a body': undefined,
        'with what the thread sends': line.startsWith('PATCH') ? { status: 'open' } : { text: 'Hello', conversationId: ids.conversation }
      }
      for (const [name, body] of Object.entries(bodies))
        for (const written of [line, line.replace(/\{[^}]*\}/, ids.conversation)])
          it(`${name}, written ${written}: it does not exist, nothing re-opens, and agentless is first or second of what does`, () => {
            const { verdict, findings, nearest: real } = diagnose(attempt({ request: asking(written, body) }))
            assert.equal(verdict, 'will-fail')
            assert.equal(findings[0]?.rule, 'path.invented')
            assert.ok(findings.some(({ rule }) => rule === 'reopen.impossible'))
            assert.ok(lines(real).slice(0, 2).includes(agentlessLine), lines(real).join('\n'))
          })
    })
})

describe('the nearest real operations', () => {
  it('exist, each stands there once, and says why', () => {
    const all = new Set(allOperations().map(({ method, path }) => `${method} ${path}`))
    for (const line of [...inventedByTheThread, 'GET /api/v2/conversation/list', 'POST /api/v2/routing/queue', 'PUT /api/v2/users/me']) {
      const found = nearest(line)
      assert.equal(new Set(lines(found)).size, found.length, line)
      assert.ok(found.length <= 5)
      for (const operation of found) {
        assert.ok(all.has(`${operation.method} ${operation.path}`), `${operation.method} ${operation.path}`)
        assert.notEqual(operation.why, '')
      }
    }
  })

  it('are the same path with the method that it takes', () => {
    const found = nearest('PUT /api/v2/conversations/messages')
    const outbound = found.find(({ method, path }) => method === 'POST' && path === '/api/v2/conversations/messages')
    assert.ok(outbound)
    for (const { path, why } of found) if (why.includes('This path takes')) assert.equal(path, '/api/v2/conversations/messages')
  })

  it('are what is spelled alike, for what has nothing to do with conversations', () => {
    assert.equal(lines(nearest('POST /api/v2/routing/queue'))[0], 'POST /api/v2/routing/queues')
  })

  it('are those that read, for a request that reads', () => {
    assert.ok(lines(nearest('GET /api/v2/conversations/messaging/{id}')).includes('GET /api/v2/conversations/{conversationId}'))
  })

  it('are none for an operation that exists, or for what is not of the API', () => {
    assert.deepEqual(diagnose(attempt({ request: agentless() })).nearest, [])
    assert.deepEqual(nearest('POST https://example.org/messages'), [])
    assert.deepEqual(diagnose(attempt({})).nearest, [])
  })
})
