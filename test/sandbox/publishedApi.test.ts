import assert from 'node:assert/strict'
import { documented } from '../../src/sandbox/documentedErrors'
import { idOf, leg, participant } from './support/legs'
import { differences, documentedCodes, publishedApi } from './support/publishedApi'
import { bodyOf, refusalOf } from './support/sdk'
import { eachTestWithSandbox } from './support/session'

const api = publishedApi()

if (api === undefined) {
  process.stderr.write('  The published OpenAPI is not beside this project: the sandbox’s answers are not compared with it.\n')
} else {
  describe('The sandbox against the published OpenAPI', () => {
    const session = eachTestWithSandbox()

    const assertFits = async (body: unknown, model: string): Promise<void> => {
      assert.deepEqual(differences(api, await body, model), [])
    }

    it('answers with codes and statuses that some operation documents', () => {
      const known = documentedCodes(api)
      for (const { status, code } of Object.values(documented)) assert.ok(known.has(`${status} ${code}`), `${status} ${code}`)
    })

    it('answers in the published shapes', async () => {
      const { user, client, sandbox, conversation, conversationId } = session()
      await assertFits(bodyOf(client.tokens.getTokensMe()), 'TokenInfo')
      await assertFits(bodyOf(user.tokens.getTokensMe()), 'TokenInfo')
      await assertFits(bodyOf(user.users.getUsersMe()), 'UserMe')
      await assertFits(bodyOf(user.organization.getOrganizationsMe()), 'Organization')
      await assertFits(bodyOf(user.conversations.getConversationsMessages()), 'MessageConversationEntityListing')
      await assertFits(bodyOf(client.conversations.getConversationsMessagingThreadingtimeline()), 'ConversationThreadingWindow')
      await assertFits(bodyOf(client.webDeployments.getWebdeploymentsDeployments()), 'ExpandableWebDeploymentEntityListing')
      await assertFits(bodyOf(client.webDeployments.getWebdeploymentsDeployment(sandbox.address.deploymentId)), 'WebDeployment')
      await assertFits(bodyOf(client.routing.getRoutingQueues()), 'QueueEntityListing')
      const contactId = participant(await conversation('ended-web'), 'customer').externalContactId ?? ''
      await assertFits(bodyOf(client.externalContacts.getExternalcontactsContact(contactId)), 'ExternalContact')

      for (const name of Object.keys(sandbox.address.conversations).filter((key) => key !== 'unknown-state')) {
        await assertFits(conversation(name), 'Conversation')
        await assertFits(bodyOf(user.conversations.getConversationsMessage(conversationId(name))), 'MessageConversation')
      }
    })

    it('tells who is who in the published shapes', async () => {
      const { user, client, reader } = session()
      const expand = ['authorization', 'organization', 'token', 'date', 'orgauthorization']
      await assertFits(bodyOf(user.users.getUsersMe({ expand })), 'UserMe')
      const { entities = [] } = await bodyOf(reader.authorization.getAuthorizationRoles())
      for (const role of entities) await assertFits(role, 'DomainOrganizationRole')
      await assertFits(bodyOf(reader.oauth.getOauthClients()), 'OAuthClientEntityListing')
      await assertFits(bodyOf(client.organization.getOrganizationsLimitsNamespace('platform.api')), 'LimitsEntityListing')
      await assertFits(bodyOf(client.organization.getOrganizationsLimitsDocs()), 'LimitDocumentation')
      await assertFits(bodyOf(client.organization.getOrganizationsLimitsChangerequests()), 'LimitChangeRequestsEntityListing')
    })

    it('answers analytics in the published shape', async () => {
      const { client, clock } = session()
      const interval = `${new Date(clock.now() - 30 * 86_400_000).toISOString()}/${new Date(clock.now()).toISOString()}`
      await assertFits(bodyOf(client.analytics.postAnalyticsConversationsDetailsQuery({ interval })), 'AnalyticsConversationQueryResponse')
    })

    it('answers sends and their messages in the published shapes', async () => {
      const { user, client, sandbox, conversation, conversationId } = session()
      const externalContactId = participant(await conversation('ended-web'), 'customer').externalContactId ?? ''
      const sent = await bodyOf(
        client.conversations.postConversationsMessagesAgentless({
          fromAddress: sandbox.address.deploymentId,
          toAddressMessengerType: 'webmessaging',
          externalContactId,
          textBody: 'Hello'
        })
      )
      await assertFits(sent, 'SendAgentlessOutboundMessageResponse')
      await assertFits(bodyOf(client.conversations.getConversationsMessageMessage(conversationId('ended-web'), idOf(sent))), 'MessageData')
      await assertFits(conversation('ended-web'), 'Conversation')
      const agentLeg = idOf(leg(await conversation('connected-sms'), 'agent'))
      await assertFits(
        bodyOf(
          user.conversations.postConversationsMessageCommunicationMessages(conversationId('connected-sms'), agentLeg, { textBody: 'Hello' })
        ),
        'MessageData'
      )
    })

    it('answers about notifications in the published shapes', async () => {
      const { notifications } = session().user
      const channel = await bodyOf(notifications.postNotificationsChannels())
      await assertFits(channel, 'Channel')
      await assertFits(bodyOf(notifications.getNotificationsChannels()), 'ChannelEntityListing')
      await assertFits(bodyOf(notifications.getNotificationsAvailabletopics()), 'AvailableTopicEntityListing')
      const topics = [{ id: 'v2.analytics.conversations.details.jobs.availability' }]
      const subscribed = await bodyOf(notifications.postNotificationsChannelSubscriptions(idOf(channel), topics))
      await assertFits(subscribed, 'ChannelTopicEntityListing')
    })

    it('refuses in the published shape', async () => {
      const { user } = session()
      const { body } = await refusalOf(user.conversations.getConversationsMessage('00000000-0000-4000-8000-000000000000'))
      await assertFits(body, 'ErrorBody')
    })
  })
}
