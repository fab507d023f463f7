import * as vscode from 'vscode'
import { uploadProblem } from '../../../followUp/uploadProblem'
import { agentCommunicationId } from '../../../followUp/requests'
import { PlatformError } from '../../../genesys/platformError'
import type { UploadedMedia } from '../../../model/draft'
import type { OpenConnection } from '../../../store/connections'
import { sentenceOf } from '../../failures'
import type { ShownConversation } from '../panelState'
import type { ChosenFile } from './chosenFile'
import type { UploadState } from './uploadState'

/** More than any channel is known to take; what is larger is not read into memory. */
const largestRead = 100 * 1024 * 1024

/**
 * Checks a file, and uploads it for the agent’s communication: what is known to be refused is not uploaded.
 * @param show told how far it is, and why it stopped; `undefined`: it is there, or was called off
 */
export const upload = async (
  { fileName, bytes, read }: ChosenFile,
  { situation, conversation: { value: conversation } }: ShownConversation,
  { connection }: OpenConnection,
  show: (state: UploadState | undefined) => void,
  signal: AbortSignal
): Promise<UploadedMedia | undefined> => {
  const communicationId = agentCommunicationId(conversation)
  if (communicationId === undefined) {
    show({ kind: 'stopped', why: vscode.l10n.t('A file is uploaded for an agent’s communication, and this conversation has none.') })
    return undefined
  }
  try {
    show({ kind: 'checking', fileName })
    const outboundMedia = await connection.outboundMedia(conversation, signal)
    const file = { conversationId: conversation.id, communicationId, fileName, bytes }
    const problem = uploadProblem({ ...situation, outboundMedia }, file)
    if (problem || bytes > largestRead) {
      const why = problem
        ? `${problem.cause} ${problem.remedy}`
        : vscode.l10n.t('The file has more than 100 MB. Send a smaller one, or a link to it.')
      show({ kind: 'stopped', why })
      return undefined
    }
    let percent = -1
    const progress = (sent: number): void => {
      const now = Math.floor((sent / Math.max(bytes, 1)) * 100)
      if (now === percent) return
      percent = now
      show({ kind: 'uploading', fileName, percent })
    }
    const media = await connection.upload({ ...file, content: await read() }, progress, signal)
    show(undefined)
    return media
  } catch (error) {
    show(PlatformError.isCancelled(error) ? undefined : { kind: 'stopped', why: sentenceOf(error) })
    return undefined
  }
}
