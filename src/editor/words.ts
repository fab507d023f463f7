import * as vscode from 'vscode'
import { formatDuration, type Instant } from '../model/instant'
import type { StateKind } from '../model/state'
import type { StateSummary } from '../model/stateSummary'

/** The heading of a group of conversations in one state. */
export const groupLabel = (kind: StateKind): string => {
  switch (kind) {
    case 'connected':
      return vscode.l10n.t('Connected')
    case 'alerting':
      return vscode.l10n.t('Alerting an agent')
    case 'parked':
      return vscode.l10n.t('Parked')
    case 'queued':
      return vscode.l10n.t('Waiting in queue')
    case 'automated':
      return vscode.l10n.t('With a bot or API')
    case 'wrapUpPending':
      return vscode.l10n.t('After-conversation work')
    case 'endedWindowOpen':
      return vscode.l10n.t('Ended, reply window open')
    case 'endedWindowOver':
      return vscode.l10n.t('Ended, reply window over')
    case 'ended':
      return vscode.l10n.t('Ended, reply window not known')
    case 'unknown':
      return vscode.l10n.t('State not known')
  }
}

/** The state of one conversation, in a few words. */
export const stateText = (state: StateSummary, now: Instant): string => {
  const named = (label: string, name: string | undefined): string => (name === undefined ? label : `${label} · ${name}`)
  const label = groupLabel(state.kind)
  switch (state.kind) {
    case 'connected':
    case 'alerting':
    case 'parked':
    case 'queued':
    case 'automated':
    case 'wrapUpPending':
      return named(label, state.who)
    case 'endedWindowOpen':
      return vscode.l10n.t('Ended · reply window open, {0} left', formatDuration(state.until - now))
    case 'endedWindowOver':
    case 'ended':
    case 'unknown':
      return label
  }
}
