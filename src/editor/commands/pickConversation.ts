import * as vscode from 'vscode'
import * as z from 'zod/mini'
import { customerName, messengerTypeOf } from '../../model/conversation'
import { parseUuid, type Uuid } from '../../model/ids'
import { channelLabel } from '../../platform/channels'
import type { Connections, OpenConnection } from '../../store/connections'
import type { ConversationRef } from '../../store/conversationRef'
import { locate } from '../../store/locate'
import { markIcon } from '../connections/marks'
import { connectionPickItem } from '../connections/pickConnection'
import { notConnected, ReportedError } from '../failures'
import { cancellable } from '../progress'
import { stateText } from '../words'

const idOf = (text: string): Uuid => {
  const id = parseUuid(text)
  if (id === undefined)
    throw new ReportedError(
      vscode.l10n.t('“{0}” is not a conversation id: an id is a UUID, such as 3f6c1c5e-6f5b-4b66-9d36-0f1f2f8d7f10.', text)
    )
  return id
}

interface ConversationItem extends vscode.QuickPickItem {
  readonly ref: ConversationRef
}

const itemsOf = (open: OpenConnection, isOneOfSeveral: boolean): readonly ConversationItem[] =>
  open.conversations.all().map((conversation) => ({
    ref: { connectionId: open.id, id: conversation.id },
    label: customerName(conversation) ?? conversation.id,
    description: [
      ...(isOneOfSeveral ? [`$(${markIcon(open)}) ${open.name}`] : []),
      channelLabel(messengerTypeOf(conversation)),
      stateText(open.conversations.stateOf(conversation), open.connection.now())
    ].join(' · '),
    detail: conversation.id
  }))

/** The connection of a conversation of which only the id is known. `undefined` when the person gives up. */
const find = async (id: Uuid, connections: Connections): Promise<ConversationRef | undefined> => {
  const [first, ...others] = connections.all()
  if (!first) throw notConnected()
  // Where there is one organisation, its own answer says more than that it was not found.
  if (others.length === 0) return { connectionId: first.id, id }
  const title = vscode.l10n.t('Looking for the conversation in {0} organisations', others.length + 1)
  const located = await cancellable(title, (signal) => locate(id, connections, signal))
  if (!located) return undefined
  const { holders, misses } = located
  if (holders.length === 0) {
    const reasons = misses.map(({ of, why }) => `${of.name}: ${why}`).join(' ')
    throw new ReportedError(vscode.l10n.t('No connected organisation has the conversation {0}. {1}', id, reasons))
  }
  const [holder, ...more] = holders
  if (more.length === 0) return holder && { connectionId: holder.id, id }
  const items = connections
    .known()
    .filter(({ facts }) => holders.some((each) => each.id === facts.id))
    .map((known) => ({ ...connectionPickItem(known), connectionId: known.facts.id }))
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Several organisations have this conversation id. Which one?')
  })
  return chosen && { connectionId: chosen.connectionId, id }
}

/** Asks for a conversation: one of the lists, or any id that is typed or pasted. `undefined` when the person gives up. */
export const pickConversation = async (connections: Connections, title: string): Promise<ConversationRef | undefined> => {
  const open = connections.all()
  if (open.length === 0) throw notConnected()
  const picker = vscode.window.createQuickPick<ConversationItem>()
  picker.title = title
  picker.placeholder = vscode.l10n.t('Choose a conversation, or paste a conversation id')
  picker.matchOnDescription = true
  picker.matchOnDetail = true
  picker.items = open.flatMap((each) => itemsOf(each, open.length > 1))
  let chosen: ConversationRef | string | undefined
  try {
    chosen = await new Promise<ConversationRef | string | undefined>((resolve) => {
      picker.onDidAccept(() => {
        resolve(picker.selectedItems[0]?.ref ?? picker.value)
      })
      picker.onDidHide(() => {
        resolve(undefined)
      })
      picker.show()
    })
  } finally {
    picker.dispose()
  }
  if (typeof chosen !== 'string') return chosen
  return chosen.trim() === '' ? undefined : find(idOf(chosen), connections)
}

/** A row of the Conversations view that belongs to a conversation. */
const row = z.union([
  z.object({ kind: z.literal('conversation'), connectionId: z.string(), id: z.string() }),
  z.object({ kind: z.literal('leg'), connectionId: z.string(), conversationId: z.string() })
])

/**
 * The conversation that a command is about: the row that it was called with, or the id, which is looked for in every open connection, else the
 * person's choice.
 */
export const conversationOf = async (argument: unknown, connections: Connections, title: string): Promise<ConversationRef | undefined> => {
  if (typeof argument === 'string') return find(idOf(argument), connections)
  const parsed = row.safeParse(argument)
  if (!parsed.success) return pickConversation(connections, title)
  const { connectionId } = parsed.data
  return { connectionId, id: idOf(parsed.data.kind === 'conversation' ? parsed.data.id : parsed.data.conversationId) }
}
