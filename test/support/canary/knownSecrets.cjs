// Loaded into a process before anything else (`node --require`): every secret that is made of 32 random bytes then begins with the mark, in
// base64url and in base64. The product makes its tokens, client secrets and codes that way, and knows nothing of this file.
// With SECRETS_MADE_FILE, a dot is appended to that file for each, so that a run can show that there was something to leak.
const crypto = require('node:crypto')
const { appendFileSync } = require('node:fs')
const { mark } = require('./mark.cjs')

const secretLength = 32
const beginning = Buffer.from(mark, 'base64url')
const { randomBytes } = crypto
const countFile = process.env['SECRETS_MADE_FILE']

/** @type {(size: number, callback?: (error: Error | null, bytes: Buffer) => void) => Buffer | void} */
const marked = (size, callback) => {
  if (callback !== undefined) return randomBytes(size, callback)
  const bytes = randomBytes(size)
  if (size !== secretLength) return bytes
  beginning.copy(bytes)
  if (countFile !== undefined) appendFileSync(countFile, '.')
  return bytes
}

Object.assign(crypto, { randomBytes: marked })
