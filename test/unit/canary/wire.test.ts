import assert from 'node:assert/strict'
import { EventEmitter } from 'node:events'
import type { Page } from 'playwright-core'
import { mark } from '../../support/canary/mark.cjs'
import { watchWire } from '../../support/canary/wire.mjs'

/** A call as VS Code writes it: the method, and the length and the JSON of its arguments. */
const call = (method: string, ...args: readonly unknown[]): Buffer => {
  const json = Buffer.from(JSON.stringify(args))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(json.length)
  return Buffer.concat([Buffer.from([1, 0, 0, 0, 7, 42, method.length]), Buffer.from(method), length, json])
}

/** Where a secret is found when the extension host says this to the window, frame by frame. */
const found = (...frames: readonly (Buffer | string)[]): readonly string[] => {
  const finds: string[] = []
  const page = new EventEmitter()
  const socket = new EventEmitter()
  watchWire(page as unknown as Page, (where) => finds.push(where))
  page.emit('websocket', socket)
  for (const payload of frames) socket.emit('framereceived', { payload })
  return finds
}

const secret = `${mark}-and-what-follows-by-chance`

describe('what the extension host says to the window', () => {
  const label = call('$refresh', { label: `Sandbox ${secret}` })
  const kept = call('$setPassword', 'messaging-inspector', 'connection/1/userToken', JSON.stringify({ token: secret }))

  it('is searched for secrets, which are told with the call', () => {
    assert.deepEqual(found(label), ['what the extension host told the window with $refresh, as it is'])
    assert.deepEqual(found(call('$showMessage', Buffer.from(`id:${secret}`).toString('base64'))), [
      'what the extension host told the window with $showMessage, in base64'
    ])
  })

  it('may hold one on its way to SecretStorage, and nothing beside it', () => {
    assert.deepEqual(found(kept), [])
    assert.equal(found(Buffer.concat([kept, label])).length, 1)
    assert.equal(found(Buffer.concat([label, kept])).length, 1)
    const answer = Buffer.concat([Buffer.from([9, 0, 0, 0, 8]), Buffer.from(JSON.stringify({ conversation: secret }))])
    assert.equal(found(kept, answer).length, 1)
  })

  it('may hold the token of an account’s session', () => {
    assert.deepEqual(found(call('$sendDidChangeSessions', 'genesysMessaging', { added: [{ id: '1', accessToken: secret }] })), [])
  })

  it('is searched across two frames, and each find is told once', () => {
    const at = label.indexOf(mark) + 5
    assert.equal(found(label.subarray(0, at), label.subarray(at), call('$refresh', {})).length, 1)
  })
})
