import { isSending } from '../../../followUp/route'
import { snippetFormats } from '../../../followUp/snippets/formats'
import type { OpenConnection } from '../../../store/connections'
import type { RequestView } from '../../../webview/protocol'
import { chosenRoute, type ShownConversation } from '../panelState'
import { sentAs } from './sentAs'

/**
 * The exact request of the chosen route in one format, the first if `format` is none; nothing for a route that sends none. It follows every
 * keystroke: only what is shown is printed.
 */
export const requestView = (
  shown: ShownConversation,
  open: OpenConnection,
  format: string | undefined
): { readonly request?: RequestView } => {
  const route = chosenRoute(shown)
  const printed = snippetFormats.find(({ id }) => id === format) ?? snippetFormats[0]
  if (route === undefined || !isSending(route) || printed === undefined) return {}
  return {
    request: {
      formats: snippetFormats.map(({ id, label }) => ({ id, label })),
      shown: printed.id,
      text: printed.print(route, open.connection.origin),
      sentAs: sentAs(route.request, open)
    }
  }
}
