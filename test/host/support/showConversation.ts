import type { PanelContents } from '../../../src/editor/panel/contents'
import type { ConversationRef } from '../../../src/store/conversationRef'

/** Shows a conversation in a panel’s contents, read anew. */
export const showConversation = async (contents: PanelContents, conversation: ConversationRef, route?: string): Promise<void> => {
  contents.showConversation(conversation, route)
  await contents.refresh()
}
