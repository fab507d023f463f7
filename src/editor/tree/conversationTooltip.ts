import * as vscode from 'vscode'
import { legBrief } from '../../diagnosis/evidence'
import { legsOf } from '../../model/conversation'
import type { ConversationRow } from '../../model/conversationRow'
import { channelLabel } from '../../platform/channels'
import type { OpenConnection } from '../../store/connections'
import { localTime, withLocalTimes } from '../times'
import { stateText } from '../words'
import { goneText } from './gone'
import { Tooltip } from './tooltip'

const readLabel = ({ reading }: ConversationRow): string => {
  switch (reading) {
    case 'live':
      return vscode.l10n.t('Read')
    case 'analytics':
      return vscode.l10n.t('Read from analytics, which lags behind')
  }
}

/** Everything that is known of a conversation, for who points at its row. */
export const conversationTooltip = ({ conversations, connection }: OpenConnection, row: ConversationRow): vscode.MarkdownString => {
  const now = connection.now()
  const state = conversations.stateOfRow(row, now)
  const tooltip = new Tooltip()
  tooltip.line(vscode.l10n.t('Asked again'), row.gone && goneText(row.gone, now))
  tooltip.line(vscode.l10n.t('State'), state.kind === 'unknown' ? state.why : stateText(state, now))
  if (state.kind === 'endedWindowOpen') tooltip.line(vscode.l10n.t('Reply window until'), localTime(state.until, now))
  tooltip.line(vscode.l10n.t('Channel'), channelLabel(row.messengerType))
  tooltip.line(vscode.l10n.t('Address'), row.address)
  tooltip.line(vscode.l10n.t('Queue'), conversations.queueOf(row))
  tooltip.line(vscode.l10n.t('Began'), row.startedAt === undefined ? undefined : localTime(row.startedAt, now))
  const conversation = conversations.get(row.id)
  tooltip.points(
    vscode.l10n.t('Communications'),
    conversation ? legsOf(conversation).map((of) => ({ text: withLocalTimes(legBrief(of), now), id: of.leg.id })) : []
  )
  tooltip.id(vscode.l10n.t('Conversation ID'), row.id)
  tooltip.id(vscode.l10n.t('External contact ID'), row.externalContactId)
  tooltip.line(vscode.l10n.t('Read with'), connection.credentials.map(({ name }) => name).join(', '))
  tooltip.line(readLabel(row), localTime(row.readAt, now))
  return tooltip.markdown
}
