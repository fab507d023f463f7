import { once } from 'node:events'

/**
 * What a child process says next. Rejects when it ends without a word: nobody would wait for anything then.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<any>}
 */
export const heard = async (child) => {
  const over = new AbortController()
  const ended = once(child, 'exit', { signal: over.signal }).then(([code]) => {
    throw new Error(`A process of the bench ended with code ${code} before it said anything.`)
  })
  const said = once(child, 'message', { signal: over.signal }).then(([message]) => message)
  try {
    return await Promise.race([said, ended])
  } finally {
    over.abort()
    await Promise.allSettled([said, ended])
  }
}
