/**
 * Watches how long the thread of this process is blocked, with a timer of one millisecond. `longestMs` is the longest time between two of its turns in
 * which the process was at work; `longestGapMs` the longest altogether. On a machine that does other things as well, the thread also waits for its
 * turn: a gap in which the process used less of the processor than it lasted is not all its own.
 */
export const watchBlocks = () => {
  let [longestMs, longestGapMs] = [0, 0]
  let at = performance.now()
  let used = process.cpuUsage()
  const timer = setInterval(() => {
    const gap = performance.now() - at
    const { user, system } = process.cpuUsage(used)
    longestGapMs = Math.max(longestGapMs, gap)
    longestMs = Math.max(longestMs, Math.min(gap, (user + system) / 1000))
    at = performance.now()
    used = process.cpuUsage()
  }, 1)
  return {
    stop: () => {
      clearInterval(timer)
      return { longestMs, longestGapMs }
    }
  }
}
