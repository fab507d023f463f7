import * as vscode from 'vscode'
import * as z from 'zod/mini'
import type { Connections } from '../../store/connections'
import { groupings, type Grouping } from '../../store/listing/arrangement'
import { connectionOf } from '../connections/pickConnection'
import { notConnected } from '../failures'
import { lookBackDays, readOlderConversations } from '../reading'
import type { ConversationsTree } from '../tree/conversationsTree'
import type { ViewOptions } from '../tree/viewOptions'
import { filterConversations } from './filter'

type ArrangingCommand = 'groupConversations' | 'filterConversations' | 'clearFilter' | 'showMore' | 'loadOlder'

const groupingLabel = (grouping: Grouping): string => {
  switch (grouping) {
    case 'state':
      return vscode.l10n.t('By state')
    case 'channel':
      return vscode.l10n.t('By channel')
    case 'queue':
      return vscode.l10n.t('By queue')
    case 'connection':
      return vscode.l10n.t('By connection, newest first')
    case 'time':
      return vscode.l10n.t('By time, newest first, all connections together')
  }
}

/** The row “Show 100 More”, of conversations or of messages. */
const moreRow = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('more'), connectionId: z.optional(z.string()), group: z.string() }),
  z.object({ kind: z.literal('earlier'), connectionId: z.string(), conversationId: z.string() })
])

/** The row “Load Older Conversations…”. */
const olderRow = z.object({ kind: z.literal('older'), connectionId: z.string() })

const askDays = async (): Promise<number | undefined> => {
  const already = lookBackDays()
  const items = [7, 31, 90, 180, 365]
    .filter((days) => days > already)
    .map((days) => ({ label: vscode.l10n.t('The last {0} days', days), days }))
  const title = vscode.l10n.t('How far back?')
  const placeholder = vscode.l10n.t('The platform collects them in a job of its own, which may take minutes')
  return (await vscode.window.showQuickPick(items, { title, placeHolder: placeholder }))?.days
}

/** What the commands do that say which conversations are shown, and how. */
export const arrangingCommands = (
  connections: Connections,
  options: ViewOptions,
  tree: ConversationsTree
): Readonly<Record<ArrangingCommand, (argument: unknown) => Promise<void>>> => ({
  groupConversations: async () => {
    const items = groupings.map((grouping) => ({
      label: groupingLabel(grouping),
      grouping,
      ...(grouping === options.grouping && { description: vscode.l10n.t('as it is now') })
    }))
    const chosen = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Group conversations') })
    if (chosen) await options.groupBy(chosen.grouping)
  },
  filterConversations: () => filterConversations(connections, options),
  clearFilter: () => {
    options.filterBy(undefined)
    return Promise.resolve()
  },
  showMore: (argument) => {
    const row = moreRow.safeParse(argument)
    if (row.success) tree.showMore(row.data)
    return Promise.resolve()
  },
  loadOlder: async (argument) => {
    const row = olderRow.safeParse(argument)
    const candidates = connections.known().filter(({ standing }) => standing.kind === 'open')
    const known = await connectionOf(row.success ? { kind: 'connection', id: row.data.connectionId } : argument, candidates, {
      title: vscode.l10n.t('Load older conversations'),
      none: notConnected().message
    })
    const open = connections.get(known?.facts.id)
    if (!open) return
    const days = await askDays()
    if (days !== undefined) await readOlderConversations(open.conversations, days)
  }
})
