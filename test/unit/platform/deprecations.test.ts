import assert from 'node:assert/strict'
import { deprecationOf, type Deprecation } from '../../../src/platform/deprecations'
import { allOperations, isDeprecated, type Operation } from '../../../src/platform/operations'
import { deprecationsInSdk } from '../support/sdkSources'

const nameOf = ({ method, path }: Operation): string => `${method} ${path}`

const found: readonly (readonly [string, Deprecation])[] = allOperations().flatMap((operation) => {
  const deprecation = deprecationOf(operation)
  return deprecation ? [[nameOf(operation), deprecation] as const] : []
})
const successorsOf = (name: string): readonly string[] => found.find(([own]) => own === name)?.[1].successors.map(nameOf) ?? []

/** The words of a path that are no variables. */
const wordsOf = (path: string): readonly string[] => path.split('/').filter((word) => word !== '' && !word.startsWith('{'))

describe('the deprecated operations', () => {
  const inSdk = deprecationsInSdk()

  it('are those that the installed SDK calls so, all of them', () => {
    assert.deepEqual(found.map(([name]) => name).sort(), [...inSdk.keys()].sort())
    assert.ok(inSdk.size > 100, `${inSdk.size} are deprecated`)
  })

  it('have successors that are not deprecated themselves', () => {
    for (const [name, { successors }] of found)
      for (const successor of successors) assert.ok(!isDeprecated(successor), `${name} leads to ${nameOf(successor)}`)
  })

  it('have only successors that their documentation names', () => {
    for (const [name, { successors }] of found) {
      // That it is an older name of the other is said of the settings as a whole.
      if (name.includes('/api/v2/messaging/settings')) continue
      const documentation = inSdk.get(name) ?? ''
      for (const { path } of successors) assert.ok(documentation.includes(wordsOf(path).at(-1) ?? path), `${name} leads to ${path}`)
    }
  })

  it('have a successor wherever their documentation names one', () => {
    const without = found.filter(([, { successors, reason }]) => successors.length === 0 && reason === undefined).map(([name]) => name)
    for (const name of without)
      assert.doesNotMatch(
        (inSdk.get(name) ?? '').replace(/https:\S+/g, ''),
        /\b(?:use|see|migrate to)\b.*\/(?:api|conversations|businessunits)\//i,
        name
      )
  })

  it('lead to the new place of a path that has moved, with the same method', () => {
    assert.deepEqual(successorsOf('DELETE /api/v2/messaging/settings/{messageSettingId}'), [
      'DELETE /api/v2/conversations/messaging/settings/{messageSettingId}'
    ])
    assert.deepEqual(successorsOf('PATCH /api/v2/routing/queues/{queueId}/users/{memberId}'), [
      'PATCH /api/v2/routing/queues/{queueId}/members/{memberId}'
    ])
  })

  it('have a reason only where there is no successor', () => {
    for (const [name, { successors, reason }] of found) assert.ok(successors.length === 0 || reason === undefined, name)
  })

  it('are none of the sends', () => {
    for (const path of ['agentless', '{conversationId}/communications/{communicationId}/messages'])
      assert.ok(!isDeprecated({ method: 'POST', path: `/api/v2/conversations/messages/${path}` }), path)
  })
})
