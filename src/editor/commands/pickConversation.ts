import * as vscode from 'vscode'
import * as z from 'zod/mini'
import { customerName, messengerTypeOf } from '../../model/conversation'
import { parseUuid, type Uuid } from '../../model/ids'
import { channelLabel } from '../../platform/channels'
import type { Conversations } from '../../store/conversations'
import { notConnected, ReportedError } from '../failures'
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
  readonly conversationId: Uuid
}

/** Asks for a conversation: one of the list, or any id that is typed or pasted. `undefined` when the person gives up. */
export const pickConversation = async (conversations: Conversations, title: string): Promise<Uuid | undefined> => {
  if (!conversations.connection) throw notConnected()
  const now = conversations.now()
  const picker = vscode.window.createQuickPick<ConversationItem>()
  picker.title = title
  picker.placeholder = vscode.l10n.t('Choose a conversation, or paste a conversation id')
  picker.matchOnDescription = true
  picker.matchOnDetail = true
  picker.items = conversations.all().map((conversation) => ({
    conversationId: conversation.id,
    label: customerName(conversation) ?? conversation.id,
    description: `${channelLabel(messengerTypeOf(conversation))} · ${stateText(conversations.stateOf(conversation), now)}`,
    detail: conversation.id
  }))
  try {
    const chosen = await new Promise<Uuid | string | undefined>((resolve) => {
      picker.onDidAccept(() => {
        resolve(picker.selectedItems[0]?.conversationId ?? picker.value)
      })
      picker.onDidHide(() => {
        resolve(undefined)
      })
      picker.show()
    })
    return chosen === undefined || chosen.trim() === '' ? undefined : idOf(chosen)
  } finally {
    picker.dispose()
  }
}

/** A row of the Conversations view that belongs to a conversation. */
const row = z.union([
  z.object({ kind: z.literal('conversation'), id: z.string() }),
  z.object({ kind: z.literal('leg'), conversationId: z.string() })
])

/** The conversation that a command is about: the id or the row that it was called with, else the person's choice. */
export const conversationOf = async (argument: unknown, conversations: Conversations, title: string): Promise<Uuid | undefined> => {
  if (typeof argument === 'string') return idOf(argument)
  const parsed = row.safeParse(argument)
  if (parsed.success) return idOf(parsed.data.kind === 'conversation' ? parsed.data.id : parsed.data.conversationId)
  return pickConversation(conversations, title)
}
