import * as vscode from 'vscode'
import type { Action, ActionId, Opening } from '../../../followUp/actions/action'
import { notApplicable, titleOf } from '../../../followUp/actions/words'
import { printCurl } from '../../../followUp/snippets/curl'
import { printHttp } from '../../../followUp/snippets/http'
import { confidenceText } from '../../../followUp/words'
import type { Connection } from '../../../genesys/connection'
import type { OpenConnection } from '../../../store/connections'
import type { ActionOutcomeView, ActionsView, ActionView, Tone } from '../../../webview/protocol'
import type { Acted, ShownConversation } from '../panelState'
import { findingView } from './findings'
import { sentAs } from './sentAs'
import { verdictView } from './verdict'

/** What an action’s button says, and that of its confirmation. */
export const actionLabel = (id: ActionId): string => {
  switch (id) {
    case 'accept':
      return vscode.l10n.t('Accept')
    case 'resume':
      return vscode.l10n.t('Resume')
    case 'assign':
      return vscode.l10n.t('Assign to Me')
    case 'leave':
      return vscode.l10n.t('Leave')
    case 'disconnect':
      return vscode.l10n.t('Disconnect')
  }
}

/** An action’s request as a cURL command, with a placeholder for the token. */
export const actionAsCurl = ({ request }: Action, { origin }: Connection): string => printCurl(request, origin)

const openingText = (opening: Opening): string => {
  if (opening.kind === 'condition') return opening.text
  switch (opening.verdict) {
    case 'will-work':
      return vscode.l10n.t('Then: {0} will work.', opening.title)
    case 'cannot-tell':
      return vscode.l10n.t('Then: whether {0} works cannot be told. {1}', opening.title, opening.reason)
    case 'will-fail':
      return vscode.l10n.t('Then: {0} will still fail. {1}', opening.title, opening.reason)
  }
}

/** Those that take something away are not the ones that one presses first. */
const isProminent = (id: ActionId): boolean => id !== 'leave' && id !== 'disconnect'

const actionView = (action: Action, isUnderWay: boolean, open: OpenConnection): ActionView => ({
  id: action.id,
  title: action.title,
  operation: `${action.operation.method} ${action.operation.path.replace('/api/v2', '')}`,
  verdict: verdictView(action.verdict),
  reason: action.reason,
  effect: action.effect,
  opens: openingText(action.opens),
  confidence: confidenceText(action.confidence),
  findings: action.findings.map(findingView),
  request: { text: printHttp(action.request, open.connection.origin), sentAs: sentAs(action.request, open) },
  ...(action.verdict === 'will-fail'
    ? {}
    : { act: { label: `${actionLabel(action.id)}…`, enabled: !isUnderWay, prominent: isProminent(action.id) } })
})

const seen = (inEffect: boolean | undefined): string => {
  if (inEffect === undefined) return vscode.l10n.t('The conversation could not be read. Refresh to see how it stands.')
  return inEffect
    ? vscode.l10n.t('The conversation, read again, shows that it is done.')
    : vscode.l10n.t('The conversation, read again, does not show it. It may still come: refresh before you do it again.')
}

const saidOf = ({ outcome }: Acted): { readonly text: string; readonly tone: Tone } => {
  switch (outcome.kind) {
    case 'underWay':
      return { text: vscode.l10n.t('It is being done.'), tone: 'plain' }
    case 'accepted':
      return outcome.inEffect === true
        ? { text: vscode.l10n.t('Done.'), tone: 'good' }
        : { text: `${vscode.l10n.t('The platform has accepted it.')} ${seen(outcome.inEffect)}`, tone: 'caution' }
    case 'refused':
      return { text: vscode.l10n.t('Nothing was done. {0}', outcome.why), tone: 'bad' }
    case 'unknown':
      return {
        text: vscode.l10n.t('It is not known what became of it: {0} {1}', outcome.why, seen(outcome.inEffect)),
        tone: outcome.inEffect === true ? 'good' : 'caution'
      }
  }
}

const outcomeView = (acted: Acted): ActionOutcomeView => ({
  title: acted.action.title,
  ...saidOf(acted),
  findings: acted.outcome.kind === 'refused' ? acted.outcome.findings.map(findingView) : []
})

const notApplicableView = ({ actions: { actions }, state }: ShownConversation, asked: ActionId | undefined): Partial<ActionsView> => {
  if (asked === undefined || actions.some(({ id }) => id === asked)) return {}
  const why = notApplicable(asked, state)
  return why === undefined ? {} : { notApplicable: { title: titleOf(asked), why } }
}

/**
 * What can be done to the conversation, and what became of the last thing done.
 * @param asked the action that the panel was opened for
 */
export const actionsView = (shown: ShownConversation, open: OpenConnection, asked: ActionId | undefined): ActionsView => {
  const {
    actions: { actions, impossible },
    acted
  } = shown
  return {
    list: actions.map((action) => actionView(action, acted?.outcome.kind === 'underWay', open)),
    ...notApplicableView(shown, asked),
    ...(impossible === undefined ? {} : { impossible }),
    ...(acted ? { outcome: outcomeView(acted) } : {})
  }
}
