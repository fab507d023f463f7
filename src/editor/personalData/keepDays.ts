import * as vscode from 'vscode'
import * as z from 'zod/mini'

const days = z.number().check(z.gte(0), z.lte(3650))
const usualDays = 30

/** For how many days drafts and sends are kept: the person’s setting, or the usual where that is no number from 0 to 3650. */
export const keepDays = (): number => {
  const parsed = days.safeParse(vscode.workspace.getConfiguration('genesysMessaging').get<unknown>('keepPersonalDataDays'))
  return parsed.success ? parsed.data : usualDays
}
