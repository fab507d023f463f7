// What the diagnosis predicts of changes of a conversation against what the sandbox answers: for every conversation, each of its participants and
// some that it does not have, each change, and each kind of credential. The two are written apart.
import assert from 'node:assert/strict'
import type { ActionId } from '../../src/followUp/actions/action'
import { planActions } from '../../src/followUp/actions/planActions'
import { operationOf, ownUserId } from '../../src/followUp/actions/requests'
import type { PlannedRequest } from '../../src/followUp/route'
import type { CredentialKind } from '../../src/model/credential'
import { unknown } from '../../src/model/fact'
import type { Situation } from '../../src/model/situation'
import { emptyDraft } from '../../src/model/draft'
import { Field, outcomeOf, predict, wordsOf, type Outcome } from './support/prediction'

const nobody = '00000000-0000-4000-8000-000000000009'

const request = (id: ActionId, conversationId: string, body: PlannedRequest['body'], participantId = ''): PlannedRequest => ({
  method: operationOf[id].method,
  path: operationOf[id].path.replace('{conversationId}', conversationId).replace('{participantId}', participantId),
  body,
  credential: 'user'
})

/** Each change, of each participant that could be meant by it, and for each user. */
const requestsIn = (situation: Situation): readonly PlannedRequest[] => {
  assert.ok(situation.conversation.known)
  const { id, participants } = situation.conversation.value
  const others = participants.flatMap(({ userId }) => userId ?? [])
  return [
    ...[...participants.map((each) => each.id), nobody].flatMap((participantId) => [
      request('accept', id, { state: 'connected' }, participantId),
      request('resume', id, { state: 'connected' }, participantId),
      request('leave', id, { state: 'disconnected' }, participantId)
    ]),
    ...[...new Set([ownUserId(situation) ?? nobody, ...others, nobody])].map((user) => request('assign', id, { id: user })),
    request('disconnect', id, { state: 'disconnected' })
  ]
}

const credentials = ['user', 'client'] as const satisfies readonly CredentialKind[]

for (const scenario of ['default', 'every-channel-and-state', 'missing-permission', 'waiting-in-queue', 'manual-assignment-off'] as const)
  describe(`The diagnosis of changes and the sandbox, with the conversations of ${scenario},`, () => {
    const field = new Field(scenario)
    after(() => field.close())

    it('agree on every conversation, participant, change and credential', async function (this: Mocha.Context) {
      this.timeout(600_000)
      const counts = new Map<Outcome, number>()
      const disagreements: string[] = []
      for (const name of await field.names())
        for (const [index] of requestsIn(await field.situation(name)).entries())
          for (const credential of credentials) {
            const situation = await field.situation(name)
            const planned = requestsIn(situation)[index]
            assert.ok(planned)
            const prediction = predict(situation, planned, credential)
            const answer = await field.send(planned, credential)
            const outcome = outcomeOf(prediction, answer)
            counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
            if (outcome === 'disagree')
              disagreements.push(`${name}, ${planned.method} ${planned.path}, ${credential}: ${wordsOf(prediction, answer)}`)
          }
      if (this.test) this.test.title += `: ${[...counts].map(([outcome, count]) => `${count} ${outcome}`).join('; ')}`
      assert.equal(disagreements.length, 0, `${disagreements.length} cells disagree:\n${disagreements.slice(0, 40).join('\n')}`)
    })

    it('agree on every action that is planned', async function (this: Mocha.Context) {
      this.timeout(600_000)
      const disagreements: string[] = []
      for (const name of await field.names())
        for (const [index, { id }] of planActions(await field.situation(name), emptyDraft).actions.entries()) {
          const situation = await field.situation(name)
          const action = planActions(situation, emptyDraft).actions[index]
          assert.ok(action)
          const answer = await field.send(action.request, action.request.credential)
          const { verdict, findings } = action
          if (outcomeOf({ verdict, findings, nearest: [] }, answer) === 'disagree')
            disagreements.push(`${name}, ${id}: ${wordsOf({ verdict, findings, nearest: [] }, answer)}`)
        }
      assert.equal(disagreements.join('\n'), '')
    })

    it('guess nothing: what is withheld never makes “will fail” of “will work”, nor the other way round', async function (this: Mocha.Context) {
      this.timeout(120_000)
      const guesses: string[] = []
      for (const name of await field.names()) {
        const situation = await field.situation(name)
        for (const planned of requestsIn(situation))
          for (const credential of credentials) {
            const { verdict } = predict(situation, planned, credential)
            for (const fact of ['conversation', 'threading', 'credentials', 'queue', 'memberships', 'routingStatus'] as const) {
              const less = predict({ ...situation, [fact]: unknown('It is withheld.') }, planned, credential).verdict
              if (less !== verdict && less !== 'cannot-tell' && verdict !== 'cannot-tell')
                guesses.push(`${name}, ${planned.path}, ${credential}, without ${fact}: ${verdict} became ${less}`)
            }
          }
      }
      assert.equal(guesses.join('\n'), '')
    })
  })
