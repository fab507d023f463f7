import * as vscode from 'vscode'
import * as z from 'zod/mini'
import type { ConversationRow } from '../../model/conversationRow'
import { parseUuid } from '../../model/ids'
import { channelLabel } from '../../platform/channels'
import type { Connections, OpenConnection } from '../../store/connections'
import { isSameConversation, type ConversationRef } from '../../store/conversationRef'
import { markIcon } from '../connections/marks'
import { notConnected, ReportedError } from '../failures'
import { stateText } from '../words'
import { findConversation } from './findConversation'

interface ConversationItem extends vscode.QuickPickItem {
  readonly ref: ConversationRef
}

/** More lines than anybody reads. The text that is typed narrows them. */
const mostItems = 200

/** What a conversation is found by among those that are listed: the customer’s name and address, and its id. */
const isMeant = ({ customer, address, id }: ConversationRow, typed: string): boolean =>
  [customer, address, id].some((said) => said?.toLowerCase().includes(typed) === true)

const itemOf = (open: OpenConnection, row: ConversationRow, isOneOfSeveral: boolean): ConversationItem => ({
  ref: { connectionId: open.id, id: row.id },
  label: row.customer ?? row.id,
  description: [
    ...(isOneOfSeveral ? [`$(${markIcon(open)}) ${open.name}`] : []),
    channelLabel(row.messengerType),
    stateText(open.conversations.stateOfRow(row), open.connection.now())
  ].join(' · '),
  detail: [row.address, row.id].filter((part) => part !== undefined).join(' · '),
  // Chosen here, also where VS Code would look at the label alone.
  alwaysShow: true
})

const itemsFor = (typed: string, open: readonly OpenConnection[]): readonly ConversationItem[] => {
  const wanted = typed.trim().toLowerCase()
  const items: ConversationItem[] = []
  for (const each of open)
    for (const listed of each.conversations.rows()) {
      if (items.length === mostItems) return items
      if (isMeant(listed, wanted)) items.push(itemOf(each, listed, open.length > 1))
    }
  return items
}

/**
 * Asks for a conversation: one of the lists by a part of the customer’s name or address, or any id that is typed or pasted (see
 * `findConversation`). `undefined` when the person gives up.
 */
export const pickConversation = async (connections: Connections, title: string): Promise<ConversationRef | undefined> => {
  const open = connections.all()
  if (open.length === 0) throw notConnected()
  const picker = vscode.window.createQuickPick<ConversationItem>()
  picker.title = title
  picker.placeholder = vscode.l10n.t('A customer’s name or address, or the id of a conversation, a message or an external contact')
  picker.items = itemsFor('', open)
  let chosen: ConversationRef | string | undefined
  try {
    chosen = await new Promise<ConversationRef | string | undefined>((resolve) => {
      picker.onDidChangeValue((typed) => {
        picker.items = itemsFor(typed, open)
      })
      picker.onDidAccept(() => {
        // Who types fast is ahead of the list: what was typed counts, and not a line that stood there before it.
        const [selected] = picker.selectedItems
        const items = itemsFor(picker.value, open)
        const item = items.find(({ ref }) => isSameConversation(ref, selected?.ref)) ?? items[0]
        resolve(item?.ref ?? picker.value)
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
  return chosen.trim() === '' ? undefined : findConversation(chosen, connections)
}

const legs = { connectionId: z.string(), conversationId: z.string(), of: z.optional(z.object({ leg: z.object({ id: z.string() }) })) }

/** A row of the Conversations view that belongs to a conversation. */
const row = z.union([
  z.object({ kind: z.literal('conversation'), connectionId: z.string(), id: z.string() }),
  z.object({ kind: z.literal('leg'), ...legs }),
  z.object({ kind: z.literal('message'), ...legs, message: z.object({ id: z.string() }) })
])

/** The ids below the conversation’s that a command was called with: those of the row’s communication, and of its message. */
export const rowIds = (argument: unknown): { readonly communicationId: string | undefined; readonly messageId: string | undefined } => {
  const parsed = row.safeParse(argument)
  if (!parsed.success || parsed.data.kind === 'conversation') return { communicationId: undefined, messageId: undefined }
  const { data } = parsed
  return { communicationId: data.of?.leg.id, messageId: data.kind === 'message' ? data.message.id : undefined }
}

/**
 * The conversation that a command is about: the row that it was called with, or the id, which is looked for in every open connection, else the
 * person's choice.
 */
export const conversationOf = async (argument: unknown, connections: Connections, title: string): Promise<ConversationRef | undefined> => {
  if (typeof argument === 'string') return findConversation(argument, connections)
  const parsed = row.safeParse(argument)
  if (!parsed.success) return pickConversation(connections, title)
  const text = parsed.data.kind === 'conversation' ? parsed.data.id : parsed.data.conversationId
  const id = parseUuid(text)
  if (id === undefined) throw new ReportedError(vscode.l10n.t('“{0}” is not the id of a conversation.', text))
  return { connectionId: parsed.data.connectionId, id }
}
