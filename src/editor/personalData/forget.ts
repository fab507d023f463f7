import * as vscode from 'vscode'
import type { Drafts } from '../../store/drafts'
import type { Sends } from '../../store/outbox/sends'

/** Forgets every draft and every send, after one confirmation. */
export const forgetDraftsAndSends = async (drafts: Drafts, sends: Sends): Promise<void> => {
  const forget = vscode.l10n.t('Forget')
  const detail = vscode.l10n.t(
    'Drafts of this workspace, and sends of all connections. What was sent stays on the platform. A send whose outcome is not known is not looked for any more.'
  )
  const question = vscode.l10n.t('Forget all drafts and sends on this machine?')
  if ((await vscode.window.showWarningMessage(question, { modal: true, detail }, forget)) !== forget) return
  await drafts.forgetAll()
  await sends.forgetAll()
}
