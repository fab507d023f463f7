import type { Frame, Page } from 'playwright-core'

/** The inside of the panel that is in front, as a frame that code can be evaluated in. */
export const panelFrame = async (page: Page): Promise<Frame> => {
  const element = await page.locator('iframe.webview.ready:visible').contentFrame().locator('iframe#active-frame').elementHandle()
  const frame = await element.contentFrame()
  if (!frame) throw new Error('There is no panel in front.')
  return frame
}
