/**
 * Makes an action that is done once, however often it is asked for: who asks again waits for the same end.
 *
 * @template T
 * @param {() => Promise<T>} action
 * @returns {() => Promise<T>}
 */
export const once = (action) => {
  /** @type {Promise<T> | undefined} */
  let done
  return () => (done ??= action())
}
