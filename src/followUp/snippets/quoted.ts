import { printableJson } from './printableJson'

/**
 * A text as a string literal of JavaScript, Python, Java, C# and Go: the escapes of JSON mean the same in all five. Java reads `\u….` before it looks for
 * quotes and line ends; JSON has other escapes for those. Half a surrogate pair becomes what UTF-8 makes of it: Go has no escape for one.
 */
export const quoted = (text: string): string => printableJson(text.replace(/\p{Surrogate}/gu, '\ufffd'))
