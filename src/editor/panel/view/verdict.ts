import * as vscode from 'vscode'
import type { Route } from '../../../followUp/route'
import type { Tone } from '../../../webview/protocol'

/** A verdict in a word or two, and how it is marked. */
export const verdictView = (verdict: Route['verdict']): { readonly text: string; readonly tone: Tone } => {
  switch (verdict) {
    case 'will-work':
      return { text: vscode.l10n.t('will work'), tone: 'good' }
    case 'will-fail':
      return { text: vscode.l10n.t('will fail'), tone: 'bad' }
    case 'cannot-tell':
      return { text: vscode.l10n.t('cannot tell'), tone: 'caution' }
    case 'wait':
      return { text: vscode.l10n.t('wait'), tone: 'plain' }
  }
}
