import { findSecret, longestForm } from './forms.mjs'

/** With this, and with nothing else, a secret may go to the window, which encrypts it: SecretStorage. */
const secretStorageCall = '$setPassword'

/** A call on the wire between extension host and window: `$` and a name, before its arguments. */
const callName = /\$[a-zA-Z]{3,}/g

/**
 * @param {Buffer} bytes
 * @param {number} at
 * @returns {string} the name of the call that these bytes are an argument of, as far as it can be seen
 */
const callBefore = (bytes, at) => bytes.subarray(0, at).toString('latin1').match(callName)?.at(-1) ?? 'an answer'

/**
 * Searches everything that the server, and so the extension host, says to the window: labels and tooltips, notifications, documents, messages to webviews,
 * what goes to the clipboard, errors. What the window says is not searched: a person types their secrets there.
 *
 * @param {import('playwright-core').Page} page before it is opened
 * @param {(where: string) => void} onFound
 */
export const watchWire = (page, onFound) => {
  page.on('websocket', (socket) => {
    let end = Buffer.alloc(0)
    socket.on('framereceived', ({ payload }) => {
      const frame = Buffer.concat([end, Buffer.from(payload)])
      end = frame.subarray(-(longestForm - 1))
      const found = findSecret(frame)
      if (found === undefined) return
      const call = callBefore(frame, found.at)
      if (call !== secretStorageCall) onFound(`what the extension host told the window with ${call}, ${found.form}`)
    })
  })
}
