import { chromium } from 'playwright-core'

/** Nothing that reaches out, and what a machine without a display and a container's root user need. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync'
]

/**
 * Starts Chromium without a window. Whoever starts it closes it, also on Ctrl+C: playwright's own handlers would end the process before that.
 *
 * @param {string} executablePath
 * @param {readonly string[]} [more] arguments for Chromium
 */
export const launchChromium = (executablePath, more = []) =>
  chromium.launch({
    executablePath,
    headless: true,
    args: [...args, ...more],
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false
  })

/** The size of the window that the tests and pictures are made for, in CSS pixels. */
export const viewport = { width: 1400, height: 900 }
