import * as vscode from 'vscode'
import { filterKeys, stateWords, type FilterProblem } from '../../store/listing/filter'

/** Why a filter cannot be used, and what could be written instead. */
export const filterProblemText = (problem: FilterProblem): string => {
  switch (problem.kind) {
    case 'unknownKey':
      return vscode.l10n.t('“{0}:” cannot be filtered by. What can: {1}.', problem.key, filterKeys.join(', '))
    case 'noValue':
      return vscode.l10n.t('Write what is looked for behind “{0}:”.', problem.key)
    case 'unknownState':
      return vscode.l10n.t('“{0}” is no state. The states are {1}.', problem.value, [...stateWords.keys()].join(', '))
    case 'noTime':
      return vscode.l10n.t('“{0}” is no time. Write a day such as 2026-11-20, or 2026-11-20T14:00Z.', problem.value)
    case 'openQuote':
      return vscode.l10n.t('A quotation mark is not closed, or something stands right behind one.')
  }
}
