import { ensureChromium } from '../../scripts/prerequisites/chromium.mjs'
import { launchChromium, viewport } from '../../scripts/vscodeServer/chromium.mjs'
import { loadBundle } from './support/bundle.mjs'
import { conversationId, longConversation, now } from './support/longConversation.mjs'
import { openPanelPage } from './support/panelPage.mjs'
import { median, rounded } from './support/timing.mjs'

const messages = 5000
const keystrokes = 120
const warmUps = 20
/** A wait for the screen’s next picture is no work of the panel. */
const withoutScreen = ['--disable-frame-rate-limit', '--disable-gpu-vsync']

const budget = { maxMillisecondsP95: 16 }

/** @param {readonly number[]} times */
const percentile95 = (times) => [...times].sort((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1] ?? Number.NaN

/** The extension’s side of a panel, over a conversation of `count` messages, with nothing behind it that takes time. */
const openPanel = async (/** @type {import('playwright-core').Page} */ page, /** @type {number} */ count) => {
  const { Composing, Drafts, PanelContents, PanelPage, panelViews, systemPace } = await loadBundle('panel', [
    'editor/panel/composing/composing',
    'editor/panel/contents',
    'editor/panel/page',
    'editor/panel/view/panelView',
    'genesys/traffic/pace',
    'store/drafts'
  ])
  const situation = longConversation(count)
  /** @type {(change: unknown) => void} */
  let tell = () => undefined
  const connection = { origin: 'https://api.mypurecloud.ie', now: () => now, credentials: situation.credentials.value }
  const conversations = {
    row: () => undefined,
    situationOf: () => situation,
    read: async () => {
      tell({ kind: 'conversations', id: 'bench', change: { kind: 'conversation', id: conversationId } })
      return situation
    }
  }
  const open = { id: 'bench', name: 'Bench', isSandbox: true, isProduction: false, connection, conversations }
  const connections = {
    all: () => [open],
    get: () => open,
    find: () => ({ facts: open }),
    onDidChange: (/** @type {(change: unknown) => void} */ listener) => {
      tell = listener
      return { dispose: () => undefined }
    }
  }
  const kept = new Map()
  const storage = {
    keys: () => [...kept.keys()],
    get: (/** @type {string} */ key) => kept.get(key),
    update: async (/** @type {string} */ key, /** @type {unknown} */ value) => void kept.set(key, value)
  }
  const sends = { onDidChange: () => undefined, of: () => [], reload: () => Promise.resolve() }
  const log = { error: console.error }
  const viewOf = panelViews()
  const webview = await openPanelPage(page)
  const panelPage = new PanelPage(webview, log, (/** @type {{ readonly type: string }} */ said) => {
    if (said.type === 'edit') void composing.act(said)
  })
  const contents = new PanelContents(
    { connections, drafts: new Drafts(storage, systemPace, console.error), sends, log },
    (/** @type {unknown} */ state) => panelPage.show(viewOf(state, now))
  )
  const composing = new Composing({
    shown: () => contents.state.shown,
    connection: () => open,
    change: (/** @type {unknown} */ draft) => contents.changeDraft(draft),
    showUpload: () => undefined
  })
  await webview.load()
  contents.showConversation({ connectionId: 'bench', id: conversationId })
  await contents.refresh()
  return webview
}

/** Types, and measures in the page from each keystroke until the request shows it. */
const keystrokesIn = async (/** @type {import('playwright-core').Page} */ page) => {
  const field = page.getByRole('textbox', { name: 'Text' })
  await field.waitFor()
  await page.evaluate(() => {
    const shown = () => document.querySelector('pre')?.textContent.includes(`"${document.querySelector('textarea')?.value}"`) === true
    document.addEventListener('input', () => performance.mark('typed'), { capture: true })
    new MutationObserver(() => {
      if (performance.getEntriesByName('typed').length === 0 || !shown()) return
      performance.measure('shown', 'typed')
      performance.clearMarks('typed')
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  })
  await field.focus()
  for (let typed = 1; typed <= warmUps + keystrokes; typed += 1) {
    await page.keyboard.press('a')
    await page.waitForFunction((count) => performance.getEntriesByName('shown').length === count, typed)
  }
  const times = await page.evaluate(() => performance.getEntriesByName('shown').map(({ duration }) => duration))
  return times.slice(warmUps)
}

/** From a keystroke to the request that shows it, in the panel’s page in Chromium and the extension’s side in Node.js, with messages between them. */
export const measure = async () => {
  const browser = await launchChromium(await ensureChromium(), withoutScreen)
  try {
    const timesWith = async (/** @type {number} */ count) => {
      const page = await browser.newPage({ viewport })
      const webview = await openPanel(page, count)
      const times = await keystrokesIn(page)
      const nodes = await page.locator('svg.timeline *').count()
      await page.close()
      webview.close()
      return { times, nodes }
    }
    const few = await timesWith(4)
    const many = await timesWith(messages)
    const p95 = percentile95(many.times)
    return {
      messages,
      keystrokes,
      medianMilliseconds: rounded(median(many.times)),
      p95Milliseconds: rounded(p95),
      withFourMessagesMedianMilliseconds: rounded(median(few.times)),
      withFourMessagesP95Milliseconds: rounded(percentile95(few.times)),
      nodesOfThePicture: many.nodes,
      budget,
      withinBudget: p95 <= budget.maxMillisecondsP95
    }
  } finally {
    await browser.close()
  }
}
