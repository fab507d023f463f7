import assert from 'node:assert/strict'
import { changedSince, type Sight } from '../../../src/followUp/changedSince'
import { plan } from '../../../src/followUp/plan'
import { isSending, type SendingRoute } from '../../../src/followUp/route'
import type { Situation } from '../../../src/model/situation'
import { deriveState } from '../../../src/model/state'
import { textDraft } from '../../../src/model/draft'
import { agent, conversation, customer, endedConversation, withAgent } from '../support/conversation'
import { ids } from '../support/ids'
import { situationOf } from '../support/situation'

const draft = textDraft('Hello')

/** What a person sees who has chosen a route. */
const sightOf = (at: Situation, id: SendingRoute['id']): Sight => {
  const routes = plan(at, draft)
  const route = routes.find((each): each is SendingRoute => isSending(each) && each.id === id)
  assert.ok(route && at.conversation.known)
  return { state: deriveState(at.conversation.value, at.threading, at.now), routes, route }
}

const connected = situationOf(withAgent('connected'))

describe('a conversation that was read again before a send', () => {
  it('lets it go when nothing has changed', () => {
    assert.equal(changedSince(sightOf(connected, 'agentMessage'), sightOf(connected, 'agentMessage')), undefined)
  })

  it('says from what to what it changed when the route would fail', () => {
    const said = changedSince(sightOf(connected, 'agentMessage'), sightOf(situationOf(endedConversation()), 'agentMessage')) ?? ''
    assert.match(
      said,
      /^The conversation was connected with Nora Lind, and is now ended 2026-11-24T13:59:00Z, with the reply window open\./
    )
    assert.match(said, /Agent message would fail now: /)
    assert.match(said, /Agentless message, .* is the better way now: /)
  })

  it('says that another recipient would get it', () => {
    const merged = situationOf(conversation([customer({}, { externalContactId: ids.nobody }), agent()]))
    const said = changedSince(sightOf(connected, 'agentless'), sightOf(merged, 'agentless')) ?? ''
    assert.match(said, new RegExp(`externalContactId was ${ids.contact}, and is now ${ids.nobody}\\.`))
  })
})
