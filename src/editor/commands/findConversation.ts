import * as vscode from 'vscode'
import { contactLookBackDays } from '../../genesys/records'
import { channelLabel } from '../../platform/channels'
import type { Connections } from '../../store/connections'
import type { ConversationRef } from '../../store/conversationRef'
import { locate, soughtIn, type Miss } from '../../store/locate'
import { markIcon } from '../connections/marks'
import { notConnected, ReportedError } from '../failures'
import { cancellable } from '../progress'

/** What one organisation does not have, in a few words. */
const missText = ({ as, why }: Miss): string => {
  if (why !== undefined) return why.replace(/\.$/, '')
  switch (as) {
    case 'conversation':
      return vscode.l10n.t('no conversation')
    case 'message':
      return vscode.l10n.t('no message')
    case 'contact':
      return vscode.l10n.t('no external contact that has written in the last {0} days', contactLookBackDays)
  }
}

/** What was looked for where: `Sandbox: no conversation, no message. Berg: …` */
const missesText = (misses: readonly Miss[]): string =>
  [...new Set(misses.map(({ of }) => of))]
    .map((of) => `${of.name}: ${misses.flatMap((miss) => (miss.of === of ? [missText(miss)] : [])).join(', ')}.`)
    .join(' ')

/** Which of several conversations is meant. `undefined` when the person gives up. */
const chooseOne = async (found: readonly ConversationRef[], connections: Connections): Promise<ConversationRef | undefined> => {
  const items = found.flatMap((ref) => {
    const open = connections.get(ref.connectionId)
    const row = open?.conversations.row(ref.id)
    return open
      ? [
          {
            label: row?.customer ?? ref.id,
            description: [`$(${markIcon(open)}) ${open.name}`, ...(row ? [channelLabel(row.messengerType)] : [])].join(' · '),
            detail: ref.id,
            ref
          }
        ]
      : []
  })
  const chosen = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('This id stands for several conversations. Which one?') })
  return chosen?.ref
}

/**
 * The conversation that a typed or pasted id stands for, be it its own, a message’s, or an external contact’s, in whichever open connection has
 * it. `undefined` when the person gives up.
 * @throws ReportedError when it is no id, or nothing has it: then with what was looked for where
 */
export const findConversation = async (text: string, connections: Connections): Promise<ConversationRef | undefined> => {
  const sought = soughtIn(text)
  if (sought.length === 0)
    throw new ReportedError(
      vscode.l10n.t('“{0}” is not an id: the id of a conversation is a UUID, such as 3f6c1c5e-6f5b-4b66-9d36-0f1f2f8d7f10.', text.trim())
    )
  const open = connections.all()
  if (open.length === 0) throw notConnected()
  const title =
    open.length === 1
      ? vscode.l10n.t('Looking for the conversation')
      : vscode.l10n.t('Looking for the conversation in {0} organisations', open.length)
  const located = await cancellable(title, (signal) => locate(sought, connections, signal))
  if (!located) return undefined
  const [first, ...others] = located.found
  if (!first) throw new ReportedError(vscode.l10n.t('Nothing was found for {0}. {1}', text.trim(), missesText(located.misses)))
  return others.length === 0 ? first : chooseOne(located.found, connections)
}
