import assert from 'node:assert/strict'
import { PanelPage } from '../../../src/editor/panel/page'
import type { PanelView, ToPanel } from '../../../src/webview/protocol'

const nothing: PanelView = { busy: true, sends: [] }
const explained = (title: string): PanelView => ({
  ...nothing,
  explanation: { title, verdict: { text: 'Will fail', tone: 'bad' }, findings: [], nearest: [], offersConversationChoice: false }
})

/** A page in a webview that keeps messages for it, as VS Code does, and one that says something. */
const opened = () => {
  const told: ToPanel[] = []
  let listener: (message: unknown) => unknown = () => undefined
  const page = new PanelPage(
    {
      onDidReceiveMessage: (listening) => {
        listener = listening
        return { dispose: () => undefined }
      },
      postMessage: (message: ToPanel) => Promise.resolve(told.push(message) > 0)
    },
    { error: (_doing, error) => assert.fail(String(error)) },
    () => undefined
  )
  return {
    page,
    ready: (reached: boolean) => {
      listener({ type: 'ready', told: reached })
    },
    /** What the page has been told since this was asked last. */
    heard: () => told.splice(0)
  }
}

describe('The page of a panel', () => {
  it('is told what to show while it is being loaded, and not a second time', () => {
    const { page, ready, heard } = opened()
    page.show(nothing)
    assert.deepEqual(heard(), [])
    page.reveal({ part: 'explanation' })
    page.show(explained('First'))
    assert.deepEqual(heard(), [
      { type: 'reveal', part: 'explanation' },
      { type: 'show', view: explained('First') }
    ])
    ready(true)
    assert.deepEqual(heard(), [])
    page.show(explained('Second'))
    assert.deepEqual(heard(), [{ type: 'show', view: explained('Second') }])
  })

  it('is told everything again when nothing has reached it', () => {
    const { page, ready, heard } = opened()
    page.reveal({ part: 'explanation' })
    page.show(explained('First'))
    heard()
    ready(false)
    assert.deepEqual(heard(), [
      { type: 'show', view: explained('First') },
      { type: 'reveal', part: 'explanation' }
    ])
  })

  it('is told everything when it was loaded anew, as after it was hidden', () => {
    const { page, ready, heard } = opened()
    page.show(explained('First'))
    ready(true)
    heard()
    ready(false)
    assert.deepEqual(heard(), [{ type: 'show', view: explained('First') }])
  })

  it('counts as loaded when it is there, and when it will not come', async () => {
    const there = opened()
    there.ready(true)
    await there.page.loaded
    const gone = opened()
    gone.page.dispose()
    await gone.page.loaded
  })
})
