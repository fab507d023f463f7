import * as vscode from 'vscode'
import * as z from 'zod/mini'
import type { KnownConnection } from '../../store/connections'
import { ReportedError } from '../failures'
import { markIcon, markText } from './marks'
import { standingText } from './standing'

/** A line of a list of connections. */
export const connectionPickItem = ({ facts, standing }: KnownConnection): vscode.QuickPickItem => ({
  label: `$(${markIcon(facts)}) ${facts.name}`,
  description: [markText(facts), standingText(standing)].filter((part) => part !== undefined).join(' · '),
  detail: facts.place
})

/** A connection’s row of the view, or what names one in the same way. */
const row = z.object({ kind: z.literal('connection'), id: z.string() })

/** The id of the connection whose row a command was called with. */
export const connectionIdIn = (argument: unknown): string | undefined => {
  const parsed = row.safeParse(argument)
  return parsed.success ? parsed.data.id : undefined
}

/**
 * The connection that a command is about: the row that it was called with, else the only one there is, else the person’s choice. `undefined` when
 * they give up, and for a row that the command has nothing to do with.
 * @param none said when there is none to choose from
 */
export const connectionOf = async (
  argument: unknown,
  candidates: readonly KnownConnection[],
  { title, none }: { readonly title: string; readonly none: string }
): Promise<KnownConnection | undefined> => {
  const id = connectionIdIn(argument)
  if (id !== undefined) return candidates.find(({ facts }) => facts.id === id)
  const [first, ...others] = candidates
  if (first === undefined) throw new ReportedError(none)
  if (others.length === 0) return first
  const items = candidates.map((known) => ({ ...connectionPickItem(known), known }))
  return (await vscode.window.showQuickPick(items, { title, matchOnDescription: true, matchOnDetail: true }))?.known
}
