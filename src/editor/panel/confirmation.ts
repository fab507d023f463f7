import * as vscode from 'vscode'
import { inputStep } from '../commands/steps'
import type { OpenConnection } from '../../store/connections'

/** What a person is asked before anything is sent. */
export interface SendQuestion {
  /** For example `Send to Jamie Rivera on Berg & Co?`. */
  readonly question: string
  /** Which way it goes, and what is not known about it. */
  readonly detail: string
  /** The button: what happens. */
  readonly act: string
  /** What is at stake in a production organisation; without it, that a customer receives what is sent. */
  readonly stakes?: string
}

const confirmInDialog = async ({ question, detail, act }: SendQuestion): Promise<boolean> =>
  (await vscode.window.showWarningMessage(question, { modal: true, detail }, act)) === act

/** Whether what was typed is the organisation’s name: every letter as it is, with no care for blanks around it. */
export const isNameTyped = (typed: string, organisation: string): boolean => typed.trim() === organisation.trim()

const confirmByName = async ({ question, detail, act, stakes }: SendQuestion, organisation: string): Promise<boolean> => {
  const answer = await inputStep({
    title: vscode.l10n.t('Production: {0}', question),
    prompt: vscode.l10n.t(
      '{0}. {1} Type “{2}” to go on: {3}',
      detail.replaceAll('\n', '. '),
      stakes ?? vscode.l10n.t('A real customer receives it.'),
      organisation,
      act
    ),
    placeHolder: organisation,
    check: (typed) =>
      isNameTyped(typed, organisation)
        ? undefined
        : vscode.l10n.t('Type the organisation’s name exactly as it is written: {0}', organisation)
  })
  return answer.kind === 'next' && isNameTyped(answer.value, organisation)
}

/** Asks before anything is sent. On a production connection the organisation’s name must be typed: a habit of pressing Enter sends nothing there. */
export const confirmSend = (question: SendQuestion, { isProduction, connection }: OpenConnection): Promise<boolean> =>
  isProduction ? confirmByName(question, connection.organisation) : confirmInDialog(question)
