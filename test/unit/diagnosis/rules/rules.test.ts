import assert from 'node:assert/strict'
import { diagnose } from '../../../../src/diagnosis/diagnose'
import type { Finding } from '../../../../src/diagnosis/finding'
import type { Rule } from '../../../../src/diagnosis/rule'
import { rules } from '../../../../src/diagnosis/rules'
import { addressRules } from '../../../../src/diagnosis/rules/address'
import { authorisationRules } from '../../../../src/diagnosis/rules/answer/authorisation'
import { availabilityRules, lastAnswerRules } from '../../../../src/diagnosis/rules/answer/availability'
import { conflictRules } from '../../../../src/diagnosis/rules/answer/conflict'
import { requestRules } from '../../../../src/diagnosis/rules/answer/request'
import { stateRules } from '../../../../src/diagnosis/rules/answer/state'
import { bodyRules } from '../../../../src/diagnosis/rules/body'
import { participantChangeRules } from '../../../../src/diagnosis/rules/change/participant'
import { parkingRules } from '../../../../src/diagnosis/rules/change/parking'
import { disconnectRules } from '../../../../src/diagnosis/rules/change/disconnect'
import { assignRules } from '../../../../src/diagnosis/rules/change/assign'
import { channelRules } from '../../../../src/diagnosis/rules/channel'
import { channelWindowRules } from '../../../../src/diagnosis/rules/channelWindow'
import { credentialRules } from '../../../../src/diagnosis/rules/credential'
import { deliveryRules } from '../../../../src/diagnosis/rules/delivery'
import { deprecatedRules } from '../../../../src/diagnosis/rules/deprecated'
import { endedRules } from '../../../../src/diagnosis/rules/ended'
import { endpointRules } from '../../../../src/diagnosis/rules/endpoint'
import { guestRules } from '../../../../src/diagnosis/rules/guest'
import { legRules } from '../../../../src/diagnosis/rules/leg'
import { mediaRules } from '../../../../src/diagnosis/rules/media'
import { pasteRules } from '../../../../src/diagnosis/rules/paste'
import { queueRules } from '../../../../src/diagnosis/rules/queue'
import { recipientRules } from '../../../../src/diagnosis/rules/recipient'
import { templateRules } from '../../../../src/diagnosis/rules/template'
import { templateParameterRules } from '../../../../src/diagnosis/rules/templateParameters'
import { textRules } from '../../../../src/diagnosis/rules/text'
import { trapRules } from '../../../../src/diagnosis/rules/trap'
import { webMessagingRules } from '../../../../src/diagnosis/rules/webMessaging'
import { unknown } from '../../../../src/model/fact'
import { findErrorCode } from '../../../../src/platform/errorCodes'
import { nothing } from '../../support/attempt'
import type { CasesByRule, Doubt, Firing, RuleCases, Silence } from '../../support/ruleCases'
import { addressCases } from './address.cases'
import { authorisationCases } from './answer/authorisation.cases'
import { availabilityCases, lastAnswerCases } from './answer/availability.cases'
import { conflictCases } from './answer/conflict.cases'
import { requestCases } from './answer/request.cases'
import { stateCases } from './answer/state.cases'
import { bodyCases } from './body.cases'
import { participantChangeCases } from './change/participant.cases'
import { parkingCases } from './change/parking.cases'
import { disconnectCases } from './change/disconnect.cases'
import { assignCases } from './change/assign.cases'
import { channelCases } from './channel.cases'
import { channelWindowCases } from './channelWindow.cases'
import { credentialCases } from './credential.cases'
import { deliveryCases } from './delivery.cases'
import { deprecatedCases } from './deprecated.cases'
import { endedCases } from './ended.cases'
import { endpointCases } from './endpoint.cases'
import { guestCases } from './guest.cases'
import { legCases } from './leg.cases'
import { mediaCases } from './media.cases'
import { pasteCases } from './paste.cases'
import { queueCases } from './queue.cases'
import { recipientCases } from './recipient.cases'
import { templateCases } from './template.cases'
import { templateParameterCases } from './templateParameters.cases'
import { textCases } from './text.cases'
import { trapCases } from './trap.cases'
import { webMessagingCases } from './webMessaging.cases'

/** Each file of rules, and its file of cases: of the same name, in the same place, for the same rules in the same order. */
const files: readonly (readonly [readonly Rule[], CasesByRule])[] = [
  [endpointRules, endpointCases],
  [trapRules, trapCases],
  [deprecatedRules, deprecatedCases],
  [conflictRules, conflictCases],
  [authorisationRules, authorisationCases],
  [requestRules, requestCases],
  [stateRules, stateCases],
  [participantChangeRules, participantChangeCases],
  [parkingRules, parkingCases],
  [assignRules, assignCases],
  [disconnectRules, disconnectCases],
  [availabilityRules, availabilityCases],
  [endedRules, endedCases],
  [legRules, legCases],
  [recipientRules, recipientCases],
  [credentialRules, credentialCases],
  [channelRules, channelCases],
  [channelWindowRules, channelWindowCases],
  [queueRules, queueCases],
  [webMessagingRules, webMessagingCases],
  [addressRules, addressCases],
  [bodyRules, bodyCases],
  [textRules, textCases],
  [templateRules, templateCases],
  [templateParameterRules, templateParameterCases],
  [mediaRules, mediaCases],
  [pasteRules, pasteCases],
  [deliveryRules, deliveryCases],
  [guestRules, guestCases],
  [lastAnswerRules, lastAnswerCases]
]

const confidences = ['documented', 'code', 'second-hand', 'inferred', 'not-documented']
const sentence = /^\S.*[.!?]$/s

const foundBy = (id: string, { attempt }: Silence): Finding | undefined => diagnose(attempt).findings.find(({ rule }) => rule === id)

const assertFires = (rule: Rule, firing: Firing): void => {
  const finding = foundBy(rule.id, firing)
  assert.ok(finding, `${rule.id} speaks`)
  assert.equal(finding.severity, firing.severity)
  assert.equal(finding.phase, firing.foreseen ? 'preflight' : rule.phase)
  assert.equal(finding.confidence, firing.confidence ?? rule.confidence)
  assert.ok(confidences.includes(finding.confidence), finding.confidence)
  assert.notDeepEqual(finding.sources, [])
  for (const text of [finding.cause, finding.remedy, finding.brief]) assert.match(text, sentence)
  if (firing.remedy) assert.match(finding.remedy, firing.remedy)
  if ('cause' in firing) assert.match(finding.cause, firing.cause)
  if ('evidence' in firing) assert.match(finding.evidence.map(({ text }) => text).join('\n'), firing.evidence)
}

/** What is not known counts before a send: afterwards there is an answer. */
const assertCannotTell = (rule: Rule, doubt: Doubt): void => {
  const { verdict, findings } = diagnose(doubt.attempt)
  assert.equal(verdict, 'cannot-tell', findings.map(({ rule: id, severity }) => `${severity} ${id}`).join(', ') || 'nothing was found')
  const said = findings.find(({ rule: id }) => id === (doubt.saidBy ?? rule.id))
  assert.ok(said, `${doubt.saidBy ?? rule.id} speaks`)
  assert.equal(said.severity, 'unknown')
  assert.equal(said.phase, 'preflight')
  assert.match(said.cause, doubt.says)
  assert.match(said.remedy, sentence)
}

/** With nothing known, as on the command line. */
const unasked = (firing: Firing): Firing => ({
  ...firing,
  attempt: { ...firing.attempt, situation: nothing, state: unknown('Nobody was asked.') }
})

describe('every rule', () => {
  it('stands in one of the files here', () => {
    assert.deepEqual(files.flatMap(([own]) => own.map(({ id }) => id)).sort(), rules.map(({ id }) => id).sort())
  })

  it('has its cases in the file of the same name, and every case has its rule', () => {
    for (const [own, cases] of files)
      assert.deepEqual(
        Object.keys(cases),
        own.map(({ id }) => id)
      )
  })

  it('has an id of its own, in lower case, its parts joined by dots', () => {
    const ids = rules.map(({ id }) => id)
    assert.equal(new Set(ids).size, ids.length)
    for (const id of ids) assert.match(id, /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*$/)
  })

  it('names only error codes that are documented, or none', () => {
    for (const { id, refusedWith } of rules) {
      if (refusedWith === undefined || refusedWith === 'not-documented') continue
      // OAuth’s own code, which is no code of the platform’s error body.
      for (const code of refusedWith) assert.ok(code === 'invalid_client' || findErrorCode(undefined, code), `${id} names ${code}`)
    }
  })

  it('has a title, a line for the reference, and sources that can be looked up', () => {
    for (const { id, title, about, sources } of rules) {
      assert.notEqual(title.trim(), '', id)
      assert.match(about, sentence, id)
      assert.notDeepEqual(sources, [], id)
      for (const { label, url } of sources) {
        assert.notEqual(label, '', id)
        assert.match(url ?? '', /^https:\/\//, id)
      }
    }
  })
})

const testRule = (rule: Rule, { fires, silent, unknown: doubts }: RuleCases): void => {
  for (const firing of fires)
    it(`speaks when ${firing.when}`, () => {
      assertFires(rule, firing)
    })
  it(rule.foresee ? 'has a case with the answer, and one before it' : 'reads no answer before there is one', () => {
    assert.deepEqual(new Set(fires.map(({ foreseen = false }) => foreseen)), new Set(rule.foresee ? [false, true] : [false]))
  })
  for (const silence of silent)
    it(`is silent when ${silence.when}`, () => {
      assert.equal(foundBy(rule.id, silence)?.cause, undefined)
    })
  if (typeof doubts === 'string')
    it(`${doubts}: it says the same when nothing else is known`, () => {
      for (const firing of fires) assertFires(rule, unasked(firing))
    })
  else
    for (const doubt of doubts)
      it(`cannot tell when ${doubt.when}`, () => {
        assertCannotTell(rule, doubt)
      })
}

for (const [own, cases] of files)
  for (const rule of own)
    describe(`the rule ${rule.id}`, () => {
      const ownCases = cases[rule.id]
      if (ownCases) testRule(rule, ownCases)
      else
        it('has cases', () => {
          assert.fail(`${rule.id} has no cases`)
        })
    })
