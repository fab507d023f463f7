/** How long a process gets to end by itself before it is ended for good. */
const patienceMs = 4000

/**
 * Ends a child process that was started `detached`, and so leads a group: kindly, and if that does not help, for good. Then ends what is left of
 * its group. Does no harm when all have ended already.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<void>} when the process is gone
 */
export const stopGroup = async (child) => {
  if (child.pid === undefined) return
  if (child.exitCode === null && child.signalCode === null) {
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    const lastResort = setTimeout(() => child.kill('SIGKILL'), patienceMs)
    await gone
    clearTimeout(lastResort)
  }
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch (error) {
    const nobodyIsLeft = error instanceof Error && 'code' in error && error.code === 'ESRCH'
    if (!nobodyIsLeft) throw error
  }
}
