import * as vscode from 'vscode'
import * as z from 'zod/mini'
import { needsSignIn, type Connections } from '../store/connections'
import { usualLookBackDays, type Conversations, type ListingProgress } from '../store/conversations'
import { cancellable } from './progress'

const daysBack = z.number().check(z.gte(1), z.lte(31))

/** How far back conversations that have ended are listed: the person’s setting, or the usual where that is no number of days from 1 to 31. */
export const lookBackDays = (): number => {
  const parsed = daysBack.safeParse(vscode.workspace.getConfiguration('genesysMessaging').get<unknown>('lookBackDays'))
  return parsed.success ? parsed.data : usualLookBackDays
}

/** How far a listing has come, in words. */
const progressText = ({ read, total }: ListingProgress): string =>
  vscode.l10n.t('{0} of {1}', read.toLocaleString(), total.toLocaleString())

const isSignedOut = (connections: Connections, id: string | undefined): boolean => {
  const known = connections.find(id)
  return known !== undefined && !known.facts.isSandbox && needsSignIn(known.standing)
}

/**
 * Reads the conversations of these connections again, all at once; a person may call it off, and keeps what has come. One that fails stops no other.
 * Rejects when every one fails.
 */
export const readConversations = async (connections: Connections, ids: readonly string[], outer?: AbortSignal): Promise<void> => {
  const title =
    ids.length === 1
      ? vscode.l10n.t('Reading the conversations')
      : vscode.l10n.t('Reading the conversations of {0} organisations', ids.length)
  await cancellable(title, async (inner, report) => {
    const signal = outer ? AbortSignal.any([outer, inner]) : inner
    const progress = new Map<string, ListingProgress>()
    const readings = ids.map((id) =>
      connections.refresh(id, {
        lookBackDays: lookBackDays(),
        signal,
        onProgress: (own) => {
          progress.set(id, own)
          const all = [...progress.values()]
          report(
            progressText({ read: all.reduce((sum, { read }) => sum + read, 0), total: all.reduce((sum, { total }) => sum + total, 0) })
          )
        }
      })
    )
    const results = await Promise.allSettled(readings)
    if (signal.aborted || results.some(({ status }) => status === 'fulfilled')) return
    // Where somebody was signed out, a notification of its own says so.
    await Promise.all(readings.filter((_reading, at) => !isSignedOut(connections, ids[at])))
  })
}

/** Reads conversations from before the look-back of one connection; a person may call it off, and keeps what has come. */
export const readOlderConversations = async (conversations: Conversations, days: number): Promise<void> => {
  await cancellable(vscode.l10n.t('Reading the conversations of the last {0} days', days), (signal, report) =>
    conversations.readOlder(days, {
      signal,
      onProgress: (progress) => {
        report(progressText(progress))
      }
    })
  )
}
