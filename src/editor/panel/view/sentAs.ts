import * as vscode from 'vscode'
import type { PlannedRequest } from '../../../followUp/route'
import type { OpenConnection } from '../../../store/connections'

/** The credential that a request goes out with, by kind and name. */
export const sentAs = ({ credential }: Pick<PlannedRequest, 'credential'>, { connection }: OpenConnection): string => {
  const name = connection.credentials.find(({ kind }) => kind === credential)?.name
  const kind = credential === 'client' ? vscode.l10n.t('Client credential') : vscode.l10n.t('User credential')
  return name === undefined ? vscode.l10n.t('{0}: none', kind) : `${kind}: ${name}`
}
