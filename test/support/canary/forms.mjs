import { mark } from './mark.cjs'

const plain = Buffer.from(mark)

/**
 * The mark as it stands in the base64 of a longer text: three ways, by where in the text it begins. What shares a character with its neighbours
 * is left out.
 *
 * @param {BufferEncoding} encoding
 */
const encoded = (encoding) =>
  [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), plain, Buffer.alloc(3)]).toString(encoding)
    return Buffer.from(text.slice(Math.ceil((before * 4) / 3), Math.floor(((before + plain.length) * 4) / 3)))
  })

/** @type {readonly (readonly [form: string, bytes: Buffer])[]} */
const forms = [
  ['as it is', plain],
  ['in UTF-16', Buffer.from(mark, 'utf16le')],
  ['in hexadecimal', Buffer.from(plain.toString('hex'))],
  ...encoded('base64').map((bytes) => /** @type {const} */ (['in base64', bytes])),
  ...encoded('base64url').map((bytes) => /** @type {const} */ (['in base64url', bytes]))
]

/** The longest form in bytes: what is searched piece by piece has to overlap by so much. */
export const longestForm = Math.max(...forms.map(([, { length }]) => length))

/**
 * The first secret in these bytes: how it is written, and where it begins.
 *
 * @param {Buffer} bytes
 * @returns {{ form: string, at: number } | undefined}
 */
export const findSecret = (bytes) => {
  for (const [form, sought] of forms) {
    const at = bytes.indexOf(sought)
    if (at >= 0) return { form, at }
  }
  return undefined
}
