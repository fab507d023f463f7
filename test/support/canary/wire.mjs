import { findSecrets } from './forms.mjs'

/** A call on the wire between extension host and window: `$` and a name, before its arguments. */
const callName = /\$[a-zA-Z]{3,}/g

/**
 * How a secret may go to the window, by the bytes before it. Between the name of a call and its arguments stands their length, and the arguments are
 * JSON, in which no control character is.
 */
const permitted = [
  // SecretStorage, which the window encrypts.
  /\$setPassword[^]{4}[^\0-\x1f]*$/,
  // The session of an account. VS Code gives it to nobody whom the person has not allowed to have it.
  /"accessToken":"$/
]

/** How many bytes before a secret are looked at, also those of the frame before. */
const lookBack = 2_000

/**
 * Searches everything that the server, and so the extension host, says to the window: labels and tooltips, notifications, documents, messages to webviews,
 * what goes to the clipboard, errors. What the window says is not searched: a person types their secrets there.
 *
 * @param {import('playwright-core').Page} page before it is opened
 * @param {(where: string) => void} onFound
 */
export const watchWire = (page, onFound) => {
  page.on('websocket', (socket) => {
    let seen = Buffer.alloc(0)
    socket.on('framereceived', ({ payload }) => {
      const bytes = Buffer.concat([seen, Buffer.from(payload)])
      for (const { form, at, end } of findSecrets(bytes)) {
        const before = bytes.subarray(Math.max(0, at - lookBack), at).toString('latin1')
        if (end <= seen.length || permitted.some((pattern) => pattern.test(before))) continue
        onFound(`what the extension host told the window with ${before.match(callName)?.at(-1) ?? 'an answer'}, ${form}`)
      }
      seen = bytes.subarray(-lookBack)
    })
  })
}
