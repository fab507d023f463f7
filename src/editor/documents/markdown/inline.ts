/** What means something anywhere in a line: emphasis, code, links, HTML, strikethrough, entities. */
const special = /[\\`*_[\]<]|~(?=~)|&(?=#?\w+;)/g

/** What means something only at the start of a line: headings, quotations, lists, rulers, headings that are underlined. */
const atLineStart = /^(\s*\d*)([#>\-+=.)])/

const escaped = (text: string): string => text.replace(special, String.raw`\$&`)

/** A text of somebody else’s within a line of Markdown: it reads as it was written, and does nothing. */
export const inline = (text: string): string => escaped(text.replaceAll(/\s+/g, ' ').trim())

/** A text of somebody else’s as a quotation, line by line. */
export const quotation = (text: string): string =>
  text
    .trim()
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => `> ${escaped(line).replace(atLineStart, String.raw`$1\$2`)}`.trimEnd())
    // Two spaces at the end keep the line break.
    .join('  \n')

/** An id or a path, as code. */
export const code = (text: string): string => `\`${text.replaceAll('`', '')}\``

/** A moment: UTC, to the second. */
export const stamp = (instant: number): string => new Date(instant).toISOString().slice(0, 19).replace('T', ' ')
