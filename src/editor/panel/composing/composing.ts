import * as vscode from 'vscode'
import { edited } from '../../../followUp/edit'
import { isSending, type SendingRoute } from '../../../followUp/route'
import { messengerTypeOf } from '../../../model/conversation'
import type { CannedResponse } from '../../../model/cannedResponse'
import { withoutMedia, type Draft } from '../../../model/draft'
import type { OpenConnection } from '../../../store/connections'
import { isSameConversation } from '../../../store/conversationRef'
import type { FromPanel } from '../../../webview/protocol'
import { chosenRoute, type ShownConversation } from '../panelState'
import { chooseFile } from './chosenFile'
import { filledIn } from './fillIn'
import { pickResponse } from './pickResponse'
import { upload } from './upload'
import type { UploadState } from './uploadState'

/** What a person does to the message. */
export type ComposingMessage = Extract<
  FromPanel,
  { readonly type: 'edit' | 'insertResponse' | 'chooseTemplate' | 'chooseMedia' | 'cancelUpload' | 'removeMedia' }
>

/** The panel, as far as a message is composed in it. */
export interface ComposingMeans {
  /** What is shown now, with the route that the message is for. */
  readonly shown: () => ShownConversation | undefined
  readonly connection: () => OpenConnection | undefined
  /** Shows a changed draft, and keeps it. */
  readonly change: (draft: Draft) => void
  readonly showUpload: (state: UploadState | undefined) => void
}

/** Which canned responses a route can send as a template. Where it is not documented, every one is offered: `template.channel` says so. */
const isTemplateFor = (route: SendingRoute, shown: ShownConversation): ((response: CannedResponse) => boolean) => {
  switch (messengerTypeOf(shown.conversation.value)) {
    case 'whatsapp':
      return ({ use }) => use === 'whatsAppTemplate'
    case 'apple':
      return ({ use }) => route.id !== 'agentless' || use === 'appleInvitation'
    default:
      return () => true
  }
}

/** Composes the message of a panel: its text, its template, its file, and from where to whom it goes. */
export class Composing implements vscode.Disposable {
  #uploading: AbortController | undefined

  constructor(private readonly means: ComposingMeans) {}

  async act(message: ComposingMessage): Promise<void> {
    switch (message.type) {
      case 'edit':
        this.#change((draft, route) => edited(draft, route.id, message.field, message.value))
        return
      case 'insertResponse':
        return this.#insertResponse(message.start, message.end)
      case 'chooseTemplate':
        return this.#chooseTemplate()
      case 'chooseMedia':
        return this.#chooseMedia()
      case 'cancelUpload':
        this.#uploading?.abort()
        return
      case 'removeMedia':
        this.#change(withoutMedia)
        return
    }
  }

  dispose(): void {
    this.#uploading?.abort()
  }

  /** Puts the words of a canned response where the cursor is, in the place of what is selected. */
  async #insertResponse(start: number, end: number): Promise<void> {
    const open = this.means.connection()
    const shown = this.means.shown()
    if (!open || !shown) return
    const response = await pickResponse(open.connection, vscode.l10n.t('Insert Canned Response'), ({ use }) => use === 'text')
    const words = response && (await filledIn(response))
    if (words === undefined) return
    this.#changeOf(shown, (draft) => ({ ...draft, text: draft.text.slice(0, start) + words + draft.text.slice(Math.max(start, end)) }))
  }

  async #chooseTemplate(): Promise<void> {
    const open = this.means.connection()
    const shown = this.means.shown()
    const route = shown && chosenRoute(shown)
    if (!open || !route || !isSending(route)) return
    const response = await pickResponse(open.connection, vscode.l10n.t('Choose Template'), isTemplateFor(route, shown))
    if (response) this.#changeOf(shown, (draft) => ({ ...draft, template: { response, values: {} } }))
  }

  async #chooseMedia(): Promise<void> {
    const open = this.means.connection()
    const shown = this.means.shown()
    const file = open && shown && (await chooseFile())
    if (!file) return
    this.#uploading?.abort()
    const { signal } = (this.#uploading = new AbortController())
    const media = await upload(
      file,
      shown,
      open,
      (state) => {
        // Another file may have been chosen since, or another conversation.
        if (this.#uploading?.signal === signal && isSameConversation(this.means.shown()?.ref, shown.ref)) this.means.showUpload(state)
      },
      signal
    )
    if (media) this.#changeOf(shown, (draft) => ({ ...draft, media }))
  }

  /** Changes the draft of a conversation, if it is still the one that is shown: a person was asked in between. */
  #changeOf({ ref }: ShownConversation, change: (draft: Draft) => Draft): void {
    if (isSameConversation(this.means.shown()?.ref, ref)) this.#change(change)
  }

  #change(change: (draft: Draft, route: SendingRoute) => Draft | undefined): void {
    const shown = this.means.shown()
    const route = shown && chosenRoute(shown)
    if (!route || !isSending(route)) return
    const draft = change(shown.draft, route)
    if (draft) this.means.change(draft)
  }
}
