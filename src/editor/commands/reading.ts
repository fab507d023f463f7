import * as vscode from 'vscode'
import type { Connections } from '../../store/connections'
import type { ConversationRef } from '../../store/conversationRef'
import type { ConversationDocuments } from '../documents/conversationDocuments'
import type { DocumentRef } from '../documents/documentUri'
import { notConnected, ReportedError } from '../failures'
import { conversationLink } from '../links/conversationLink'
import type { Panels } from '../panel/panels'
import type { CommandName } from './commandNames'
import { copyAs } from './copyAs'
import { rowIds } from './pickConversation'

type ReadingCommand = Extract<
  CommandName,
  | 'goToConversation'
  | 'openConversation'
  | 'openMessage'
  | 'openAnalyticsRecord'
  | 'openDiagnosis'
  | 'openTranscript'
  | 'copyAs'
  | 'copyConversationId'
  | 'copyId'
  | 'copyLink'
>

/** What the commands that find, show and copy work with. */
export interface ReadingMeans {
  readonly connections: Connections
  /** The conversation that a command is about. */
  readonly conversation: (argument: unknown, title: string) => Promise<ConversationRef | undefined>
  readonly panels: Panels
  readonly documents: ConversationDocuments
  readonly extensionId: string
}

/** The commands that find a conversation, show it as a document, and copy it. */
export const readingCommands = ({
  connections,
  conversation,
  panels,
  documents,
  extensionId
}: ReadingMeans): Readonly<Record<ReadingCommand, (argument: unknown) => Promise<void>>> => {
  /** Whom a conversation is with, else its id. */
  const customerOf = ({ connectionId, id }: ConversationRef): string => connections.get(connectionId)?.conversations.row(id)?.customer ?? id

  const opening =
    (kind: Exclude<DocumentRef['kind'], 'message'>, title: string) =>
    async (argument: unknown): Promise<void> => {
      const of = await conversation(argument, title)
      if (of) await documents.open({ kind, of }, customerOf(of))
    }

  return {
    goToConversation: async (argument) => {
      const ref = await conversation(argument, vscode.l10n.t('Go to a conversation'))
      if (ref) await panels.openConversation(ref, 'routes')
    },
    openConversation: opening('conversation', vscode.l10n.t('Open a conversation as JSON')),
    openAnalyticsRecord: opening('analytics', vscode.l10n.t('Open the analytics record of a conversation')),
    openDiagnosis: opening('diagnosis', vscode.l10n.t('Open the diagnosis of a conversation')),
    openTranscript: opening('transcript', vscode.l10n.t('Open the transcript of a conversation')),
    openMessage: async (argument) => {
      const { messageId } = rowIds(argument)
      if (messageId === undefined) throw new ReportedError(vscode.l10n.t('Choose a message in the Conversations view first.'))
      const of = await conversation(argument, '')
      if (of) await documents.open({ kind: 'message', of, messageId }, customerOf(of))
    },
    copyAs: async (argument) => {
      const ref = await conversation(argument, vscode.l10n.t('Copy a conversation'))
      if (!ref) return
      const open = connections.get(ref.connectionId)
      if (!open) throw notConnected(connections.find(ref.connectionId))
      await copyAs(open, { conversation: ref, ...rowIds(argument) })
    },
    copyConversationId: async (argument) => {
      const ref = await conversation(argument, vscode.l10n.t('Copy a conversation id'))
      if (ref) await vscode.env.clipboard.writeText(ref.id)
    },
    // A tooltip’s.
    copyId: async (argument) => {
      if (typeof argument === 'string') await vscode.env.clipboard.writeText(argument)
    },
    copyLink: async (argument) => {
      const ref = await conversation(argument, vscode.l10n.t('Copy a link to a conversation'))
      if (!ref) return
      // By its name: the id of a connection is another one in every editor, and the link is for others too.
      const connection = connections.find(ref.connectionId)?.facts.name ?? ref.connectionId
      await vscode.env.clipboard.writeText(conversationLink(extensionId, { connection, id: ref.id }))
    }
  }
}
