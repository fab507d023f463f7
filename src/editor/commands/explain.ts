import * as vscode from 'vscode'
import type { Exchange } from '../../exchange/exchange'
import { readPaste } from '../../exchange/read'
import { pasteProblem } from '../../followUp/pasteProblem'
import { exchangeTitle } from '../../followUp/words'
import { ReportedError } from '../failures'

const selectedText = (): string => {
  const editor = vscode.window.activeTextEditor
  return editor ? editor.document.getText(editor.selection) : ''
}

/** The text to explain: what the command was called with, else the editor's selection, else the clipboard. */
const textToExplain = async (argument: unknown): Promise<string> => {
  if (typeof argument === 'string') return argument
  const selected = selectedText()
  return selected.trim() === '' ? vscode.env.clipboard.readText() : selected
}

/** The exchange that a person wants explained; with several in the text they choose. `undefined` when they give up. */
export const exchangeToExplain = async (argument: unknown): Promise<Exchange | undefined> => {
  const reading = readPaste(await textToExplain(argument))
  if (reading.kind !== 'exchanges') {
    const how = vscode.l10n.t('Select it in an editor, or copy it, and run the command again.')
    throw new ReportedError(`${pasteProblem(reading) ?? ''} ${how}`)
  }
  if (reading.exchanges.length === 1) return reading.exchanges[0]
  const chosen = await vscode.window.showQuickPick(
    reading.exchanges.map((exchange) => ({ label: exchangeTitle(exchange), exchange })),
    { title: vscode.l10n.t('Which one do you want explained?') }
  )
  return chosen?.exchange
}
