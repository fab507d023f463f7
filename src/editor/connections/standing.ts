import * as vscode from 'vscode'
import type { OpenConnection, Standing, Unread } from '../../store/connections'

const unreadText = ({ isNotPermitted }: Unread, { connection }: OpenConnection): string => {
  if (!isNotPermitted) return vscode.l10n.t('conversations could not be read')
  return connection.credentials.some(({ kind }) => kind === 'user')
    ? vscode.l10n.t('own conversations only')
    : vscode.l10n.t('conversations may not be read')
}

/** Where a connection stands, in a few words; nothing where there is nothing to say. */
export const standingText = (standing: Standing): string | undefined => {
  switch (standing.kind) {
    case 'closed':
      return vscode.l10n.t('not connected')
    case 'opening':
      return vscode.l10n.t('connecting…')
    case 'failed':
      return vscode.l10n.t('could not connect')
    case 'signedOut':
      return vscode.l10n.t('sign in again')
    case 'open':
      if (standing.signedOut.length > 0) return vscode.l10n.t('sign in again')
      return standing.unread && unreadText(standing.unread, standing.open)
  }
}

/** How the conversations of a connection are kept true, in a few words; nothing while nobody looks. */
export const updatesText = (standing: Standing): string | undefined => {
  if (standing.kind !== 'open') return undefined
  switch (standing.updates?.kind) {
    case 'live':
      return vscode.l10n.t('live')
    case 'polling':
      return vscode.l10n.t('every {0} s', standing.updates.everySeconds)
    case undefined:
      return undefined
  }
}
