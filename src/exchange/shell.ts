import { cmdWords } from './cmdWords'
import { powerShellWords } from './powerShellWords'
import { shellWords, type ShellWords } from './shellWords'

/** The shell that a command is written for, which decides what its quotes mean. */
export type Shell = 'bash' | 'powerShell' | 'cmd'

/** In the order in which they are tried where nothing shows which it is. */
export const shells: readonly Shell[] = ['bash', 'powerShell', 'cmd']

const splitters: Readonly<Record<Shell, (text: string) => ShellWords>> = { bash: shellWords, powerShell: powerShellWords, cmd: cmdWords }

/** The words of the command that `text` begins with, as this shell splits them. */
export const wordsIn = (text: string, shell: Shell): ShellWords => splitters[shell](text)

const continuations: Readonly<Record<Shell, string>> = { bash: '\\\n', powerShell: '`\n', cmd: '^\n' }

/** Where the command, as this shell reads it, goes on in another line; `undefined` when it does nowhere. */
const continuedAt = (text: string, shell: Shell): number | undefined => {
  const at = text.indexOf(continuations[shell])
  if (at < 0) return undefined
  const split = wordsIn(text, shell)
  return split.complete && at >= split.end ? undefined : at
}

/** By how a line goes on: none of the three goes on as another does, and a text in JSON has no line end. */
const byContinuation = (text: string): Shell | undefined => {
  let first: { readonly shell: Shell; readonly at: number } | undefined
  for (const shell of shells) {
    const at = continuedAt(text, shell)
    if (at !== undefined && (first === undefined || at < first.at)) first = { shell, at }
  }
  return first?.shell
}

const byPrompt = (lead: string): Shell | undefined => {
  if (/\bPS [^\n]*>\s*$/.test(lead)) return 'powerShell'
  if (/\b[A-Z]:[^\n]*>\s*$/i.test(lead)) return 'cmd'
  // Variables before a command are of POSIX shells too: `TOKEN=abc curl …`.
  return /[$#%]\s*$|(?:^|\s)[A-Z_]+=\S*\s+$/.test(lead) ? 'bash' : undefined
}

/** What bash reads as quoted; the first group is a quote in a quoted text, and the second begins a text with escapes: other shells have neither. */
const bashQuotes = /'[^']*'(\\')?|"(?:\\[^]|[^"\\])*"|(\$')/g

const hasBashQuotes = (line: string): boolean =>
  Array.from(line.matchAll(bashQuotes)).some(([, quote, escapes]) => (quote ?? escapes) !== undefined)

/** By a way to quote that one shell alone has. A caret counts before the first quote only: behind it, it may be the end of a text. */
const byQuotes = (text: string): Shell | undefined => {
  const [line = ''] = text.split('\n', 1)
  if (/^[^'"]*\^"/.test(line)) return 'cmd'
  if (/\s@(?:'|")[ \t]*$/.test(line)) return 'powerShell'
  return hasBashQuotes(line) ? 'bash' : undefined
}

/**
 * The shell that a command shows to be written for, by the surest sign there is: how its lines go on, then the prompt before it (`lead` is what
 * stands before it in its line), then a quote that no other shell has. `undefined` where there is no sign.
 */
export const shownShell = (text: string, lead: string): Shell | undefined => byContinuation(text) ?? byPrompt(lead) ?? byQuotes(text)
