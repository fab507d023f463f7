import assert from 'node:assert/strict'
import { startSandbox, type Sandbox, type SandboxOptions } from '../../../src/sandbox'
import { joinAsGuest, type GuestClient } from '../../sandbox/support/guest'
import { bodyOf, sdkWithToken, type Sdk } from '../../sandbox/support/sdk'

/** An organisation that an editor can connect, and the people who act in it elsewhere than in that editor. */
class Organisation {
  constructor(
    readonly sandbox: Sandbox,
    readonly agent: Sdk,
    readonly guest: GuestClient
  ) {}

  /** Where it is connected at. */
  get host(): string {
    return `localhost:${new URL(this.sandbox.address.url).port}`
  }

  /** The settings of an editor that is to connect it. */
  get settings(): Readonly<Record<string, unknown>> {
    return { 'genesysMessaging.additionalHosts': [this.host] }
  }

  id(name: string): string {
    return this.sandbox.address.conversations[name] ?? assert.fail(`the sandbox has a conversation ${name}`)
  }

  /** A conversation as the agent reads it now. */
  read(name: string) {
    return bodyOf(this.agent.conversations.getConversation(this.id(name)))
  }
}

/**
 * Starts an organisation before the tests of the enclosing `describe`, and stops it after them. Call it before `useWorkbench`.
 *
 * @param guestOf the conversation whose guest is there
 * @returns the organisation, to be called inside a test or hook
 */
export const useOrganisation = (guestOf: string, options: SandboxOptions = {}): (() => Organisation) => {
  let started: Organisation | undefined
  before('start the organisation', async () => {
    const sandbox = await startSandbox(options)
    const token = sandbox.guestTokens()[guestOf]
    assert.ok(token)
    const agent = sdkWithToken(sandbox.address.url, sandbox.address.userToken)
    started = new Organisation(sandbox, agent, await joinAsGuest(sandbox, { token }))
  })
  after('stop the organisation', async () => {
    await started?.guest.leave()
    await started?.sandbox.stop()
  })
  return () => started ?? assert.fail('The organisation has not started: call this inside a test.')
}
