import assert from 'node:assert/strict'
import { startSandbox } from '../../src/sandbox'
import { mark } from '../support/canary/mark.cjs'

describe('the secrets of this run', () => {
  it('are known, so that they can be searched for after it', async () => {
    const sandbox = await startSandbox()
    await sandbox.stop()
    const { address } = sandbox
    for (const secret of [address.userToken, address.clientSecret, address.controlToken]) assert.ok(secret.startsWith(mark))
  })
})
