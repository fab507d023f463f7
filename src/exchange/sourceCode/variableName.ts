/**
 * What an expression is shown as in a path or a body: `{conversationId}` for `${encodeURIComponent(this.conversationId)}`, after the last name in
 * it; `{…}` where there is none, or where the name says nothing, as in a choice between two texts.
 */
export const variableFor = (expression: string): string => {
  const isChoice = /["'`?]/.test(expression.replaceAll(/\[["'`]\w+["'`]\]/g, ''))
  const name = isChoice ? undefined : expression.match(/[A-Za-z_]\w*/g)?.at(-1)
  return `{${name ?? '…'}}`
}
