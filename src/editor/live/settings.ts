import * as vscode from 'vscode'
import * as z from 'zod/mini'

const setting = (name: string): unknown => vscode.workspace.getConfiguration('genesysMessaging').get<unknown>(name)

const seconds = z.number().check(z.gte(5), z.lte(3600))
const usualSeconds = 30

/** How often conversations are read again that nothing is told of: the person’s setting, or the usual where that is no number from 5 to 3600. */
export const pollSeconds = (): number => {
  const parsed = seconds.safeParse(setting('pollSeconds'))
  return parsed.success ? parsed.data : usualSeconds
}

const queueIds = z.array(z.string())

/** Queues that are listened to beside those that the user is a member of. */
export const chosenQueues = (): readonly string[] => {
  const parsed = queueIds.safeParse(setting('liveQueues'))
  return parsed.success ? parsed.data : []
}
