// npm start [-- --smoke]: VS Code with the extension and a sandbox that is already connected. The desktop VS Code if `code` is on the PATH,
// else one in the browser. With --smoke: starts the one in the browser, checks that the conversations show, and stops.
import { parseArgs } from 'node:util'
import { ensureNodeModules } from './prerequisites/nodeModules.mjs'
import { runMain } from './process/runMain.mjs'
import { projectFolder } from './projectFolder.mjs'
import { findDesktopCode, startOnDesktop } from './start/desktop.mjs'

await runMain(async (signal) => {
  const { values } = parseArgs({ options: { smoke: { type: 'boolean', default: false } } })
  await ensureNodeModules(projectFolder, signal)
  const desktopCode = values.smoke ? undefined : await findDesktopCode()
  if (desktopCode !== undefined) return startOnDesktop(desktopCode, projectFolder, signal)

  const { checkInBrowser, startInBrowser } = await import('./start/inBrowser.mjs')
  return values.smoke ? checkInBrowser(projectFolder, signal) : startInBrowser(projectFolder, signal)
})
