import type { Assumption } from './assumption'

/** The assumptions as Markdown, for docs/sandbox.md. */
export const assumptionsDocument = (assumptions: Readonly<Record<string, Assumption>>): string =>
  Object.entries(assumptions)
    .map(([id, { does, unknown, settledBy }]) => `### \`${id}\`\n\n${does}\n\nNot documented: ${unknown}\n\nTo settle it: ${settledBy}\n`)
    .join('\n')
