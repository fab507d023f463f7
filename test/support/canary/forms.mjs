import { mark } from './mark.cjs'

const plain = Buffer.from(mark)

/**
 * The mark as it stands in the base64 of a longer text: three ways, by where in the text it begins. What shares a character with its neighbours
 * is left out. Letters give neither + nor /, so that base64url is the same.
 */
const inBase64 = [0, 1, 2].map((before) => {
  const text = Buffer.concat([Buffer.alloc(before), plain, Buffer.alloc(3)]).toString('base64')
  return Buffer.from(text.slice(Math.ceil((before * 4) / 3), Math.floor(((before + plain.length) * 4) / 3)))
})

/** @type {readonly (readonly [form: string, bytes: Buffer])[]} */
const forms = [
  ['as it is', plain],
  ['in UTF-16', Buffer.from(mark, 'utf16le')],
  ['in hexadecimal', Buffer.from(plain.toString('hex'))],
  ...inBase64.map((bytes) => /** @type {const} */ (['in base64', bytes]))
]

/**
 * Every secret in these bytes: how it is written, where it begins, and where it ends.
 *
 * @param {Buffer} bytes
 * @returns {readonly { form: string, at: number, end: number }[]}
 */
export const findSecrets = (bytes) =>
  forms.flatMap(([form, sought]) => {
    const found = []
    for (let at = bytes.indexOf(sought); at >= 0; at = bytes.indexOf(sought, at + 1)) found.push({ form, at, end: at + sought.length })
    return found
  })
