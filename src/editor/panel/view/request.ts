import { printCurl, printHttp } from '../../../followUp/print'
import { isSending } from '../../../followUp/route'
import type { Connection } from '../../../genesys/connection'
import type { RequestView } from '../../../webview/protocol'
import { chosenRoute, type ShownConversation } from '../panelState'

/** The exact request of the chosen route; nothing for a route that sends none. */
export const requestView = (shown: ShownConversation, connection: Connection): { readonly request?: RequestView } => {
  const route = chosenRoute(shown)
  if (route === undefined || !isSending(route)) return {}
  const { origin } = connection
  return {
    request: {
      formats: [
        { id: 'http', label: 'HTTP', text: printHttp(route.request, new URL(origin).host) },
        { id: 'curl', label: 'cURL', text: printCurl(route.request, origin) }
      ]
    }
  }
}
