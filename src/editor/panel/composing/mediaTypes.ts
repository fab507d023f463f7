import type { Fact } from '../../../model/fact'
import { isSending } from '../../../followUp/route'
import type { OpenConnection } from '../../../store/connections'
import { isSameConversation, type ConversationRef } from '../../../store/conversationRef'
import { chosenRoute, type ShownConversation } from '../panelState'

/** The media types that may be sent in the conversation that is shown. They are read when a file is to be sent, and not before: few need them. */
export class MediaTypes {
  #reading: { readonly of: ConversationRef; readonly abort: AbortController } | undefined

  constructor(private readonly onRead: (of: ConversationRef, types: Fact<readonly string[]>) => void) {}

  /** Reads them where they are needed for what is shown, and have not been read. Rejects when something else fails than the platform’s read. */
  async want(shown: ShownConversation | undefined, open: OpenConnection | undefined): Promise<void> {
    if (!shown || !open || shown.mediaTypes !== undefined || isSameConversation(this.#reading?.of, shown.ref)) return
    const route = chosenRoute(shown)
    if (!route || !isSending(route) || route.content?.kind !== 'media') return
    this.#reading?.abort.abort()
    const { ref } = shown
    const reading = (this.#reading = { of: ref, abort: new AbortController() })
    const { signal } = reading.abort
    try {
      const types = await open.connection.outboundMedia(shown.conversation.value, signal)
      if (!signal.aborted) this.onRead(ref, types)
    } finally {
      if (this.#reading === reading) this.#reading = undefined
    }
  }

  dispose(): void {
    this.#reading?.abort.abort()
  }
}
