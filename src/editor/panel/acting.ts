import * as vscode from 'vscode'
import type { Action, ActionId } from '../../followUp/actions/action'
import { isInEffect } from '../../followUp/actions/outcome'
import { explain } from '../../followUp/explain'
import { isSameRequest } from '../../followUp/route'
import { customerName } from '../../model/conversation'
import type { Situation } from '../../model/situation'
import { changeOnce, type ChangeOutcome } from '../../store/changeOnce'
import type { OpenConnection } from '../../store/connections'
import { withLocalTimes } from '../times'
import { confirmSend, type SendQuestion } from './confirmation'
import type { PanelContents } from './contents'
import type { ActionOutcome, ShownConversation } from './panelState'
import { refusedExchange } from './refusedExchange'
import { actionLabel } from './view/actions'
import { sentAs } from './view/sentAs'

const questionOf = (id: ActionId, customer: string, organisation: string): string => {
  switch (id) {
    case 'accept':
      return vscode.l10n.t('Accept the conversation with {0} on {1}?', customer, organisation)
    case 'resume':
      return vscode.l10n.t('Resume the conversation with {0} on {1}?', customer, organisation)
    case 'assign':
      return vscode.l10n.t('Assign the conversation with {0} on {1} to yourself?', customer, organisation)
    case 'leave':
      return vscode.l10n.t('Leave the conversation with {0} on {1}?', customer, organisation)
    case 'disconnect':
      return vscode.l10n.t('Disconnect everybody from the conversation with {0} on {1}?', customer, organisation)
  }
}

const question = ({ conversation }: ShownConversation, action: Action, open: OpenConnection): SendQuestion => {
  const { request } = action
  const detail = [
    action.effect,
    `${request.method} ${request.path}`,
    JSON.stringify(request.body),
    sentAs(request, open),
    ...(action.verdict === 'cannot-tell' ? [vscode.l10n.t('It is not known whether this works: {0}', action.reason)] : [])
  ]
  return {
    question: questionOf(action.id, customerName(conversation.value) ?? conversation.value.id, open.name),
    detail: withLocalTimes(detail.join('\n'), open.connection.now()),
    act: actionLabel(action.id),
    stakes: vscode.l10n.t('It changes the conversation of a real customer.')
  }
}

/** Why what was confirmed is no longer to be done; `undefined` when it still is. */
const changed = (action: Action, now: ShownConversation): string | undefined => {
  const planned = now.actions.actions.find(({ id }) => id === action.id)
  if (planned === undefined) return vscode.l10n.t('“{0}” is no longer possible.', action.title)
  if (planned.verdict === 'will-fail') return planned.reason
  return isSameRequest(planned.request, action.request) ? undefined : vscode.l10n.t('Its request would now be another one.')
}

const outcomeOf = (action: Action, outcome: ChangeOutcome, before: Situation, read: Situation | undefined): ActionOutcome => {
  const inEffect = read && isInEffect(action, read)
  switch (outcome.kind) {
    case 'accepted':
      return { kind: 'accepted', inEffect }
    case 'unknown':
      return { kind: 'unknown', why: outcome.why, inEffect }
    case 'refused': {
      const { why, answer } = outcome
      if (!answer) return { kind: 'refused', why, findings: [] }
      return { kind: 'refused', why, findings: explain(refusedExchange(action.request, answer), read ?? before).findings }
    }
  }
}

/**
 * Does one of the actions that the panel offers: after a confirmation, only when the conversation, read again, still permits it, and once. What
 * became of it is told by the conversation, which is read again afterwards.
 * @param ask asks the person
 */
export const act = async (contents: PanelContents, id: string, ask = confirmSend): Promise<void> => {
  const { shown, connection: open } = contents.state
  const action = shown?.actions.actions.find((each) => each.id === id)
  if (!shown || !open || !action || action.verdict === 'will-fail') return
  if (!(await ask(question(shown, action, open), open))) return

  if (!(await contents.refresh())) return
  const { shown: now, connection: still } = contents.state
  // A second window of the question may have been answered meanwhile: one action at a time.
  if (!now || still?.connection !== open.connection || now.acted?.outcome.kind === 'underWay') return
  const why = changed(action, now)
  if (why !== undefined) {
    contents.say({ tone: 'caution', text: vscode.l10n.t('Nothing was done. The conversation has changed: {0}', why) })
    return
  }
  contents.showActed(now.ref, { action, outcome: { kind: 'underWay' } })
  const outcome = await changeOnce(open.connection, action.request).catch((error: unknown) => {
    const why = vscode.l10n.t('The extension failed while it was being done.')
    contents.showActed(now.ref, { action, outcome: { kind: 'unknown', why, inEffect: undefined } })
    throw error
  })
  const read = (await contents.refresh()) ? contents.state.shown?.situation : undefined
  contents.showActed(now.ref, { action, outcome: outcomeOf(action, outcome, now.situation, read) })
}
