import assert from 'node:assert/strict'
import type { Action, ActionId } from '../../../../src/followUp/actions/action'
import { isInEffect } from '../../../../src/followUp/actions/outcome'
import { planActions } from '../../../../src/followUp/actions/planActions'
import type { Conversation } from '../../../../src/model/conversation'
import { emptyDraft } from '../../../../src/model/draft'
import { endedConversation, queued, withAgent } from '../../support/conversation'
import { situationOf } from '../../support/situation'

const planned = (id: ActionId, given: Conversation): Action => {
  const found = planActions(situationOf(given), emptyDraft).actions.find((action) => action.id === id)
  assert.ok(found)
  return found
}

describe('An action that may have been done', () => {
  const cases: readonly (readonly [ActionId, Conversation, Conversation])[] = [
    ['accept', withAgent('alerting'), withAgent('connected')],
    ['resume', withAgent('parked'), withAgent('connected')],
    ['assign', queued(), withAgent('alerting')],
    ['leave', withAgent('connected'), endedConversation()],
    ['disconnect', withAgent('connected'), endedConversation()]
  ]
  for (const [id, before, after] of cases)
    it(`is told by the conversation that is read afterwards: ${id}`, () => {
      const action = planned(id, before)
      assert.equal(isInEffect(action, situationOf(after)), true)
      assert.equal(isInEffect(action, situationOf(before)), false)
      assert.equal(isInEffect(action, situationOf(undefined)), undefined)
    })
})
