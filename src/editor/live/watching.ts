import * as vscode from 'vscode'
import type { ConversationRef } from '../../store/conversationRef'
import type { LiveConnections } from '../../store/live/liveConnections'

/** Something that conversations stand open in. */
export interface OpenConversations {
  /** Those that are open. */
  readonly conversations: readonly ConversationRef[]
  /** Another conversation is open, or one is not any more. */
  readonly onDidChangeConversations: vscode.Event<void>
}

/** Tells what can be seen at any time: the view with its rows, and the conversations that stand open: unfolded in it, in panels and in documents. */
export const watchWhatIsShown = (
  live: LiveConnections,
  view: vscode.TreeView<unknown>,
  unfolded: OpenConversations,
  panels: OpenConversations,
  documents: OpenConversations
): vscode.Disposable => {
  const tellUnfolded = (): void => {
    live.show('rows', view.visible ? unfolded.conversations : [])
  }
  const tellPanels = (): void => {
    live.show('panels', panels.conversations)
  }
  const tellDocuments = (): void => {
    live.show('documents', documents.conversations)
  }
  live.showView(view.visible)
  tellUnfolded()
  tellPanels()
  tellDocuments()
  return vscode.Disposable.from(
    view.onDidChangeVisibility(({ visible }) => {
      live.showView(visible)
      tellUnfolded()
    }),
    unfolded.onDidChangeConversations(tellUnfolded),
    panels.onDidChangeConversations(tellPanels),
    documents.onDidChangeConversations(tellDocuments)
  )
}
