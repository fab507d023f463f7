const rounds = 201

/** @param {readonly number[]} values */
export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** @param {number} value */
export const rounded = (value) => Number(value.toPrecision(3))

/**
 * @param {() => unknown} work
 * @param {number} perRound runs that are timed together, since one is too short for the clock
 * @returns {number} the median time of one run, in microseconds, after the first runs
 */
export const microsecondsOf = (work, perRound) => {
  for (let run = 0; run < 10 * perRound; run += 1) work()
  const times = []
  for (let round = 0; round < rounds; round += 1) {
    const begun = performance.now()
    for (let run = 0; run < perRound; run += 1) work()
    times.push(((performance.now() - begun) * 1000) / perRound)
  }
  return median(times)
}

/**
 * @param {() => unknown} work
 * @returns {Promise<number>} milliseconds that it takes, and no more than the process was at work: on a machine that does other things as well, it also
 * waits for its turn
 */
export const millisecondsAtWork = async (work) => {
  const begun = performance.now()
  const used = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(used)
  return Math.min(performance.now() - begun, (user + system) / 1000)
}
