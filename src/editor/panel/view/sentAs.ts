import * as vscode from 'vscode'
import type { SendingRoute } from '../../../followUp/route'
import type { OpenConnection } from '../../../store/connections'

/** The credential that a route is sent with, by kind and name. */
export const sentAs = ({ request }: SendingRoute, { connection }: OpenConnection): string => {
  const name = connection.credentials.find(({ kind }) => kind === request.credential)?.name
  const kind = request.credential === 'client' ? vscode.l10n.t('Client credential') : vscode.l10n.t('User credential')
  return name === undefined ? vscode.l10n.t('{0}: none', kind) : `${kind}: ${name}`
}
