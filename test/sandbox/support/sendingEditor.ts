import { plan } from '../../../src/followUp/plan'
import { isSending } from '../../../src/followUp/route'
import { Connection } from '../../../src/genesys/connection'
import { loadSdk } from '../../../src/genesys/loadSdk'
import type { Pace } from '../../../src/genesys/traffic/pace'
import { textDraft } from '../../../src/model/draft'
import type { Uuid } from '../../../src/model/ids'
import type { ConfirmedSend } from '../../../src/store/outbox/sends'

/** Where an editor of another process sends to, and where it records that. */
export interface SendingEditor {
  readonly port: number
  readonly userToken: string
  readonly clientId: string
  readonly clientSecret: string
  readonly folder: string
  readonly conversationId: Uuid
  readonly text: string
}

export const sendingConnectionId = 'c-1'

export const connectEditor = async ({ port, userToken, clientId, clientSecret }: SendingEditor, pace: Pace): Promise<Connection> =>
  Connection.open(
    { id: sendingConnectionId, endpoint: { kind: 'loopback', port }, userToken, client: { id: clientId, secret: clientSecret } },
    { sdk: await loadSdk(), pace, random: () => 0, onSignedOut: () => undefined }
  )

/** The best follow-up as it is planned now. */
export const confirmedFollowUp = async (connection: Connection, { conversationId, text }: SendingEditor): Promise<ConfirmedSend> => {
  const { conversation, ...rest } = await connection.situation(conversationId)
  const route = plan({ conversation, ...rest }, textDraft(text)).find(isSending)
  if (!conversation.known || !route) throw new Error('The conversation cannot be followed up.')
  const from = { connectionId: sendingConnectionId, id: conversationId }
  return { from, conversation: conversation.value, recipient: 'Jamie Rivera', text, request: route.request }
}
