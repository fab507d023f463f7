import assert from 'node:assert/strict'
import { sendPermissions, type SendPermission } from '../../../src/followUp/sendPermissions'
import type { Credential } from '../../../src/model/credential'
import { unknown } from '../../../src/model/fact'
import { granted, grantOf, nora, notifier } from '../support/situation'

const of = (credential: Credential): Readonly<Record<string, SendPermission>> =>
  Object.fromEntries(sendPermissions(credential).map(({ send, permission }) => [send, permission]))

describe('what a credential may send', () => {
  it('is the agent’s send and the outbound conversation for a user, the agentless send for a client', () => {
    assert.deepEqual(Object.keys(of(nora)), ['agentMessage', 'outbound'])
    assert.deepEqual(Object.keys(of(notifier)), ['agentless'])
  })

  it('is permitted where the roles have the permission', () => {
    assert.deepEqual(of(notifier)['agentless'], { kind: 'permitted' })
    assert.deepEqual(of({ ...nora, permissions: granted('conversation:webmessaging:create') })['agentMessage'], { kind: 'permitted' })
  })

  it('lacks by name what the roles have not', () => {
    const reader = granted('conversation:message:view')
    assert.deepEqual(of({ ...notifier, permissions: reader })['agentless'], {
      kind: 'missing',
      permissions: ['conversation:message:create'],
      anyOf: false,
      scope: undefined
    })
    const agent = of({ ...nora, permissions: reader })['agentMessage']
    assert.ok(agent?.kind === 'missing' && agent.anyOf)
    assert.ok(agent.permissions.includes('conversation:webmessaging:create'))
  })

  it('lacks a scope that a user’s token has not; a client’s token needs none', () => {
    const agent = of({ ...nora, grant: grantOf('CODE', 'users:readonly') })['agentMessage']
    assert.ok(agent?.kind === 'missing')
    assert.deepEqual([agent.permissions, agent.scope], [[], 'conversations'])
    assert.deepEqual(of({ ...notifier, grant: grantOf('CLIENT-CREDENTIALS', 'users:readonly') })['agentless'], { kind: 'permitted' })
  })

  it('is not known where the permissions could not be read, and says why', () => {
    assert.deepEqual(of({ ...notifier, permissions: unknown('Refused.') })['agentless'], { kind: 'notKnown', why: 'Refused.' })
  })

  it('is not held against a token whose scopes are not known', () => {
    assert.deepEqual(of({ ...nora, grant: unknown('Refused.') })['agentMessage'], { kind: 'permitted' })
  })
})
