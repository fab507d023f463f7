import * as vscode from 'vscode'
import { sendPermissions, type SendPermission } from '../../followUp/sendPermissions'
import type { SendingRoute } from '../../followUp/route'
import type { Credential } from '../../model/credential'
import { findMessagingOperation } from '../../platform/messagingOperations'
import type { KnownConnection } from '../../store/connections'
import { markText } from './marks'
import { standingText, updatesText } from './standing'

const sendName = (send: SendingRoute['id']): string => {
  switch (send) {
    case 'agentMessage':
      return vscode.l10n.t('agent message')
    case 'agentless':
      return vscode.l10n.t('agentless message')
    case 'outbound':
      return vscode.l10n.t('outbound conversation')
  }
}

const permissionText = (permission: SendPermission): string => {
  switch (permission.kind) {
    case 'permitted':
      return vscode.l10n.t('permitted')
    case 'notKnown':
      return vscode.l10n.t('not known whether it is permitted. {0}', permission.why)
    case 'missing': {
      const { permissions, anyOf, scope } = permission
      const names = permissions.join(anyOf ? vscode.l10n.t(' or ') : vscode.l10n.t(' and '))
      const lacks = [
        names === '' ? undefined : vscode.l10n.t('lacks {0}', names),
        scope === undefined ? undefined : vscode.l10n.t('lacks the scope {0}', scope)
      ]
      return lacks.filter((part) => part !== undefined).join(', ')
    }
  }
}

const listing = findMessagingOperation('POST', '/api/v2/analytics/conversations/details/query')?.permissions

/** The permission without which only a user’s own conversations are listed. */
const listingNeeds = listing?.kind === 'anyOf' || listing?.kind === 'allOf' ? listing.names[0] : undefined

const kindName = ({ kind }: Credential): string => (kind === 'user' ? vscode.l10n.t('User') : vscode.l10n.t('OAuth client'))

const grantText = ({ grant }: Credential): string => {
  if (!grant.known) return vscode.l10n.t('Grant type and scopes are not known. {0}', grant.why)
  const { type, scopes } = grant.value
  return [
    type === undefined ? undefined : vscode.l10n.t('grant type {0}', type),
    scopes.length === 0 ? undefined : vscode.l10n.t('scopes {0}', scopes.join(', '))
  ]
    .filter((part) => part !== undefined)
    .join('; ')
}

/** Everything that is known of a connection, and of what its credentials may do. */
export const connectionTooltip = ({ facts, standing }: KnownConnection): vscode.MarkdownString => {
  const tooltip = new vscode.MarkdownString()
  const line = (label: string, value: string): void => {
    tooltip.appendMarkdown(`**${label}** `).appendText(value).appendMarkdown('\n\n')
  }
  const point = (text: string): void => {
    tooltip.appendMarkdown('- ').appendText(text).appendMarkdown('\n')
  }
  const open = standing.kind === 'open' ? standing.open : undefined
  line(vscode.l10n.t('Organisation'), open?.connection.organisation ?? facts.name)
  line(vscode.l10n.t('Region'), open ? `${facts.place} (${open.connection.origin})` : facts.place)
  const mark = markText(facts)
  if (mark !== undefined) line(vscode.l10n.t('Kind'), mark)
  const said = standingText(standing)
  if (said !== undefined) line(vscode.l10n.t('Standing'), said)
  if (standing.kind === 'failed') line(vscode.l10n.t('Why'), standing.why)
  if (standing.kind !== 'open') return tooltip
  if (standing.unread !== undefined) {
    line(vscode.l10n.t('Why'), standing.unread.why)
    if (standing.unread.isNotPermitted && listingNeeds !== undefined)
      line(vscode.l10n.t('To list all conversations'), vscode.l10n.t('give the role of its user or OAuth client {0}', listingNeeds))
  }
  const updates = updatesText(standing)
  if (updates !== undefined) line(vscode.l10n.t('Updates'), updates)
  if (standing.updates?.kind === 'polling') line(vscode.l10n.t('Why not live'), standing.updates.why)
  if (standing.updates?.kind === 'live')
    for (const { topic, why } of standing.updates.refused) line(vscode.l10n.t('Not heard'), `${topic}: ${why}`)
  for (const credential of standing.open.connection.credentials) {
    line(kindName(credential), credential.name)
    const grant = grantText(credential)
    if (grant !== '') point(grant)
    if (standing.signedOut.includes(credential.kind)) point(vscode.l10n.t('the platform takes it no more: sign in again'))
    for (const { send, permission } of sendPermissions(credential)) point(`${sendName(send)}: ${permissionText(permission)}`)
    tooltip.appendMarkdown('\n')
  }
  return tooltip
}
