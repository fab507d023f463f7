import * as vscode from 'vscode'
import { fieldFindings } from '../../../followUp/fieldFindings'
import { isSending, type SendingRoute } from '../../../followUp/route'
import type { OpenConnection } from '../../../store/connections'
import type { ContentView, FieldView, MessageView } from '../../../webview/protocol'
import type { UploadState } from '../composing/uploadState'
import { chosenRoute, type ShownConversation } from '../panelState'
import { recipientOf } from '../recipient'
import { contentView, kindsField, missingContent } from './messageContent'
import { messageFields } from './messageFields'

/** Why a route sends nothing; the reason of one that will fail stands at the route, and here where no other one is better. */
const routeProblem = (route: SendingRoute, { routes }: ShownConversation): string | undefined => {
  if (route.verdict !== 'will-fail') return undefined
  return routes.some((other) => isSending(other) && other.verdict !== 'will-fail')
    ? vscode.l10n.t('This route will fail. Choose another one.')
    : vscode.l10n.t('Nothing can be sent now. {0}', route.reason)
}

/** What keeps a message from being sent: something that is missing in it, something that is wrong with it, or the route. */
const obstacle = (
  route: SendingRoute,
  shown: ShownConversation,
  content: ContentView,
  fields: readonly FieldView[]
): string | undefined => {
  const wrong = fields.find(({ problem }) => problem !== undefined)
  return wrong?.problem ?? routeProblem(route, shown) ?? missingContent(content) ?? ('problem' in content ? content.problem : undefined)
}

const sendButton = (
  route: SendingRoute,
  shown: ShownConversation,
  connection: OpenConnection,
  why: string | undefined
): MessageView['send'] => {
  const name = recipientOf(route, shown)
  const label =
    route.id === 'outbound'
      ? vscode.l10n.t('Open Conversation with {0} on {1}…', name, connection.name)
      : vscode.l10n.t('Send to {0} on {1}…', name, connection.name)
  return why === undefined ? { label, enabled: true } : { label, enabled: false, why }
}

/** The message of the chosen route; nothing for a route that sends none. */
export const messageView = (
  shown: ShownConversation,
  connection: OpenConnection,
  upload: UploadState | undefined
): { readonly message?: MessageView } => {
  const route = chosenRoute(shown)
  if (route === undefined || !isSending(route)) return {}
  const findings = fieldFindings(shown.situation, shown.draft, route)
  const content = contentView(route, shown, findings, upload)
  const fields = messageFields(route, shown, connection, findings)
  return {
    message: {
      ...kindsField(route),
      content,
      fields,
      send: sendButton(route, shown, connection, obstacle(route, shown, content, fields))
    }
  }
}

/** Why the message cannot be sent as it stands, as the button says it; `undefined` when it can. */
export const whyNotReady = (shown: ShownConversation, connection: OpenConnection, upload: UploadState | undefined): string | undefined =>
  messageView(shown, connection, upload).message?.send.why
