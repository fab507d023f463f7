import * as vscode from 'vscode'
import { commandId } from '../commands/commandNames'

/** The only command that a tooltip may run. */
const copyId = commandId('copyId')

/** What is told of a row to who points at it: lines of a label and a value, and ids with a sign beside them that copies them. */
export class Tooltip {
  readonly markdown = new vscode.MarkdownString('', true)

  constructor() {
    this.markdown.isTrusted = { enabledCommands: [copyId] }
  }

  /** Appends a line, where there is a value. */
  line(label: string, value: string | undefined): void {
    if (value !== undefined) this.markdown.appendMarkdown(`**${label}** `).appendText(value).appendMarkdown('\n\n')
  }

  /** Appends an id in a line of its own, where there is one. */
  id(label: string, id: string | undefined): void {
    if (id === undefined) return
    this.markdown.appendMarkdown(`**${label}** \`${withoutTicks(id)}\` ${copyLink(id)}\n\n`)
  }

  /** Appends a heading, and a point for each of what stands under it. A point’s id can be copied. */
  points(heading: string, points: readonly { readonly text: string; readonly id: string }[]): void {
    if (points.length === 0) return
    this.markdown.appendMarkdown(`**${heading}**\n\n`)
    for (const { text, id } of points) {
      this.markdown.appendMarkdown('- ').appendText(text)
      this.markdown.appendMarkdown(`${id === '' ? '' : ` ${copyLink(id)}`}\n`)
    }
    this.markdown.appendMarkdown('\n')
  }
}

const withoutTicks = (id: string): string => id.replaceAll('`', '')

const copyLink = (id: string): string => {
  // Parentheses would end the link.
  const argument = encodeURIComponent(JSON.stringify([id]))
    .replaceAll('(', '%28')
    .replaceAll(')', '%29')
  return `[$(copy)](command:${copyId}?${argument} "${vscode.l10n.t('Copy ID')}")`
}
