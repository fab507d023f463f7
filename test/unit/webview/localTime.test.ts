import assert from 'node:assert/strict'
import { parseInstant, type Instant } from '../../../src/model/instant'
import { localTime } from '../../../src/webview/browser/time/localTime'

const at = (iso: string): Instant => {
  const instant = parseInstant(iso)
  assert.ok(instant !== undefined)
  return instant
}

describe('a moment in the person’s time', () => {
  const zurich = localTime('Europe/Zurich')
  const now = at('2026-11-24T14:05:00Z')

  it('is the time alone when it is today', () => {
    assert.equal(zurich.short(at('2026-11-24T13:58:41Z'), now), '14:58:41')
    assert.equal(zurich.short(at('2026-11-24T13:58:41Z'), now, false), '14:58')
  })

  it('names the day when it is another one', () => {
    assert.equal(zurich.short(at('2026-11-26T07:05:09Z'), now), 'Thu 26 Nov 08:05')
  })

  it('names the year when it is another one', () => {
    assert.equal(zurich.short(at('2025-11-26T07:05:09Z'), now), '26 Nov 2025 08:05')
  })

  it('takes the day from the person’s calendar, not from UTC’s', () => {
    const lateInZurich = at('2026-11-24T23:30:00Z')
    assert.equal(zurich.short(lateInZurich, now), 'Wed 25 Nov 00:30')
    assert.equal(localTime('America/New_York').short(lateInZurich, now), '18:30:00')
  })

  it('writes midnight as 00:00', () => {
    assert.equal(localTime('UTC').clock(at('2026-11-24T00:00:00Z'), false), '00:00')
  })

  it('knows the distance from UTC, in winter, in summer and in quarter hours', () => {
    assert.equal(zurich.offset(now), 3_600_000)
    assert.equal(zurich.offset(at('2026-07-01T12:00:00.500Z')), 7_200_000)
    assert.equal(localTime('Asia/Kathmandu').offset(now), 5.75 * 3_600_000)
    assert.equal(localTime('America/New_York').offset(now), -5 * 3_600_000)
  })

  it('says in full also the time zone', () => {
    assert.match(zurich.full(now), /Tuesday,? 24 November 2026 at 15:05:00 (CET|GMT\+1)/)
  })
})
