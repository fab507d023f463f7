import assert from 'node:assert/strict'
import type { Models } from 'purecloud-platform-client-v2'
import { startSandbox, type Sandbox, type SandboxOptions } from '../../../src/sandbox'
import { manualClock, type ManualClock } from './manualClock'
import { bodyOf, sdkAsClient, sdkWithToken, type Sdk } from './sdk'

/** A running sandbox with the SDK signed in as each of its credentials. */
export interface Session {
  readonly sandbox: Sandbox
  readonly clock: ManualClock
  /** As the agent Nora Lind. */
  readonly user: Sdk
  /** As the program that sends. */
  readonly client: Sdk
  /** As the program that may only look. */
  readonly reader: Sdk
  readonly conversationId: (name: string) => string
  readonly conversation: (name: string) => Promise<Models.Conversation>
}

export const openSession = async (options: SandboxOptions): Promise<Session> => {
  const clock = manualClock()
  const sandbox = await startSandbox({ ...options, clock })
  const { url, userToken, clientId, clientSecret, conversations } = sandbox.address
  const user = sdkWithToken(url, userToken)
  const conversationId = (name: string): string => {
    const id = conversations[name]
    assert.ok(id, `the sandbox has a conversation ${name}`)
    return id
  }
  return {
    sandbox,
    clock,
    user,
    client: await sdkAsClient(url, clientId, clientSecret),
    reader: await sdkAsClient(url, sandbox.reader.clientId, sandbox.reader.clientSecret),
    conversationId,
    conversation: (name) => bodyOf(user.conversations.getConversation(conversationId(name)))
  }
}

/** Starts a sandbox before each test of the suite and stops it after. The returned function gives the one of the running test. */
export const eachTestWithSandbox = (options: Omit<SandboxOptions, 'clock'> = {}): (() => Session) => {
  let session: Session | undefined
  beforeEach(async () => {
    session = await openSession(options)
  })
  afterEach(async () => {
    await session?.sandbox.stop()
    session = undefined
  })
  return () => {
    assert.ok(session, 'a sandbox is running')
    return session
  }
}
