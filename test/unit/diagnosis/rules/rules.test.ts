import assert from 'node:assert/strict'
import { diagnose } from '../../../../src/diagnosis/diagnose'
import type { Finding } from '../../../../src/diagnosis/finding'
import type { Rule } from '../../../../src/diagnosis/rule'
import { rules } from '../../../../src/diagnosis/rules'
import { unknown } from '../../../../src/model/fact'
import { nothing } from '../../support/attempt'
import type { CasesByRule, Doubt, Firing, Silence } from '../../support/ruleCases'
import { answerCases } from './answer.cases'
import { refusalCases } from './answer/refusal.cases'
import { bodyCases } from './body.cases'
import { channelWindowCases } from './channelWindow.cases'
import { credentialCases } from './credential.cases'
import { endedCases } from './ended.cases'
import { endpointCases } from './endpoint.cases'
import { legCases } from './leg.cases'
import { queueCases } from './queue.cases'
import { recipientCases } from './recipient.cases'
import { reportCases } from './report.cases'
import { sendCases } from './send.cases'
import { trapCases } from './trap.cases'

/** One file of cases for each file of rules. */
const files: readonly CasesByRule[] = [
  endpointCases,
  answerCases,
  refusalCases,
  trapCases,
  sendCases,
  reportCases,
  endedCases,
  legCases,
  recipientCases,
  credentialCases,
  channelWindowCases,
  queueCases,
  bodyCases
]

const cases = new Map(files.flatMap((file) => Object.entries(file)))

const confidences = ['documented', 'code', 'second-hand', 'inferred', 'not-documented']
const sentence = /^\S.*[.!?]$/s

const foundBy = (id: string, { attempt }: Silence): Finding | undefined => diagnose(attempt).findings.find(({ rule }) => rule === id)

const assertFires = (rule: Rule, firing: Firing): void => {
  const finding = foundBy(rule.id, firing)
  assert.ok(finding, `${rule.id} speaks`)
  assert.equal(finding.severity, firing.severity)
  assert.equal(finding.confidence, firing.confidence ?? rule.confidence)
  assert.ok(confidences.includes(finding.confidence), finding.confidence)
  assert.notDeepEqual(finding.sources, [])
  for (const text of [finding.cause, finding.remedy, finding.brief]) assert.match(text, sentence)
  if (firing.remedy) assert.match(finding.remedy, firing.remedy)
  if ('cause' in firing) assert.match(finding.cause, firing.cause)
  if ('evidence' in firing) assert.match(finding.evidence.map(({ text }) => text).join('\n'), firing.evidence)
}

const assertCannotTell = (rule: Rule, doubt: Doubt): void => {
  const { verdict, findings } = diagnose(doubt.attempt)
  assert.equal(verdict, 'cannot-tell', findings.map(({ rule: id, severity }) => `${severity} ${id}`).join(', ') || 'nothing was found')
  const said = findings.find(({ rule: id }) => id === (doubt.saidBy ?? rule.id))
  assert.ok(said, `${doubt.saidBy ?? rule.id} speaks`)
  assert.equal(said.severity, 'unknown')
  assert.match(said.cause, doubt.says)
  assert.match(said.remedy, sentence)
}

/** With nothing known, as on the command line. */
const unasked = (firing: Firing): Firing => ({
  ...firing,
  attempt: { ...firing.attempt, situation: nothing, state: unknown('Nobody was asked.') }
})

describe('every rule', () => {
  it('has the three kinds of case here, and every case has its rule', () => {
    assert.deepEqual(files.flatMap((file) => Object.keys(file)).sort(), rules.map(({ id }) => id).sort())
  })

  it('has an id of its own, in lower case, its parts joined by dots', () => {
    const ids = rules.map(({ id }) => id)
    assert.equal(new Set(ids).size, ids.length)
    for (const id of ids) assert.match(id, /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*$/)
  })

  it('has a title, and sources that can be looked up', () => {
    for (const { id, title, sources } of rules) {
      assert.notEqual(title.trim(), '', id)
      assert.notDeepEqual(sources, [], id)
      for (const { label, url } of sources) {
        assert.notEqual(label, '', id)
        assert.match(url ?? '', /^https:\/\//, id)
      }
    }
  })
})

for (const rule of rules)
  describe(`the rule ${rule.id}`, () => {
    const own = cases.get(rule.id)
    if (own === undefined) {
      it('has cases', () => {
        assert.fail(`${rule.id} has no cases in test/unit/diagnosis/rules`)
      })
      return
    }
    for (const firing of own.fires)
      it(`speaks when ${firing.when}`, () => {
        assertFires(rule, firing)
      })
    for (const silence of own.silent)
      it(`is silent when ${silence.when}`, () => {
        assert.equal(foundBy(rule.id, silence), undefined)
      })
    if (typeof own.unknown === 'string')
      it(`${own.unknown}: it says the same when nothing else is known`, () => {
        for (const firing of own.fires) assertFires(rule, unasked(firing))
      })
    else
      for (const doubt of own.unknown)
        it(`cannot tell when ${doubt.when}`, () => {
          assertCannotTell(rule, doubt)
        })
  })
