import { constants } from 'node:os'
import { keepEvidence } from './evidence'
import { openWorkbench, type OpenWorkbench, type WorkbenchOptions } from './openWorkbench'
import type { Workbench } from './workbench'

/** A cold editor on a slow machine. */
const openLimitMs = 120_000

const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Opens an editor with the extension installed before the tests of the enclosing `describe`, and closes it after them. All its tests share the
 * editor, in order, as a person's steps do. Of a test that fails, a picture and the logs are kept in out/ui-failures.
 *
 * @param options or what gives them, where they are not known before the hooks that were registered earlier have run
 * @returns the open editor, to be called inside a test or hook
 */
export const useWorkbench = (options: WorkbenchOptions | (() => WorkbenchOptions) = {}): (() => Workbench) => {
  const closing = new AbortController()
  let opening: Promise<OpenWorkbench> | undefined
  let open: OpenWorkbench | undefined

  const breakOff = async () => {
    closing.abort()
    await opening?.then(
      ({ close: closeEditor }) => closeEditor(),
      () => undefined // An editor that did not open has cleaned up behind itself, and the hook that opened it has said why.
    )
  }

  /** mocha alone would end at once on SIGTERM, and on SIGINT go on to the next suite: neither closes the editor. */
  const closeAndExit = (name: (typeof endings)[number]) => {
    process.exitCode = 128 + constants.signals[name]
    void breakOff().finally(() => process.exit())
  }

  before('open the editor', async function () {
    if (process.exitCode !== undefined) throw new Error('The test run is being ended.')
    this.timeout(openLimitMs)
    for (const name of endings) process.once(name, closeAndExit)
    opening = openWorkbench(typeof options === 'function' ? options() : options, closing.signal)
    open = await opening
  })

  afterEach('keep evidence of a failure', async function () {
    if (open !== undefined && !closing.signal.aborted && this.currentTest?.state === 'failed')
      await keepEvidence(open, this.currentTest.fullTitle())
  })

  after('close the editor, in which no secret was left', async () => {
    await (closing.signal.aborted || open === undefined ? breakOff() : open.close())
    for (const name of endings) process.off(name, closeAndExit)
  })

  return () => {
    if (open === undefined) throw new Error('The editor is not open: call this inside a test.')
    return open.workbench
  }
}
