import * as vscode from 'vscode'
import type { Gone } from '../../model/conversationRow'
import type { Instant } from '../../model/instant'
import { localTime } from '../times'

/** What the platform said of a conversation that it gave out before. */
export const goneText = ({ why, askedAt }: Gone, now: Instant): string => {
  switch (why) {
    case 'notFound':
      return vscode.l10n.t('not found when asked {0}', localTime(askedAt, now))
    case 'notPermitted':
      return vscode.l10n.t('not permitted when asked {0}', localTime(askedAt, now))
  }
}
