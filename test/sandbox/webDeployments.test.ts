import assert from 'node:assert/strict'
import type { Models } from 'purecloud-platform-client-v2'
import { fitting } from './support/fits'
import { idOf } from './support/legs'
import { answerOf, assertRefused, bodyOf } from './support/sdk'
import { eachTestWithSandbox } from './support/session'

const unknownId = '00000000-0000-4000-8000-000000000000'

describe('Web deployments', () => {
  const session = eachTestWithSandbox()
  const api = () => session().client.webDeployments

  const disconnectOf = ({ messenger }: Models.WebDeploymentConfigurationVersion) => messenger?.apps?.conversations?.conversationDisconnect

  /** What a deployment’s guests meet. */
  const active = (id: string) =>
    fitting(api().getWebdeploymentsDeploymentConfigurations(id), 'WebDeploymentActiveConfigurationOnDeployment')

  const outlet = async (): Promise<Models.ExpandableWebDeployment> => {
    const { entities } = await bodyOf(api().getWebdeploymentsDeployments())
    const found = entities?.find(({ name }) => name === 'Outlet')
    assert.ok(found)
    return found
  }

  it('are listed by cursor, with their configuration on request', async () => {
    const first = await fitting(api().getWebdeploymentsDeployments({ pageSize: '1' }), 'ExpandableWebDeploymentEntityListing')
    assert.deepEqual([first.total, first.entities?.length, first.previousUri], [2, 1, undefined])
    const after = new URL(first.nextUri ?? '', 'http://sandbox').searchParams.get('after') ?? ''
    const second = await bodyOf(api().getWebdeploymentsDeployments({ pageSize: '1', after, expand: ['Configuration'] }))
    assert.deepEqual([second.entities?.[0]?.name, second.nextUri], ['Outlet', undefined])
    const before = new URL(second.previousUri ?? '', 'http://sandbox').searchParams.get('before') ?? ''
    const back = await bodyOf(api().getWebdeploymentsDeployments({ pageSize: '1', before }))
    assert.deepEqual([back.entities?.[0]?.name, back.previousUri], ['Shop', undefined])
    assert.equal(disconnectOf(second.entities?.[0]?.configuration ?? { name: '' })?.type, 'ReadOnly')
    await assertRefused(api().getWebdeploymentsDeployments({ after: unknownId }), 400, 'invalid.query.param.value')
  })

  it('show their guests a published version: nothing, an end, or an end that takes no more messages', async () => {
    const { deploymentId } = session().sandbox.address
    const shop = await active(deploymentId)
    assert.deepEqual(disconnectOf(shop.configurationVersion ?? { name: '' }), { enabled: false, type: 'Send' })
    const closed = await active(idOf(await outlet()))
    assert.deepEqual(disconnectOf(closed.configurationVersion ?? { name: '' }), { enabled: true, type: 'ReadOnly' })

    const { id: configurationId, name } = shop.configurationVersion ?? { name: '' }
    assert.ok(configurationId)
    const draft = { name, messenger: { apps: { conversations: { conversationDisconnect: { enabled: true, type: 'Send' } } } } }
    await fitting(api().putWebdeploymentsConfigurationVersionsDraft(configurationId, draft), 'WebDeploymentConfigurationVersion')
    assert.deepEqual(disconnectOf((await active(deploymentId)).configurationVersion ?? { name: '' })?.enabled, false)

    const published = await fitting(
      api().postWebdeploymentsConfigurationVersionsDraftPublish(configurationId),
      'WebDeploymentConfigurationVersion'
    )
    assert.equal(published.version, '2')
    const { flow } = await bodyOf(api().getWebdeploymentsDeployment(deploymentId))
    assert.ok(flow)
    await fitting(
      api().putWebdeploymentsDeployment(deploymentId, { name: 'Shop', flow, configuration: { id: configurationId, version: '2' } }),
      'WebDeployment'
    )
    const changed = (await active(deploymentId)).configurationVersion ?? { name: '' }
    assert.deepEqual(disconnectOf(changed), { enabled: true, type: 'Send' })
    const versions = await bodyOf(api().getWebdeploymentsConfigurationVersions(configurationId))
    assert.deepEqual(
      (versions.entities ?? []).map(({ version }) => version),
      ['1', '2']
    )
    assert.deepEqual(await bodyOf(api().getWebdeploymentsConfigurationVersion(configurationId, '2')), published)
    await assertRefused(api().getWebdeploymentsConfigurationVersion(configurationId, '3'), 404, 'not.found')
  })

  it('can be made, closed and taken away; what is sent from a closed one is refused', async () => {
    const configuration = await answerOf(api().postWebdeploymentsConfigurations({ name: 'App messenger' }))
    assert.equal(configuration.status, 201)
    const configurationId = idOf(configuration.body)
    const { flow } = await bodyOf(api().getWebdeploymentsDeployment(session().sandbox.address.deploymentId))
    assert.ok(flow)
    const body: Models.WebDeployment = { name: 'App', flow, configuration: { id: configurationId, version: '1' } }
    await assertRefused(api().postWebdeploymentsDeployments(body), 400, 'invalid.value', 'body.unknown-reference')
    await bodyOf(api().postWebdeploymentsConfigurationVersionsDraftPublish(configurationId))
    const made = await answerOf(api().postWebdeploymentsDeployments({ ...body, allowedDomains: ['app.shop.example'] }))
    assert.deepEqual([made.status, made.body.status, made.body.allowAllDomains], [201, 'Active', false])
    const id = idOf(made.body)
    await assertRefused(api().deleteWebdeploymentsConfiguration(configurationId), 409, 'resource.conflict')

    const ended = await session().conversation('ended-web')
    const send = () =>
      session().client.conversations.postConversationsMessagesAgentless({
        fromAddress: id,
        toAddressMessengerType: 'webmessaging',
        externalContactId: ended.participants[0]?.externalContactId ?? '',
        textBody: 'Hello'
      })
    await bodyOf(send())
    const closed = await bodyOf(api().putWebdeploymentsDeployment(id, { ...body, status: 'Inactive' }))
    assert.equal(closed.status, 'Inactive')
    await assertRefused(send(), 400, 'invalid.value', 'body.unknown-reference')

    assert.equal((await answerOf(api().deleteWebdeploymentsDeployment(id))).status, 204)
    await assertRefused(api().getWebdeploymentsDeployment(id), 404, 'not.found')
    assert.equal((await answerOf(api().deleteWebdeploymentsConfiguration(configurationId))).status, 204)
    await assertRefused(api().getWebdeploymentsConfigurationVersionsDraft(configurationId), 404, 'not.found')
  })

  it('refuse what they cannot be made of', async () => {
    const { configuration, flow } = await bodyOf(api().getWebdeploymentsDeployment(session().sandbox.address.deploymentId))
    assert.ok(flow)
    const make = (more: Partial<Models.WebDeployment>) =>
      api().postWebdeploymentsDeployments({ name: 'Other', flow, configuration: { id: configuration.id, version: '1' }, ...more })
    await assertRefused(make({ flow: { id: unknownId } }), 400, 'bad.flow.id')
    await assertRefused(make({ supportedContent: { id: unknownId } }), 404, 'scp.id.not.found')
    await assertRefused(make({ allowAllDomains: true, allowedDomains: ['shop.example'] }), 400, 'constraint.validation')
    await assertRefused(
      api().postWebdeploymentsConfigurations({ name: 'With portal', supportCenter: { enabled: true } }),
      501,
      'sandbox.not.implemented'
    )
    await assertRefused(session().reader.webDeployments.postWebdeploymentsConfigurations({ name: 'No' }), 403, 'missing.permissions')
  })

  it('list the drafts of their configurations', async () => {
    await bodyOf(api().postWebdeploymentsConfigurations({ name: 'Not yet' }))
    const drafts = await fitting(api().getWebdeploymentsConfigurations(), 'WebDeploymentConfigurationVersionEntityListing')
    assert.deepEqual(
      (drafts.entities ?? []).map(({ name, version }) => [name, version]),
      [
        ['Shop messenger', 'DRAFT'],
        ['Outlet messenger', 'DRAFT'],
        ['Not yet', 'DRAFT']
      ]
    )
    const published = await bodyOf(api().getWebdeploymentsConfigurations({ showOnlyPublished: true }))
    assert.equal(published.entities?.length, 2)
  })

  it('tell whether guests become contacts, and can be told', async () => {
    const { deploymentId } = session().sandbox.address
    const read = () => fitting(api().getWebdeploymentsDeploymentIdentityresolution(deploymentId), 'DeploymentIdentityResolutionConfig')
    assert.equal((await read()).resolveIdentities, true)
    await bodyOf(api().putWebdeploymentsDeploymentIdentityresolution(deploymentId, { resolveIdentities: false }))
    assert.equal((await read()).resolveIdentities, false)
  })
})
