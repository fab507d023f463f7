import * as vscode from 'vscode'
import { allowedMediaFileName } from '../../../platform/mediaUpload'

/** A file that a person has chosen to send. */
export interface ChosenFile {
  /** As it is sent: without what the platform does not allow in names. */
  readonly fileName: string
  readonly bytes: number
  readonly read: () => Thenable<Uint8Array>
}

/** Lets a person choose the file to send. This is the one place where a file of theirs is read, and only that one. */
export const chooseFile = async (): Promise<ChosenFile | undefined> => {
  const [uri] =
    (await vscode.window.showOpenDialog({ title: vscode.l10n.t('Choose the File to Send'), openLabel: vscode.l10n.t('Upload') })) ?? []
  if (uri === undefined) return undefined
  const { size } = await vscode.workspace.fs.stat(uri)
  return {
    fileName: allowedMediaFileName(uri.path.split('/').at(-1) ?? ''),
    bytes: size,
    read: () => vscode.workspace.fs.readFile(uri)
  }
}
