/** A UTF-16 code unit as JSON and most languages write it: `\u2028`. */
export const unicodeEscape = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`

/**
 * What JSON.stringify writes as it is and a text to be pasted should not hold: DEL and C1 controls, which are keys to a terminal, and of which U+0085
 * ends a line in C#; the spaces that cannot be told from a plain one, or seen at all, and do not live through every copy; the line separators; marks
 * that turn the direction in which code is shown; and the byte order mark, which Go refuses.
 */
const unwelcome = /[\u007f-\u00a0\u200b\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g

/** A value as JSON that can be pasted anywhere. */
export const printableJson = (value: unknown, indent?: number): string =>
  JSON.stringify(value, undefined, indent).replace(unwelcome, unicodeEscape)
