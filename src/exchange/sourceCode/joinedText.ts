/** How a string goes on behind its closing quote. */
export type Joined =
  | { readonly kind: 'no' }
  /** Another piece follows: its text begins at `at`. `expression` stands between the two. */
  | { readonly kind: 'piece'; readonly at: number; readonly expression: string | undefined }
  /** An expression is the last part. */
  | { readonly kind: 'expression'; readonly expression: string; readonly end: number }
  /** It goes on in a way that is not followed. */
  | { readonly kind: 'open' }

const operator = /\s*(?:\+(?!=)|\.\.(?!\.)|\s\.(?=\s)|\.(?=\s*\$)|\s&(?=\s))\s*/y
const openingQuote = /[fFrRbBuU$@]{0,2}["'`]/y
const furtherString = /\s+[fFrR]?(["'])/y
const appending = /\s*\.(?:concat|join|append)\(/y
const longestExpression = 200

/** Where the expression at `at` ends: before an operator, a comma, a closing bracket or the end of the line. */
const endOfExpression = (text: string, at: number): number => {
  let depth = 0
  const limit = Math.min(text.length, at + longestExpression)
  for (let next = at; next < limit; next += 1) {
    const character = text.charAt(next)
    if ('([{'.includes(character)) depth += 1
    else if (')]}'.includes(character)) {
      if (depth === 0) return next
      depth -= 1
    } else if (depth === 0) {
      if (',;\n+"`'.includes(character) || (character === "'" && next > at)) return next
      if (character === ' ' && matchAt(operator, text, next) !== undefined) return next
    }
  }
  return limit
}

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | undefined => {
  pattern.lastIndex = at
  return pattern.exec(text) ?? undefined
}

/** What is joined to the string whose closing quote stands at `quoteAt`: `"…" + id + "…"`, PHP’s `'…' . $id`, Python’s neighbouring strings. */
export const joinedBehind = (text: string, quoteAt: number, endsWithSlash: boolean): Joined => {
  const behind = quoteAt + 1
  if (matchAt(appending, text, behind)) return { kind: 'open' }
  const joint = matchAt(operator, text, behind)
  if (!joint) {
    const further = endsWithSlash ? matchAt(furtherString, text, behind) : undefined
    return further?.[1] === text.charAt(quoteAt) ? { kind: 'piece', at: behind + further[0].length, expression: undefined } : { kind: 'no' }
  }
  const next = behind + joint[0].length
  const quote = matchAt(openingQuote, text, next)
  if (quote) return { kind: 'piece', at: next + quote[0].length, expression: undefined }
  const end = endOfExpression(text, next)
  const expression = text.slice(next, end).trim()
  const second = matchAt(operator, text, end)
  if (!second) {
    const goesOn = /\s*\n\s*[+.&]/y
    return matchAt(goesOn, text, end) ? { kind: 'open' } : { kind: 'expression', expression, end }
  }
  const piece = matchAt(openingQuote, text, end + second[0].length)
  return piece ? { kind: 'piece', at: end + second[0].length + piece[0].length, expression } : { kind: 'open' }
}
