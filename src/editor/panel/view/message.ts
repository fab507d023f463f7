import * as vscode from 'vscode'
import { textProblem } from '../../../followUp/plan'
import { isSending, type SendingRoute } from '../../../followUp/route'
import { customerName, messengerTypeOf } from '../../../model/conversation'
import { findChannel } from '../../../platform/channels'
import type { FieldView, MessageView } from '../../../webview/protocol'
import type { OpenConnection } from '../../../store/connections'
import { chosenRoute, type ShownConversation } from '../panelState'
import { sentAs } from './sentAs'

/** Characters that any channel takes, for a channel whose limit is not known. */
const cautiousLimit = 765

const readOnly = (id: string, label: string, value: string, hint?: string): FieldView => ({
  id,
  label,
  value,
  readOnly: true,
  ...(hint === undefined ? {} : { hint })
})

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const fromField = ({ request }: SendingRoute, { situation }: ShownConversation): FieldView => {
  const label = vscode.l10n.t('From')
  const from = textOf(request.body['fromAddress'])
  if (request.body['toAddressMessengerType'] !== 'webmessaging') return readOnly('from', label, from)
  const { deployments } = situation
  if (!deployments.known) return readOnly('deployment', label, from, deployments.why)
  return {
    id: 'deployment',
    label,
    value: from,
    readOnly: false,
    options: deployments.value.map(({ id, name, status }) => ({
      value: id,
      label: status === 'Active' ? vscode.l10n.t('Deployment: {0}', name) : vscode.l10n.t('Deployment: {0} ({1})', name, status)
    }))
  }
}

const toField = ({ request }: SendingRoute, shown: ShownConversation): FieldView => {
  const label = vscode.l10n.t('To')
  const name = customerName(shown.conversation.value)
  const contact = textOf(request.body['externalContactId'])
  const address = textOf(request.body['toAddress'])
  if (contact !== '') return readOnly('to', label, vscode.l10n.t('External contact: {0}', name ?? contact))
  if (address !== '') return readOnly('to', label, name === undefined || name === address ? address : `${name}, ${address}`)
  return readOnly('to', label, name ?? vscode.l10n.t('the customer'))
}

const sendButton = (
  route: SendingRoute,
  shown: ShownConversation,
  connection: OpenConnection,
  problem: string | undefined
): MessageView['send'] => {
  const name = customerName(shown.conversation.value) ?? vscode.l10n.t('the customer')
  const label =
    route.id === 'outbound'
      ? vscode.l10n.t('Open Conversation with {0} on {1}…', name, connection.name)
      : vscode.l10n.t('Send to {0} on {1}…', name, connection.name)
  if (route.verdict === 'will-fail') return { label, enabled: false, why: vscode.l10n.t('This route will fail. Choose another one.') }
  if (problem !== undefined) return { label, enabled: false, why: problem }
  return { label, enabled: true }
}

/** The message of the chosen route; nothing for a route that sends none. */
export const messageView = (shown: ShownConversation, connection: OpenConnection): { readonly message?: MessageView } => {
  const route = chosenRoute(shown)
  if (route === undefined || !isSending(route)) return {}
  const channel = findChannel(messengerTypeOf(shown.conversation.value) ?? '')
  const { text } = shown.draft
  const unwritten = text.trim() === '' && route.id !== 'outbound'
  const problem = textProblem(shown.situation, route)
  const said = unwritten ? vscode.l10n.t('Write a message first.') : problem && `${problem.cause} ${problem.remedy}`
  return {
    message: {
      text,
      limit: channel?.textLimit ?? cautiousLimit,
      // An empty field is no mistake yet: the button says what is missing.
      ...(problem && !unwritten ? { problem: `${problem.cause} ${problem.remedy}` } : {}),
      fields: [
        ...(route.id === 'agentless' ? [fromField(route, shown)] : []),
        toField(route, shown),
        readOnly('credential', vscode.l10n.t('Sent as'), sentAs(route, connection))
      ],
      send: sendButton(route, shown, connection, said)
    }
  }
}
