import * as vscode from 'vscode'
import type { ConversationRef } from '../../store/conversationRef'
import type { LiveConnections } from '../../store/live/liveConnections'
import { documentRefOf } from '../documents/documentUri'
import type { Panels } from '../panel/panels'

/** The conversation that a document is of. */
const conversationOf = ({ uri }: vscode.TextDocument): readonly ConversationRef[] => {
  const ref = documentRefOf(uri)
  return ref === undefined ? [] : [ref.of]
}

/** Tells what can be seen at any time: the view with its rows, and the conversations that stand open in panels and documents. */
export const watchWhatIsShown = (live: LiveConnections, view: vscode.TreeView<unknown>, panels: Panels): vscode.Disposable => {
  const tellPanels = (): void => {
    live.show('panels', panels.conversations)
  }
  const tellDocuments = (): void => {
    live.show('documents', vscode.workspace.textDocuments.flatMap(conversationOf))
  }
  live.showView(view.visible)
  tellPanels()
  tellDocuments()
  return vscode.Disposable.from(
    view.onDidChangeVisibility(({ visible }) => {
      live.showView(visible)
    }),
    panels.onDidChangeConversations(tellPanels),
    vscode.workspace.onDidOpenTextDocument(tellDocuments),
    vscode.workspace.onDidCloseTextDocument(tellDocuments)
  )
}
