import * as vscode from 'vscode'
import type { Connections } from '../../store/connections'
import { readFilter, stateWords } from '../../store/listing/filter'
import { filterProblemText } from '../tree/filterProblem'
import type { ViewOptions } from '../tree/viewOptions'
import { channelLabel } from '../../platform/channels'
import { groupLabel } from '../words'

interface FilterItem extends vscode.QuickPickItem {
  /** What is filtered by when it is chosen; `undefined` for one that only says something. */
  readonly query: string | undefined
  /** Whether the box stays, with the query in it, so that more can be added. */
  readonly isStep: boolean
}

/** So many channels and queues are suggested. */
const mostSuggested = 30

/** A longer list is counted only once the filter is chosen. */
const mostCounted = 20_000

const quoted = (value: string): string => (/\s/.test(value) ? `"${value}"` : value)

/** What can be added to a filter, as far as the conversations have it. */
const suggestions = (connections: Connections): readonly { readonly term: string; readonly detail: string }[] => {
  const channels = new Set<string>()
  const queues = new Set<string>()
  for (const { conversations } of connections.all())
    for (const row of conversations.rows()) {
      if (row.messengerType !== undefined) channels.add(row.messengerType)
      const queue = conversations.queueOf(row)
      if (queue !== undefined) queues.add(queue)
    }
  return [
    ...[...stateWords].map(([word, kinds]) => ({ term: `state:${word}`, detail: kinds.map(groupLabel).join(', ') })),
    ...[...channels].slice(0, mostSuggested).map((channel) => ({ term: `channel:${channel}`, detail: channelLabel(channel) })),
    ...[...queues].slice(0, mostSuggested).map((queue) => ({ term: `queue:${quoted(queue)}`, detail: vscode.l10n.t('Queue') })),
    { term: 'customer:', detail: vscode.l10n.t('A part of the customer’s name or address') },
    { term: 'contact:', detail: vscode.l10n.t('The id of an external contact') },
    { term: 'id:', detail: vscode.l10n.t('A conversation id, or how it begins') },
    { term: 'after:', detail: vscode.l10n.t('Began on this day or later, such as 2026-11-20') },
    { term: 'before:', detail: vscode.l10n.t('Began before this day') }
  ]
}

/** How many conversations a query shows; why it cannot be used where it cannot. */
const outcomeOf = (query: string, connections: Connections): { readonly text: string; readonly isUsable: boolean } => {
  const reading = readFilter(query)
  if (reading.kind === 'problem') return { text: filterProblemText(reading.problem), isUsable: false }
  const open = connections.all()
  const all = open.reduce((sum, { conversations }) => sum + conversations.rows().length, 0)
  if (all > mostCounted) return { text: vscode.l10n.t('of {0} conversations', all.toLocaleString()), isUsable: true }
  const shown = open.reduce(
    (sum, { conversations }) => sum + conversations.rows().filter((row) => reading.filter.matches(row, conversations)).length,
    0
  )
  return { text: vscode.l10n.t('{0} of {1} conversations', shown.toLocaleString(), all.toLocaleString()), isUsable: true }
}

/** The query with a term added; what is half written of it gives way. */
const withTerm = (query: string, term: string): string => {
  const written = query.trimEnd()
  const half = written.length === query.length ? (/\S+$/.exec(written)?.[0] ?? '') : ''
  const kept = half !== '' && term.toLowerCase().startsWith(half.toLowerCase()) ? written.slice(0, -half.length) : `${written} `
  return `${kept.trimStart()}${term}`
}

/** Asks for a filter, in one box in which terms are written or chosen one after another. */
export const filterConversations = async (connections: Connections, options: ViewOptions): Promise<void> => {
  const terms = suggestions(connections)
  const box = vscode.window.createQuickPick<FilterItem>()
  box.title = vscode.l10n.t('Filter conversations')
  box.placeholder = vscode.l10n.t('For example: channel:sms state:queued queue:"Web support" Jamie after:2026-11-20')
  const show = (): void => {
    const query = box.value
    const isEmpty = query.trim() === ''
    const outcome = outcomeOf(query, connections)
    const last = /\S*$/.exec(query)?.[0]?.toLowerCase() ?? ''
    const apply: FilterItem = isEmpty
      ? { label: `$(clear-all) ${vscode.l10n.t('Show all conversations')}`, query: '', isStep: false, alwaysShow: true }
      : outcome.isUsable
        ? { label: `$(filter) ${query.trim()}`, description: outcome.text, query, isStep: false, alwaysShow: true }
        : { label: `$(warning) ${outcome.text}`, query: undefined, isStep: true, alwaysShow: true }
    box.items = [
      apply,
      ...terms
        .filter(({ term }) => !query.includes(term) && (last === '' || term.toLowerCase().startsWith(last)))
        .map(({ term, detail }) => ({ label: term, description: detail, query: withTerm(query, term), isStep: true, alwaysShow: true }))
    ]
    box.activeItems = [apply]
  }
  box.value = options.filter ? `${options.filter.text} ` : ''
  show()
  try {
    await new Promise<void>((resolve) => {
      box.onDidChangeValue(show)
      box.onDidAccept(() => {
        const chosen = box.selectedItems[0] ?? box.activeItems[0]
        if (chosen?.query === undefined) return
        if (chosen.isStep) {
          box.value = chosen.query.endsWith(':') ? chosen.query : `${chosen.query} `
          show()
          return
        }
        const reading = readFilter(chosen.query)
        if (reading.kind === 'problem') return
        options.filterBy(chosen.query.trim() === '' ? undefined : reading.filter)
        resolve()
      })
      box.onDidHide(() => {
        resolve()
      })
      box.show()
    })
  } finally {
    box.dispose()
  }
}
