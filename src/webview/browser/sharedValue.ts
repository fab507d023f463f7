/**
 * A value that the person changes here and the extension repeats a moment later. While the person is ahead, what the extension repeats is
 * old, and must not replace what was typed since.
 */
export interface SharedValue {
  readonly value: string
  /** What stood here before, as far as the extension may still repeat it, oldest first. Empty: both sides agree. */
  readonly before: readonly string[]
}

/** The person changed the value. */
export const entered = (shared: SharedValue, value: string): SharedValue =>
  value === shared.value ? shared : { value, before: [...shared.before, shared.value] }

/**
 * The extension says what the value is: a value of its own, which counts, or an echo of what stood here. Which of several equal ones it
 * echoes cannot be told, so it is taken for the oldest.
 */
export const told = (shared: SharedValue | undefined, value: string): SharedValue => {
  if (shared === undefined) return { value, before: [] }
  const stoodHere = [...shared.before, shared.value]
  const echo = stoodHere.indexOf(value)
  return echo === -1 ? { value, before: [] } : { value: shared.value, before: stoodHere.slice(echo, -1) }
}
