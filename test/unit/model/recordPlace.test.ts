import fc from 'fast-check'
import assert from 'node:assert/strict'
import { lineOf, writtenRecord } from '../../../src/model/recordPlace'
import { ids } from '../support/ids'
import { analyticsRow, conversationBody } from '../support/wire'

const lineIn = (record: unknown, id: string, field: string): string | undefined => {
  const line = lineOf(record, { id, field })
  return line === undefined ? undefined : writtenRecord(record).split('\n')[line]?.trim()
}

describe('the place of a fact in a record', () => {
  it('is the line of the field in the object that has this id', () => {
    assert.match(lineIn(conversationBody, ids.conversation, 'startTime') ?? '', /^"startTime": "/)
    const line = lineOf(conversationBody, { id: ids.agentLeg, field: 'state' }) ?? -1
    const lines = writtenRecord(conversationBody).split('\n')
    assert.equal(lines[line]?.trim(), '"state": "connected",')
    assert.equal(lines[line - 1]?.trim(), `"id": "${ids.agentLeg}",`)
  })

  it('is the line of the id where the object has no such field, as in a record of analytics', () => {
    assert.equal(lineIn(conversationBody, ids.agentLeg, 'disconnectedTime'), `"id": "${ids.agentLeg}",`)
    assert.equal(lineIn(analyticsRow, ids.agentLeg, 'state'), `"sessionId": "${ids.agentLeg}",`)
  })

  it('is nowhere where no object has this id', () => {
    assert.equal(lineOf(conversationBody, { id: ids.nobody, field: 'state' }), undefined)
    for (const record of [undefined, null, 'text', []]) assert.equal(lineOf(record, { id: ids.agentLeg, field: 'state' }), undefined)
  })

  it('is found whatever else the record says', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), fc.jsonValue(), (before, id, after) => {
        const record = { before, communication: { text: '\u0000', id: `leg ${id}`, state: 'sought here' }, after }
        assert.equal(lineIn(record, `leg ${id}`, 'state'), '"state": "sought here"')
      })
    )
  })
})
