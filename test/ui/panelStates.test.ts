import assert from 'node:assert/strict'
import type { Frame } from 'playwright-core'
import type { PanelView } from '../../src/webview/protocol'
import { violations } from './support/accessibility'
import { panelFrame } from './support/panelFrame'
import { panelStates, strangeText } from './support/panelViews'
import { themes, type Theme } from './support/theme'
import { useWorkbench } from './support/useWorkbench'

const isTheme = (name: string): name is Theme => name in themes

/** States of which a picture is taken, and what it is called. */
const pictured = [
  ['reply window open', 'panel-states'],
  ['connected', 'panel-live'],
  ['eight weeks', 'panel-weeks']
] as const

/** Until what has been asked of the page is on the screen. */
const painted = (frame: Frame): Promise<void> =>
  frame.evaluate(
    () =>
      new Promise<void>((resolve) => {
        setTimeout(() =>
          requestAnimationFrame(() =>
            requestAnimationFrame(() => {
              resolve()
            })
          )
        )
      })
  )

/** Has the page show a view, as the extension would. */
const show = async (frame: Frame, view: PanelView): Promise<void> => {
  await frame.evaluate((shown) => {
    window.postMessage({ type: 'show', view: shown })
  }, view)
  await painted(frame)
  await frame.evaluate(() => document.fonts.ready.then(() => undefined))
}

/** Clicks what matches until nothing does: what is inside of something that opens is drawn only then, and may match too. */
const clickWhileThereIsOne = async (frame: Frame, selector: string): Promise<void> => {
  const matching = frame.locator(selector)
  while ((await matching.count()) > 0) {
    await matching.first().click()
    await painted(frame)
  }
}

const openAllDetails = (frame: Frame): Promise<void> => clickWhileThereIsOne(frame, 'details:not([open]) > summary')
const closeAllDetails = (frame: Frame): Promise<void> => clickWhileThereIsOne(frame, 'details[open] > summary')

/** Gives the iframe that holds the panel another style. */
const setStyle = async (frame: Frame, style: string): Promise<void> => {
  const element = await frame.frameElement()
  await element.evaluate((node, given) => {
    if (node instanceof Element) node.setAttribute('style', given)
  }, style)
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
        await openAllDetails(frame)
        assert.deepEqual(await violations(workbench().page), [], name)
      }
      for (const [state, picture] of pictured) {
        await show(frame, panelStates[state] ?? assert.fail())
        await frame.evaluate(() => {
          scrollTo(0, 0)
        })
        await workbench().screenshot(`${picture}-${theme.toLowerCase().replaceAll(' ', '-')}`)
      }
    })

  it('fits 400 pixels, and 800 at twice the size, without scrolling sideways', async () => {
    for (const [width, zoom] of [
      [400, 1],
      [800, 2]
    ] as const) {
      await setStyle(frame, `width: ${width}px; height: 2000px; border: none`)
      await frame.evaluate((times) => {
        document.documentElement.style.setProperty('zoom', String(times))
      }, zoom)
      for (const [name, view] of Object.entries(panelStates)) {
        await show(frame, view)
        await openAllDetails(frame)
        assert.deepEqual(await overflowing(frame), [], `${name} at ${width} px`)
      }
      for (const [state, picture] of pictured) {
        await show(frame, panelStates[state] ?? assert.fail())
        await frame.evaluate(() => {
          scrollTo(0, 0)
        })
        await workbench().screenshot(`${picture}-${width}`)
      }
    }
    await frame.evaluate(() => document.documentElement.style.removeProperty('zoom'))
    await setStyle(frame, 'width: 100%; height: 100%; border: none')
  })

  it('shows a stranger’s words as they were written', async () => {
    await show(frame, panelStates['a stranger’s words'] ?? assert.fail())
    assert.equal(await frame.locator('h1').textContent(), strangeText)
    assert.equal(await frame.getByRole('textbox', { name: 'Text' }).inputValue(), strangeText)
    assert.equal(await frame.locator('b').count(), 0)
  })

  it('is reached by Tab from top to bottom, and shows where the focus is', async () => {
    await show(frame, panelStates['reply window open'] ?? assert.fail())
    await closeAllDetails(frame)
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
