import * as vscode from 'vscode'
import type { Unreadable } from '../../store/outbox/outbox'

/** Says that the record of a send cannot be read, and that it is kept. */
export const reportUnreadable = ({ name, kind }: Unreadable): void => {
  void vscode.window.showWarningMessage(
    kind === 'newer'
      ? vscode.l10n.t('A send was recorded by a newer version of this extension: {0}. Update the extension to see what became of it.', name)
      : vscode.l10n.t(
          'The record of a send is damaged. It was set aside as {0} in the extension’s storage. Before you send again, look into the conversation.',
          name
        )
  )
}
