import * as vscode from 'vscode'
import { printCurlRead } from '../../followUp/snippets/curl'
import type { OpenConnection } from '../../store/connections'
import type { ConversationRef } from '../../store/conversationRef'
import { ticketDocument } from '../documents/markdown/documents'
import type { Masking } from '../documents/markdown/personal'
import { messagesWritten, writeDown } from '../documents/writeDown'
import { cancellable } from '../progress'

/** What is copied: a conversation, or one of its messages. */
export interface Copied {
  readonly conversation: ConversationRef
  readonly messageId: string | undefined
  /** The communication whose row was chosen. */
  readonly communicationId: string | undefined
}

interface CopyItem extends vscode.QuickPickItem {
  /** `undefined` when the person gives up. */
  readonly text: () => Promise<string | undefined>
}

/** How long the status bar says that something was copied. */
const saidForMs = 3_000

const json = (value: unknown): string => JSON.stringify(value, undefined, 2)

/** Asks what of the people in it a copy for others leaves out; everything, unless a person says otherwise. */
const askMasking = async (): Promise<Masking | undefined> => {
  const items = [
    { label: vscode.l10n.t('Names'), detail: vscode.l10n.t('Of customers and agents'), picked: true, masks: 'names' },
    {
      label: vscode.l10n.t('Addresses'),
      detail: vscode.l10n.t('Phone numbers, and the ids that channels address by'),
      picked: true,
      masks: 'addresses'
    },
    { label: vscode.l10n.t('Texts'), detail: vscode.l10n.t('What the messages say'), picked: true, masks: 'texts' }
  ]
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('What is masked in the copy?'),
    placeHolder: vscode.l10n.t('What is ticked is written as ‹masked›'),
    canPickMany: true
  })
  if (!chosen) return undefined
  const isMasked = (what: keyof Masking): boolean => chosen.some(({ masks }) => masks === what)
  return { names: isMasked('names'), addresses: isMasked('addresses'), texts: isMasked('texts') }
}

/** The conversation for a ticket; of a message, with this message alone. */
const ticket = async (
  open: OpenConnection,
  { conversation, messageId }: Copied,
  masking: Masking,
  signal: AbortSignal
): Promise<string> => {
  await open.conversations.read(conversation.id, signal)
  const written = await writeDown(open, conversation.id, signal)
  const messages = await messagesWritten(open, written, signal)
  return ticketDocument(written, messageId === undefined ? messages : messages.filter(({ record }) => record.id === messageId), masking)
}

const reading = (work: (signal: AbortSignal) => Promise<string>): Promise<string | undefined> =>
  cancellable(vscode.l10n.t('Reading a conversation'), work)

/** The ids that there are, the narrowest first. */
const idItems = ({ conversation, messageId, communicationId }: Copied): readonly CopyItem[] => {
  const item = (label: string, id: string): CopyItem => ({ label, detail: id, text: () => Promise.resolve(id) })
  return [
    ...(messageId === undefined ? [] : [item(vscode.l10n.t('Message ID'), messageId)]),
    ...(communicationId === undefined ? [] : [item(vscode.l10n.t('Communication ID'), communicationId)]),
    item(vscode.l10n.t('Conversation ID'), conversation.id)
  ]
}

/** Every form in which a conversation or a message can be copied. */
export const copyItems = (open: OpenConnection, copied: Copied): readonly CopyItem[] => {
  const { connection } = open
  const { conversation, messageId } = copied
  const { id } = conversation
  const url =
    messageId === undefined
      ? `${connection.origin}/api/v2/conversations/${id}`
      : `${connection.origin}/api/v2/conversations/messages/${id}/messages/${encodeURIComponent(messageId)}`
  return [
    ...idItems(copied),
    {
      label: vscode.l10n.t('JSON'),
      detail: vscode.l10n.t('As the platform sends it, read now'),
      text: () =>
        reading(async (signal) =>
          json(messageId === undefined ? await connection.readRaw(id, signal) : await connection.records.message(id, messageId, signal))
        )
    },
    {
      label: vscode.l10n.t('cURL'),
      detail: vscode.l10n.t('The request that reads it, without a token'),
      text: () => Promise.resolve(printCurlRead(url, connection.readsWith))
    },
    {
      label: vscode.l10n.t('Markdown for a ticket…'),
      detail: vscode.l10n.t('State, communications, messages and ways to follow up; personal data can be masked'),
      text: async () => {
        const masking = await askMasking()
        return masking && reading((signal) => ticket(open, copied, masking, signal))
      }
    }
  ]
}

/** Asks for a form, and copies in it. */
export const copyAs = async (open: OpenConnection, copied: Copied): Promise<void> => {
  const title = copied.messageId === undefined ? vscode.l10n.t('Copy the conversation as') : vscode.l10n.t('Copy the message as')
  const chosen = await vscode.window.showQuickPick(copyItems(open, copied), { title, matchOnDetail: true })
  const text = await chosen?.text()
  if (chosen === undefined || text === undefined) return
  await vscode.env.clipboard.writeText(text)
  vscode.window.setStatusBarMessage(vscode.l10n.t('Copied: {0}', chosen.label), saidForMs)
}
