import assert from 'node:assert/strict'
import { asClient, asUser, send } from './support/raw'
import { assertRefused, bodyOf, sdkAsClient, sdkWithToken } from './support/sdk'
import { eachTestWithSandbox } from './support/session'

const form = { 'content-type': 'application/x-www-form-urlencoded' }

describe('Signing in to the sandbox', () => {
  const session = eachTestWithSandbox()

  it('grants a client a token for its id and secret', async () => {
    const { client } = session()
    const { OAuthClient, organization } = await bodyOf(client.tokens.getTokensMe())
    assert.equal(OAuthClient?.name, 'Notifier')
    assert.equal(OAuthClient.authorizedGrantType, 'CLIENT-CREDENTIALS')
    assert.equal(organization?.name, 'Sandbox')
  })

  it('takes id and secret from the form as well', async () => {
    const { sandbox } = session()
    const { clientId, clientSecret } = sandbox.address
    const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret }).toString()
    const { status, json } = await send(sandbox, { method: 'POST', path: '/oauth/token', headers: form, body })
    assert.deepEqual({ status, type: json['token_type'], life: json['expires_in'] }, { status: 200, type: 'bearer', life: 86_400 })
  })

  it('refuses a wrong secret in the shape of OAuth', async () => {
    const { sandbox } = session()
    const { clientId, clientSecret } = sandbox.address
    for (const [id, secret] of [
      [clientId, `${clientSecret}x`],
      ['somebody', clientSecret]
    ]) {
      const authorization = `Basic ${Buffer.from(`${id ?? ''}:${secret ?? ''}`).toString('base64')}`
      const answer = await send(sandbox, {
        method: 'POST',
        path: '/oauth/token',
        headers: { ...form, authorization },
        body: 'grant_type=client_credentials'
      })
      assert.equal(answer.status, 401)
      assert.equal(answer.json['error'], 'invalid_client')
      assert.equal(typeof answer.json['error_description'], 'string')
      assert.equal(answer.headers['x-sandbox-assumption'], 'oauth.refusal-status')
    }
  })

  it('refuses the SDK’s sign-in with a wrong secret', async () => {
    const { sandbox } = session()
    await assert.rejects(async () => {
      try {
        await sdkAsClient(sandbox.address.url, sandbox.address.clientId, 'wrong')
      } catch (thrown) {
        throw new Error(JSON.stringify(thrown))
      }
    }, /401|invalid_client/)
  })

  it('refuses other grants', async () => {
    const { sandbox } = session()
    const { status, json } = await send(sandbox, { method: 'POST', path: '/oauth/token', headers: form, body: 'grant_type=password' })
    assert.deepEqual({ status, error: json['error'] }, { status: 400, error: 'unsupported_grant_type' })
  })

  it('asks for a token', async () => {
    const { sandbox } = session()
    const { status, json, headers } = await send(sandbox, { path: '/api/v2/tokens/me' })
    assert.deepEqual({ status, code: json['code'] }, { status: 401, code: 'authentication.required' })
    assert.equal(headers['inin-correlation-id'], json['contextId'])
  })

  it('does not know a token that it has not issued', async () => {
    const { sandbox } = session()
    await assertRefused(sdkWithToken(sandbox.address.url, 'made-up').tokens.getTokensMe(), 401, 'bad.credentials')
  })

  it('lets a client’s token expire after a day', async () => {
    const { client, clock } = session()
    clock.advance(24 * 60 * 60 * 1000 - 1)
    await client.tokens.getTokensMe()
    clock.advance(1)
    await assertRefused(client.tokens.getTokensMe(), 401, 'bad.credentials', 'credential.worthless')
  })

  it('tells the user who they are, and a client that it is not a user', async () => {
    const { user, client } = session()
    const me = await bodyOf(user.users.getUsersMe({ expand: ['authorization'] }))
    assert.equal(me.name, 'Nora Lind')
    assert.ok(me.authorization?.permissions?.includes('conversation:message:create'))
    await assertRefused(client.users.getUsersMe(), 400, 'not.a.user')
  })

  it('tells both which organisation they are in', async () => {
    const { user, client } = session()
    assert.equal((await bodyOf(user.organization.getOrganizationsMe())).name, 'Sandbox')
    assert.equal((await bodyOf(client.organization.getOrganizationsMe())).name, 'Sandbox')
  })

  it('refuses a send to a role that may only look', async () => {
    const { reader, sandbox, conversationId } = session()
    await reader.conversations.getConversation(conversationId('ended-web'))
    await assertRefused(
      reader.conversations.postConversationsMessagesAgentless({
        fromAddress: sandbox.address.deploymentId,
        toAddressMessengerType: 'webmessaging',
        textBody: 'Hello'
      }),
      403,
      'missing.permissions'
    )
    await assertRefused(
      reader.conversations.patchConversationsMessage(conversationId('connected-web'), { state: 'disconnected' } as never),
      403,
      'missing.any.permissions'
    )
  })

  it('says which operations need a user although nobody documents what a client gets', async () => {
    const { client, conversationId, sandbox } = session()
    const expected = [400, 'not.a.user', 'credential.user-required'] as const
    await assertRefused(client.conversations.getConversationsMessages(), ...expected)
    await assertRefused(
      client.conversations.postConversationsMessageCommunicationMessages(conversationId('connected-web'), conversationId('connected-web'), {
        textBody: 'Hello'
      }),
      ...expected
    )
    await assertRefused(
      client.conversations.postConversationsMessages({
        queueId: sandbox.address.queueId,
        toAddress: '+13175550199',
        toAddressMessengerType: 'sms'
      }),
      ...expected
    )
  })

  it('takes a token for its kind, whichever way it comes', async () => {
    const { sandbox } = session()
    assert.equal((await send(sandbox, { path: '/api/v2/users/me', headers: asUser(sandbox) })).status, 200)
    assert.equal((await send(sandbox, { path: '/api/v2/users/me', headers: await asClient(sandbox) })).status, 400)
  })
})
