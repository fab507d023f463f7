import assert from 'node:assert/strict'
import type { Frame } from 'playwright-core'
import type { PanelView } from '../../src/webview/protocol'
import { violations } from './support/accessibility'
import { panelFrame } from './support/panelFrame'
import { panelStates, strangeText } from './support/panelViews'
import { themes, type Theme } from './support/theme'
import { useWorkbench } from './support/useWorkbench'

const isTheme = (name: string): name is Theme => name in themes

/** Waits until what the page was told is on the screen. */
const drawn = (frame: Frame): Promise<void> =>
  frame.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve))
    await new Promise((resolve) => requestAnimationFrame(resolve))
    await document.fonts.ready
  })

/** Has the page show a view, as the extension would. */
const show = async (frame: Frame, view: PanelView): Promise<void> => {
  await frame.evaluate((shown) => {
    window.postMessage({ type: 'show', view: shown })
  }, view)
  await drawn(frame)
}

/** Opens or closes all that opens on request. */
const setDetails = async (frame: Frame, open: boolean): Promise<void> => {
  await frame.evaluate((opened) => {
    for (const details of document.querySelectorAll('details')) details.open = opened
  }, open)
  await drawn(frame)
}

/** Makes the panel so wide, and what is in it so many times as large. */
const setSize = async (frame: Frame, width: string, zoom: number): Promise<void> => {
  await frame.evaluate(
    ([frameWidth, times]) => {
      if (window.frameElement) window.frameElement.setAttribute('style', `width: ${frameWidth}; height: 100%; border: none`)
      document.documentElement.style.setProperty('zoom', String(times))
    },
    [width, zoom] as const
  )
}

/** What stands out of the page to the right, where nobody sees it without scrolling sideways. */
const overflowing = (frame: Frame): Promise<readonly string[]> =>
  frame.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    return [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth)
      .map((element) => element.outerHTML.slice(0, 120))
  })

describe('every state of the panel', () => {
  const workbench = useWorkbench()
  let frame: Frame

  before('open a panel', async () => {
    await workbench().page.evaluate(() => navigator.clipboard.writeText('GET /api/v2/conversations/messaging/messages'))
    await workbench().runCommand('Genesys Messaging: Explain Pasted Error or Request…')
    await workbench().webview().getByText('This endpoint does not exist').first().waitFor()
    frame = await panelFrame(workbench().page)
  })

  for (const theme of Object.keys(themes).filter(isTheme))
    it(`has nothing that axe-core finds wrong in ${theme}`, async function () {
      this.timeout(240_000)
      await workbench().setTheme(theme)
      for (const [name, view] of Object.entries(panelStates)) {
        await show(frame, view)
        await setDetails(frame, true)
        assert.deepEqual(await violations(workbench().page), [], name)
      }
      await show(frame, panelStates['reply window open'] ?? assert.fail())
      await setDetails(frame, false)
      await workbench().screenshot(`panel-states-${theme.toLowerCase().replaceAll(' ', '-')}`)
    })

  it('fits 400 pixels, and 800 at twice the size, without scrolling sideways', async () => {
    for (const [width, zoom] of [
      [400, 1],
      [800, 2]
    ] as const) {
      await setSize(frame, `${width}px`, zoom)
      for (const [name, view] of Object.entries(panelStates)) {
        await show(frame, view)
        await setDetails(frame, true)
        assert.deepEqual(await overflowing(frame), [], `${name} at ${width} px`)
      }
      await show(frame, panelStates['reply window open'] ?? assert.fail())
      await setDetails(frame, false)
      await workbench().screenshot(`panel-states-${width}`)
    }
    await setSize(frame, '100%', 1)
  })

  it('shows a stranger’s words as they were written', async () => {
    await show(frame, panelStates['a stranger’s words'] ?? assert.fail())
    assert.equal(await frame.locator('h1').textContent(), strangeText)
    assert.equal(await frame.getByRole('textbox', { name: 'Text' }).inputValue(), strangeText)
    assert.equal(await frame.locator('b').count(), 0)
  })

  it('is reached by Tab from top to bottom, and shows where the focus is', async () => {
    await show(frame, panelStates['reply window open'] ?? assert.fail())
    await setDetails(frame, false)
    await frame.locator('h1').click()
    const visited: string[] = []
    for (let step = 0; step < 40; step++) {
      await workbench().page.keyboard.press('Tab')
      const focus = await frame.evaluate(() => {
        const element = document.activeElement
        if (!element || element === document.body) return undefined
        const inner = element.shadowRoot?.activeElement ?? element
        const frames = [inner, element, ...(element.closest('.route') ? [element.closest('.route')] : [])]
        const isSeen = frames.some((each) => each && getComputedStyle(each).outlineStyle !== 'none')
        return { name: (element.ariaLabel ?? element.textContent).trim().replaceAll(/\s+/g, ' ') || element.id || element.tagName, isSeen }
      })
      if (!focus) break
      assert.ok(focus.isSeen, `The focus is seen on ${focus.name}.`)
      visited.push(focus.name)
    }
    const order = ['Refresh', 'Open JSON', 'Go through the picture', 'The picture in words', 'field-text', 'Send to Jamie', 'HTTP', 'Copy']
    const places = order.map((name) => visited.findIndex((seen) => seen.startsWith(name)))
    assert.ok(
      places.every((place, index) => place > (places[index - 1] ?? -1)),
      visited.join(' | ')
    )
  })

  it('keeps what is typed, the caret and the focus when something else changes', async () => {
    await show(frame, panelStates['reply window open'] ?? assert.fail())
    const text = frame.getByRole('textbox', { name: 'Text' })
    await text.fill('Hello')
    await text.press('ArrowLeft')
    await show(frame, panelStates['what became of sends'] ?? assert.fail())
    await workbench().page.keyboard.type('!')
    assert.equal(await text.inputValue(), 'Hell!o')
  })
})
