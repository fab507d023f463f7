import fc from 'fast-check'
import assert from 'node:assert/strict'
import { localTime } from '../../../src/webview/browser/time/localTime'
import { piecesOf, plainText } from '../../../src/webview/browser/time/moments'

describe('moments in a text', () => {
  const time = localTime('Europe/Zurich')
  const now = Date.parse('2026-11-24T14:05:00Z')

  it('are shown in the person’s time, with the words around them as they are', () => {
    assert.equal(
      plainText('Ended 2026-11-24T13:58:41Z, window until 2026-11-26T13:58:41Z.', now, time),
      'Ended 14:58:41, window until Thu 26 Nov 14:58.'
    )
  })

  it('keep their exact value for who wants it', () => {
    const [piece] = piecesOf('2026-11-24T13:58:41Z', now, time)
    assert.ok(piece?.kind === 'moment')
    assert.equal(piece.iso, '2026-11-24T13:58:41Z')
    assert.match(piece.full, /24 November 2026 at 14:58:41/)
  })

  it('are not seen in what only looks like one', () => {
    for (const text of ['2026-11-24', '13:58:41Z', '2026-99-99T99:99:99Z', 'id-2026-11-24T13:58Z', ''])
      assert.equal(plainText(text, now, time), text)
  })

  it('leave every other character of a text untouched', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.constant('2026-11-24T13:58:41Z'))), (parts) => {
        const text = parts.join(' ')
        const back = piecesOf(text, now, time).map((piece) => (piece.kind === 'words' ? piece.text : piece.iso))
        assert.equal(back.join(''), text)
      })
    )
  })
})
