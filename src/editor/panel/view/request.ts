import { isSending } from '../../../followUp/route'
import { snippetFormats } from '../../../followUp/snippets/formats'
import type { Connection } from '../../../genesys/connection'
import type { RequestView } from '../../../webview/protocol'
import { chosenRoute, type ShownConversation } from '../panelState'

/** The exact request of the chosen route, in every format; nothing for a route that sends none. */
export const requestView = (shown: ShownConversation, { origin }: Connection): { readonly request?: RequestView } => {
  const route = chosenRoute(shown)
  if (route === undefined || !isSending(route)) return {}
  return { request: { formats: snippetFormats.map(({ id, label, print }) => ({ id, label, text: print(route, origin) })) } }
}
