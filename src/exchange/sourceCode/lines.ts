/** A line is read so far: generated code has lines of megabytes, which must not be read again for each path in them. */
const longest = 2000

/** Where the line of `at` begins. */
export const startOfLine = (text: string, at: number): number => {
  const from = Math.max(0, at - longest)
  const end = text.slice(from, at).lastIndexOf('\n')
  return end < 0 ? from : from + end + 1
}

/** Where the line of `at` ends, before its `\n`. */
export const endOfLine = (text: string, at: number): number => {
  const end = text.slice(at, at + longest).indexOf('\n')
  return end < 0 ? Math.min(text.length, at + longest) : at + end
}
