import * as vscode from 'vscode'
import type { ActionId } from '../../followUp/actions/action'
import type { ConversationRef } from '../../store/conversationRef'
import type { Panels } from '../panel/panels'
import type { CommandName } from './commandNames'

type ChangingCommand = Extract<CommandName, 'accept' | 'resume' | 'assignToMe' | 'leave' | 'disconnectEverybody'>

/** What the commands that change where a conversation stands work with. */
interface ChangingMeans {
  /** The conversation that a command is about. */
  readonly conversation: (argument: unknown, title: string) => Promise<ConversationRef | undefined>
  readonly panels: Panels
}

/** The commands that change where a conversation stands. Each opens its panel at the action: that is where it is weighed, confirmed and done. */
export const changingCommands = ({
  conversation,
  panels
}: ChangingMeans): Readonly<Record<ChangingCommand, (argument: unknown) => Promise<void>>> => {
  const opening =
    (action: ActionId, title: string) =>
    async (argument: unknown): Promise<void> => {
      const ref = await conversation(argument, title)
      if (ref) await panels.openConversation(ref, { action })
    }
  return {
    accept: opening('accept', vscode.l10n.t('Accept a conversation')),
    resume: opening('resume', vscode.l10n.t('Resume a conversation')),
    assignToMe: opening('assign', vscode.l10n.t('Assign a conversation to yourself')),
    leave: opening('leave', vscode.l10n.t('Leave a conversation')),
    disconnectEverybody: opening('disconnect', vscode.l10n.t('Disconnect everybody from a conversation'))
  }
}
