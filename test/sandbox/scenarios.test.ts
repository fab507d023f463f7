// That each scenario opens, always the same, and that what it tells people to try is true.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { Models } from 'purecloud-platform-client-v2'
import { WebSocket } from 'ws'
import { scenarios, startSandbox, type Sandbox } from '../../src/sandbox'
import { seededIds } from '../../src/sandbox/ids'
import { findScenario } from '../../src/sandbox/scenarios'
import { isPresence, joinAsGuest, text } from './support/guest'
import { idOf, leg, participant, statuses } from './support/legs'
import { manualClock, type ManualClock } from './support/manualClock'
import { answerOf, assertRefused, bodyOf, refusalOf, sdkAsClient, sdkWithToken, type Sdk } from './support/sdk'

const hour = 60 * 60 * 1000

class Trial {
  constructor(
    readonly sandbox: Sandbox,
    readonly clock: ManualClock,
    readonly user: Sdk,
    readonly client: Sdk
  ) {}

  id(name: string): string {
    const id = this.sandbox.address.conversations[name]
    assert.ok(id, `there is a conversation ${name}`)
    return id
  }

  conversation(name: string): Promise<Models.Conversation> {
    return bodyOf(this.client.conversations.getConversation(this.id(name)))
  }

  async sendAsAgent(name: string): Promise<unknown> {
    const communicationId = idOf(leg(await this.conversation(name), 'agent'))
    return this.user.conversations.postConversationsMessageCommunicationMessages(this.id(name), communicationId, { textBody: 'Hello?' })
  }

  /** An agentless send to the guest of a web messaging conversation. */
  async sendToGuest(
    name: string,
    change: Partial<Models.SendAgentlessOutboundMessageRequest> = {},
    by: Sdk = this.client
  ): Promise<unknown> {
    const externalContactId = participant(await this.conversation(name), 'customer').externalContactId ?? ''
    return by.conversations.postConversationsMessagesAgentless({
      fromAddress: this.sandbox.address.deploymentId,
      toAddressMessengerType: 'webmessaging',
      externalContactId,
      textBody: 'Hello?',
      ...change
    })
  }

  async changeAgent(name: string, suffix: '' | '/parkingstate', state: string): Promise<void> {
    const { id } = participant(await this.conversation(name), 'agent')
    await this.user.call('PATCH', `/api/v2/conversations/messages/${this.id(name)}/participants/${id ?? ''}${suffix}`, { state })
  }

  accepted(call: Promise<unknown>): Promise<void> {
    return answerOf(call).then(({ status }) => {
      assert.equal(status, 200)
    })
  }
}

/** What `tryThis` of each scenario says, done. */
const trials: Readonly<Record<string, (trial: Trial) => Promise<void>>> = {
  default: async (trial) => {
    await trial.accepted(trial.sendToGuest('ended-web'))
    const seen: (string | undefined)[] = []
    for (const wait of [0, 400, 800]) {
      trial.clock.advance(wait)
      seen.push(statuses(await trial.conversation('ended-web'), 'api').at(-1))
    }
    assert.deepEqual(seen, ['queued', 'sent', 'delivery-success'])
  },
  '409-after-the-customer-left': async (trial) => {
    await assertRefused(trial.sendAsAgent('ended-web'), 409, 'request.conflict', 'agent-send.not-connected')
    await trial.accepted(trial.sendToGuest('ended-web'))
  },
  'agent-still-alerting': async (trial) => {
    await assertRefused(trial.sendAsAgent('alerting-web'), 409, 'request.conflict', 'agent-send.not-connected')
    await trial.changeAgent('alerting-web', '', 'connected')
    await trial.accepted(trial.sendAsAgent('alerting-web'))
  },
  'parked-conversation': async (trial) => {
    await assertRefused(trial.sendAsAgent('parked-whatsapp'), 409, 'request.conflict', 'agent-send.not-connected')
    await trial.changeAgent('parked-whatsapp', '/parkingstate', 'connected')
    await trial.accepted(trial.sendAsAgent('parked-whatsapp'))
  },
  'bot-holds-the-conversation': async (trial) => {
    await assertRefused(trial.sendToGuest('automated-web'), 400, 'active.conversation')
    await trial.accepted(trial.sendToGuest('automated-web', { useExistingActiveConversation: true }))
  },
  'waiting-in-queue': async (trial) => {
    await assertRefused(trial.sendToGuest('queued-web'), 400, 'active.conversation')
    await trial.accepted(trial.sendToGuest('queued-web', { useExistingActiveConversation: true }))
  },
  'manual-assignment-off': async (trial) => {
    const id = idOf(await bodyOf(trial.user.users.getUsersMe()))
    await assertRefused(trial.user.conversations.postConversationAssign(trial.id('queued-sms'), { id }), 400, 'feature.not.enabled')
    const { queueId = '' } = participant(await trial.conversation('queued-sms'), 'acd')
    const { enableManualAssignment } = await bodyOf(trial.client.routing.getRoutingQueue(queueId))
    assert.equal(enableManualAssignment, false)
  },
  'guest-went-offline': async (trial) => {
    const before = await trial.conversation('offline-web')
    assert.equal(statuses(before, 'agent').at(-1), 'delivery-failed')
    await trial.accepted(trial.sendAsAgent('offline-web'))
    trial.clock.advance(60_000)
    assert.equal(statuses(await trial.conversation('offline-web'), 'agent').at(-1), 'delivery-failed')
  },
  'guest-read-only': async (trial) => {
    const { guestUrl, deploymentId } = trial.sandbox.address
    const token = trial.sandbox.guestTokens()['connected-web'] ?? ''
    const guest = new WebSocket(`${guestUrl}?deploymentId=${deploymentId}`)
    const frames: { readonly code: number; readonly text: string }[] = []
    let told: () => void = () => undefined
    guest.on('message', (data: Buffer) => {
      const text = data.toString()
      frames.push({ code: (JSON.parse(text) as { readonly code: number }).code, text })
      told()
    })
    const frame = async (wanted: (frame: { readonly code: number; readonly text: string }) => boolean): Promise<void> => {
      while (!frames.some(wanted)) await new Promise<void>((resolve) => (told = resolve))
    }
    await once(guest, 'open')
    guest.send(JSON.stringify({ action: 'configureSession', deploymentId, token }))
    await frame(({ text }) => text.includes('SessionResponse'))
    await trial.client.call('PATCH', `/api/v2/conversations/messages/${trial.id('connected-web')}`, { state: 'disconnected' })
    await frame(({ text }) => text.includes('Disconnect') && text.includes('"readOnly":"true"'))
    guest.send(JSON.stringify({ action: 'onMessage', token, message: { type: 'Text', text: 'One more question' } }))
    await frame(({ code }) => code === 409)
    guest.terminate()
  },
  'conversation-disconnect': async (trial) => {
    const name = 'connected-read-only'
    const token = trial.sandbox.guestTokens()[name] ?? ''
    const page = participant(await trial.conversation(name), 'customer').messages?.[0]?.toAddress?.addressNormalized ?? ''
    const guest = await joinAsGuest(trial.sandbox, { token, deploymentId: page })
    await trial.client.call('PATCH', `/api/v2/conversations/messages/${trial.id(name)}`, { state: 'disconnected' })
    await guest.next(isPresence('Disconnect'))
    assert.equal((await guest.ask('onMessage', text('Hello?'))).code, 409)
  },
  'every-channel-and-state': async (trial) => {
    const sendTo = async (name: string, toAddressMessengerType: string): Promise<unknown> => {
      const customer = participant(await trial.conversation(name), 'customer').messages?.[0]
      return trial.client.conversations.postConversationsMessagesAgentless({
        fromAddress: customer?.toAddress?.addressNormalized ?? '',
        toAddress: customer?.fromAddress?.addressNormalized ?? '',
        toAddressMessengerType,
        textBody: 'Hello?'
      })
    }
    assert.equal(Object.keys(trial.sandbox.address.conversations).length, 72)
    await trial.accepted(sendTo('ended-sms', 'sms'))
    await assertRefused(sendTo('ended-facebook', 'facebook'), 400, 'invalid.value')
  },
  'whatsapp-window-over': async (trial) => {
    const customer = participant(await trial.conversation('ended-whatsapp'), 'customer').messages?.[0]
    await assertRefused(
      trial.client.conversations.postConversationsMessagesAgentless({
        fromAddress: customer?.toAddress?.addressNormalized ?? '',
        toAddress: customer?.fromAddress?.addressNormalized ?? '',
        toAddressMessengerType: 'whatsapp',
        textBody: 'Hello?'
      }),
      400,
      'constraint.validation',
      'body.channel-fields'
    )
    await trial.accepted(trial.sendAsAgent('connected-whatsapp-over'))
    trial.clock.advance(5000)
    assert.equal(statuses(await trial.conversation('connected-whatsapp-over'), 'agent').at(-1), 'delivery-failed')
  },
  'sms-opted-out': async (trial) => {
    const lastMessage = async () => leg(await trial.conversation('opted-out-sms'), 'agent').messages?.at(-1)
    const failed = async (): Promise<void> => {
      const { messageStatus, errorInfo } = (await lastMessage()) ?? {}
      assert.deepEqual([messageStatus, errorInfo?.code], ['delivery-failed', 'RecipientOptedOut'])
    }
    await failed()
    const { messageId } = (await lastMessage()) ?? {}
    await trial.accepted(trial.sendAsAgent('opted-out-sms'))
    trial.clock.advance(5000)
    await failed()
    assert.notEqual((await lastMessage())?.messageId, messageId)
  },
  'contact-merged': async (trial) => {
    await assertRefused(trial.sendToGuest('ended-web'), 400, 'invalid.value', 'contact.merged')
    const contactId = participant(await trial.conversation('ended-web'), 'customer').externalContactId ?? ''
    const { mergedTo } = await bodyOf(trial.client.externalContacts.getExternalcontactsContact(contactId))
    await trial.accepted(trial.sendToGuest('ended-web', { externalContactId: mergedTo?.id ?? '' }))
  },
  'deployment-inactive': async (trial) => {
    await assertRefused(trial.sendToGuest('ended-web'), 400, 'invalid.value', 'body.unknown-reference')
    const { deploymentId } = trial.sandbox.address
    assert.equal((await bodyOf(trial.client.webDeployments.getWebdeploymentsDeployment(deploymentId))).status, 'Inactive')
  },
  'user-token-on-agentless': async (trial) => {
    await assertRefused(trial.sendToGuest('ended-web', {}, trial.user), 400, 'not.a.client')
    await trial.accepted(trial.sendToGuest('ended-web'))
  },
  'missing-permission': async (trial) => {
    const { status, body } = await refusalOf(trial.sendToGuest('ended-web'))
    assert.deepEqual([status, body.code], [403, 'missing.permissions'])
    assert.match(body.message, /conversation:message:create/)
    await assertRefused(trial.sendAsAgent('connected-web'), 403, 'missing.any.permissions')
  },
  'rate-limited': async (trial) => {
    for (const attempt of ['first', 'second']) {
      const { status, body, headers } = await refusalOf(trial.sendToGuest('ended-web'))
      assert.deepEqual([status, body.code, headers['retry-after']], [429, 'too.many.requests', '5'], attempt)
    }
    assert.equal((await trial.conversation('ended-web')).participants.filter(({ purpose }) => purpose === 'api').length, 0)
    await trial.accepted(trial.sendToGuest('ended-web'))
  },
  'outbound-limit-reached': async (trial) => {
    await assertRefused(trial.sendToGuest('ended-web'), 409, 'organization.outbound.usage.limit.exceeded')
    await assertRefused(trial.sendAsAgent('connected-web'), 409, 'organization.outbound.usage.limit.exceeded')
  },
  large: async (trial) => {
    const now = trial.sandbox.now()
    const { totalHits, conversations } = await bodyOf(
      trial.client.analytics.postAnalyticsConversationsDetailsQuery({
        interval: `${new Date(now - 73 * hour).toISOString()}/${new Date(now + hour).toISOString()}`,
        paging: { pageSize: 100, pageNumber: 1 }
      })
    )
    assert.deepEqual([totalHits, conversations?.length], [10_000, 100])
  }
}

describe('Scenarios', () => {
  const running: Sandbox[] = []
  const start = async (scenario: string, clock = manualClock()): Promise<Sandbox> => {
    const sandbox = await startSandbox({ scenario, clock })
    running.push(sandbox)
    return sandbox
  }
  afterEach(async () => {
    await Promise.all(running.splice(0).map((sandbox) => sandbox.stop()))
  })

  it('are each tried here', () => {
    assert.deepEqual(scenarios.map(({ name }) => name).sort(), Object.keys(trials).sort())
    assert.ok(scenarios.length > 10)
  })

  it('stand in docs/sandbox.md', () => {
    const document = readFileSync('docs/sandbox.md', 'utf8')
    for (const { name, summary } of scenarios) assert.match(document, new RegExp(`^\\| \`${name}\` +\\| ${summary} +\\|$`, 'm'))
  })

  for (const { name, title, tryThis, about } of scenarios) {
    describe(`“${title}”`, () => {
      it('opens the same way each time', () => {
        const open = () => findScenario(name).open(seededIds(1).within('default'), Date.UTC(2026, 10, 20), {})
        assert.deepEqual(open(), open())
      })

      it('names the conversations that its advice is about', async () => {
        const { conversations } = (await start(name)).address
        if (about !== undefined) assert.ok(conversations[about])
        for (const [, named = ''] of tryThis.matchAll(/\(([a-z-]+)\)/g)) assert.ok(conversations[named], named)
      })

      it('shows what it says one would see', async () => {
        const clock = manualClock()
        const sandbox = await start(name, clock)
        const { url, userToken, clientId, clientSecret } = sandbox.address
        const client = await sdkAsClient(url, clientId, clientSecret)
        await trials[name]?.(new Trial(sandbox, clock, sdkWithToken(url, userToken), client))
      })
    })
  }

  it('keep users, addresses and contacts when one is loaded after another', async () => {
    const sandbox = await start('default')
    const { deploymentId, queueId, conversations } = sandbox.address
    const loaded = sandbox.loadScenario('409-after-the-customer-left')
    assert.deepEqual([sandbox.address.deploymentId, sandbox.address.queueId], [deploymentId, queueId])
    assert.equal(loaded['ended-web'], conversations['ended-web'])
  })

  it('take back what the one before had changed: roles and faults', async () => {
    const sandbox = await start('missing-permission')
    sandbox.setFaults([{ kind: 'reset', operation: 'any' }])
    sandbox.loadScenario('default')
    const { url, userToken } = sandbox.address
    const user = sdkWithToken(url, userToken)
    const agent = idOf(leg(await bodyOf(user.conversations.getConversation(sandbox.address.conversations['connected-web'] ?? '')), 'agent'))
    const sent = user.conversations.postConversationsMessageCommunicationMessages(
      sandbox.address.conversations['connected-web'] ?? '',
      agent,
      { textBody: 'Hello' }
    )
    assert.equal((await answerOf(sent)).status, 200)
    assert.deepEqual(sandbox.faults(), [])
  })

  it('make 100,000 conversations in seconds', async function (this: Mocha.Context) {
    this.timeout(30_000)
    const started = performance.now()
    const sandbox = await startSandbox({ scenario: 'large', conversations: 100_000, clock: manualClock() })
    running.push(sandbox)
    assert.ok(performance.now() - started < 6000, `${performance.now() - started} ms`)
    assert.equal(sandbox.conversationCount(), 100_000)
  })
})
