import * as vscode from 'vscode'
import { contentOf, type Content } from '../../../followUp/content'
import { agentCommunicationId } from '../../../followUp/requests'
import type { SendingRoute } from '../../../followUp/route'
import { messengerTypeOf } from '../../../model/conversation'
import type { ContentKind } from '../../../model/draft'
import type { Fact } from '../../../model/fact'
import { findChannel } from '../../../platform/channels'
import type { ContentView, FieldView, Remarks } from '../../../webview/protocol'
import type { UploadState } from '../composing/uploadState'
import type { ShownConversation } from '../panelState'
import { remarksOf, type FieldFindings } from './remarks'
import { templateView } from './template'

/** Characters that any channel takes, for a channel whose limit is not known. */
const cautiousLimit = 765

const kindLabel = (kind: ContentKind): string => {
  switch (kind) {
    case 'text':
      return vscode.l10n.t('Text')
    case 'template':
      return vscode.l10n.t('Template')
    case 'media':
      return vscode.l10n.t('File')
  }
}

/** The choice between the kinds of content, where a route takes several. */
export const kindsField = ({ content }: SendingRoute): { readonly kinds?: FieldView } =>
  content === undefined || content.kinds.length < 2
    ? {}
    : {
        kinds: {
          id: 'kind',
          label: vscode.l10n.t('Send'),
          value: content.kind,
          readOnly: false,
          options: content.kinds.map((kind) => ({ value: kind, label: kindLabel(kind) })),
          ...(content.kinds.includes('media') && {
            hint: vscode.l10n.t('A request carries one of them: send a file and its text one after another.')
          })
        }
      }

/** What is known of how the platform counts: “characters”, which may be more or fewer than what is counted here. */
const countHint = (text: string): { readonly hint?: string } =>
  /[\ud800-\udfff]/.test(text)
    ? { hint: vscode.l10n.t('Emoji count as two or more here (UTF-16). What the platform counts as a character is not documented.') }
    : {}

/** An empty text is no mistake yet: the button says what is missing. */
const isUnwritten = (text: string): boolean => text.trim() === ''

const textView = (text: string, messengerType: string | undefined, findings: FieldFindings): ContentView => ({
  kind: 'text',
  text,
  limit: findChannel(messengerType ?? '')?.textLimit ?? cautiousLimit,
  ...countHint(text),
  ...(!isUnwritten(text) && remarksOf(findings, 'text'))
})

const size = (bytes: number): string =>
  bytes < 1024 * 1024
    ? vscode.l10n.t('{0} kB', Math.max(1, Math.round(bytes / 1024)))
    : vscode.l10n.t('{0} MB', (bytes / 1024 / 1024).toFixed(1))

const uploadView = (upload: UploadState | undefined): Partial<Extract<ContentView, { readonly kind: 'media' }>> => {
  switch (upload?.kind) {
    case undefined:
      return {}
    case 'checking':
      return { upload: { name: upload.fileName } }
    case 'uploading':
      return { upload: { name: upload.fileName, percent: upload.percent } }
    case 'stopped':
      return { problem: upload.why }
  }
}

/** Which types may be sent, as far as it has been read: what is not known is never taken for nothing. */
const typesRemarks = (types: Fact<readonly string[]> | undefined): Remarks => {
  const uploaded = vscode.l10n.t('It is uploaded before it is sent.')
  if (types === undefined) return { hint: uploaded }
  if (!types.known) return { hint: uploaded, caution: vscode.l10n.t('Which types may be sent is not known. {0}', types.why) }
  return types.value.length === 0
    ? { hint: uploaded, caution: vscode.l10n.t('The supported content profile of the sender allows no files.') }
    : { hint: `${uploaded} ${vscode.l10n.t('The supported content profile of the sender allows {0}.', types.value.join(', '))}` }
}

const mediaView = (
  { media }: Extract<Content, { readonly kind: 'media' }>,
  types: Fact<readonly string[]> | undefined,
  upload: UploadState | undefined
): ContentView => ({
  kind: 'media',
  ...typesRemarks(types),
  ...(media && { file: { name: media.fileName, size: size(media.bytes) } }),
  ...uploadView(upload)
})

/** What is written for a route, and what there is to say of it. */
export const contentView = (
  route: SendingRoute,
  { conversation: { value: conversation }, draft, mediaTypes }: ShownConversation,
  findings: FieldFindings,
  upload: UploadState | undefined
): ContentView => {
  if (route.content === undefined)
    return { kind: 'none', hint: vscode.l10n.t('It opens the conversation and sends no text: the text follows as the agent’s message.') }
  const messengerType = messengerTypeOf(conversation)
  const content = contentOf(draft, route.content.kind, agentCommunicationId(conversation))
  switch (content.kind) {
    case 'text':
      return textView(content.text, messengerType, findings)
    case 'template':
      return templateView(content.template, route.content.whyTemplate, findings)
    case 'media':
      return mediaView(content, mediaTypes, upload)
  }
}

/** What is still missing for a message, as a sentence; `undefined` when there is something to send. */
export const missingContent = (view: ContentView): string | undefined => {
  switch (view.kind) {
    case 'none':
      return undefined
    case 'text':
      return isUnwritten(view.text) ? vscode.l10n.t('Write a message first.') : undefined
    case 'template':
      if (view.template === undefined) return vscode.l10n.t('Choose a template first.')
      return view.parameters.some(({ problem }) => problem !== undefined) ? vscode.l10n.t('Fill in the parameters first.') : undefined
    case 'media':
      if (view.upload !== undefined) return vscode.l10n.t('The file is being uploaded.')
      return view.file === undefined ? vscode.l10n.t('Choose a file first.') : undefined
  }
}
