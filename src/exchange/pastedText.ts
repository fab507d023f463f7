/**
 * A pasted text without what the way of copying has added to it: byte order marks, colours of a terminal, non-breaking spaces, line ends of
 * Windows, and the fences of Markdown. Nothing of this means anything in any format.
 */
export const withoutCopyMarks = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/\uFEFF|\u200B|\u001B\[[\d;]*[A-Za-z]/g, '')
    .replaceAll('\u00A0', ' ')
    .replace(/^[ \t]*(?:```|~~~)[\w-]*[ \t]*$/gm, '')
