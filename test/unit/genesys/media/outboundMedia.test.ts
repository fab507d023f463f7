import assert from 'node:assert/strict'
import { readOutboundMedia } from '../../../../src/genesys/media/outboundMedia'
import { OrganisationFacts } from '../../../../src/genesys/organisationFacts'
import type { Fact } from '../../../../src/model/fact'
import { businessAddress, now, withAgent } from '../../support/conversation'
import { answer, failing, fakeApi, refusal } from '../../support/platform'

/** What may be sent into a conversation of a channel, by an organisation whose profiles allow a type that is named after them. */
const read = (messengerType: string, given: Parameters<typeof fakeApi>[0]): Promise<Fact<readonly string[]>> => {
  const api = fakeApi({
    supportedContent: (id = 'default') => answer({ mediaTypes: { allow: { outbound: [{ type: `profile/${id}` }] } } }),
    ...given
  })
  return readOutboundMedia(api, new OrganisationFacts(api, undefined, () => now), withAgent('connected', messengerType), () => now)
}

const supportedContent = { id: 'own' }
const types = (fact: Fact<readonly string[]>): readonly string[] | string => (fact.known ? fact.value : fact.why)

describe('the media that may be sent into a conversation', () => {
  it('are of the profile of what the customer wrote to: a deployment, a number or an integration', async () => {
    const deployments = () => answer({ entities: [{ id: businessAddress('webmessaging'), supportedContent }] })
    const smsNumbers = () => answer({ entities: [{ phoneNumber: businessAddress('sms'), supportedContent }] })
    const integrations = () => answer({ entities: [{ id: businessAddress('whatsapp'), messengerType: 'whatsapp', supportedContent }] })
    assert.deepEqual(types(await read('webmessaging', { deployments })), ['profile/own'])
    assert.deepEqual(types(await read('sms', { smsNumbers })), ['profile/own'])
    assert.deepEqual(types(await read('whatsapp', { integrations })), ['profile/own'])
  })

  it('are of the default profile where that has none of its own', async () => {
    const deployments = () => answer({ entities: [{ id: businessAddress('webmessaging') }] })
    assert.deepEqual(types(await read('webmessaging', { deployments })), ['profile/default'])
    assert.deepEqual(types(await read('facebook', {})), ['profile/default'])
  })

  it('are not known when either cannot be read, and why is said', async () => {
    const refused = () => failing(refusal(403, 'missing.permissions'))
    assert.match(
      String(types(await read('webmessaging', { deployments: refused }))),
      /^Which profile holds is not known\. Reading the deployments/
    )
    assert.match(String(types(await read('webmessaging', { supportedContent: refused }))), /^Reading the supported content: .*403/)
  })

  it('are not known for want of a permission, which is named: what is missing may be another one', async () => {
    const refused = () => failing(refusal(403, 'missing.permissions'))
    const ends = async (messengerType: string, given: Parameters<typeof fakeApi>[0], permission: string): Promise<void> => {
      const fact = await read(messengerType, given)
      assert.equal(fact.known ? undefined : fact.withheld, 'notPermitted')
      assert.ok(String(types(fact)).endsWith(` What settles it is the permission ${permission}.`), String(types(fact)))
    }
    await ends('webmessaging', { supportedContent: refused }, 'messaging:supportedContent:view')
    await ends('whatsapp', { integrations: refused }, 'messaging:integration:view')
    await ends('sms', { smsNumbers: refused }, 'sms:phoneNumber:view')
    await ends('webmessaging', { deployments: refused }, 'webDeployments:deployment:view')
    const unreachable = await read('webmessaging', { supportedContent: () => failing({ kind: 'unreachable', why: 'no network' }) })
    assert.doesNotMatch(String(types(unreachable)), /permission/)
  })

  it('are not known where the sender may stand on a page that was not read', async () => {
    const integrations = () => answer({ entities: [], total: 200 })
    assert.match(String(types(await read('whatsapp', { integrations }))), /has more rows than were read/)
  })
})
