import { open } from 'node:fs/promises'

/** Larger files are no source that somebody writes: they are generated, or data. */
export const largestFileBytes = 5_000_000

/** So much of a file is looked at for a NUL byte, which no text has. */
const lookedAt = 8192

export type SourceText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'binary' }
  | { readonly kind: 'tooLarge'; readonly bytes: number }
  | { readonly kind: 'unreadable'; readonly why: string }

const startsWith = (bytes: Buffer, ...mark: readonly number[]): boolean => mark.every((byte, at) => bytes[at] === byte)

/** The text of a file in UTF-8 or UTF-16, without its byte order mark; `undefined` for a binary file. */
export const textOf = (bytes: Buffer): string | undefined => {
  if (startsWith(bytes, 0xff, 0xfe)) return bytes.subarray(2).toString('utf16le')
  if (startsWith(bytes, 0xfe, 0xff)) {
    const even = bytes.subarray(2, bytes.length - (bytes.length % 2))
    return Buffer.from(even).swap16().toString('utf16le')
  }
  if (bytes.subarray(0, lookedAt).includes(0)) return undefined
  return bytes.toString('utf8', startsWith(bytes, 0xef, 0xbb, 0xbf) ? 3 : 0)
}

const readBytes = async (file: string): Promise<Buffer | { readonly bytes: number }> => {
  const handle = await open(file)
  try {
    const { size } = await handle.stat()
    return size > largestFileBytes ? { bytes: size } : await handle.readFile()
  } finally {
    await handle.close()
  }
}

/** Reads a source file. Never throws: what cannot be read is said. */
export const readSourceText = async (file: string): Promise<SourceText> => {
  try {
    const read = await readBytes(file)
    if (!Buffer.isBuffer(read)) return { kind: 'tooLarge', bytes: read.bytes }
    const text = textOf(read)
    return text === undefined ? { kind: 'binary' } : { kind: 'text', text }
  } catch (error) {
    return { kind: 'unreadable', why: error instanceof Error ? error.message : String(error) }
  }
}
