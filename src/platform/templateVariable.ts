/** A whole path segment that stands for a value to be filled in, in the spelling of any language that requests are written in. */
const variable = new RegExp(
  `^(?:${[
    String.raw`[$#%]?\{.*\}`, // {id} · {0} · {{id}} · {conv['id']} · ${id} · ${conv.id} · #{id} · %{id}
    String.raw`\$\(.*\)`, // $(id) · $($conv.id)
    String.raw`\\\(.*\)`, // \(id)
    String.raw`%\(\w+\)[a-z]`, // %(id)s
    String.raw`%(?:\d+\$)?[a-z@]`, // %s · %d · %v · %@ · %1$s
    String.raw`:[A-Za-z_]\w*`, // :id
    String.raw`\$[A-Za-z_]\w*(?:(?:\.|->)\w+|\[[^\]]*\])*`, // $id · $conv.id · $conv->id · $conv[id]
    '<.*>', // <id> · <conversation id> · <%= id %>
    String.raw`\[[^\]]*\]` // [id]
  ].join('|')})$`,
  's'
)

const mayStart = /^[{$#%\\:<[]/

/**
 * True for a path segment that stands for a value to be filled in: `{id}`, `${id}`, `{{id}}`, `:id`, `%s`, `<id>`, `$id`, `[id]` and what other
 * languages write. A segment that is a variable in part, as `a{b}c`, is a value.
 */
export const isVariable = (segment: string): boolean => mayStart.test(segment) && variable.test(segment)

/** No variable in a URL is longer: what looks like one but does not end is text. */
const longest = 300

const closerOf: Readonly<Record<string, string>> = { '{': '}', '(': ')' }

/** Where the bracket at `open` ends, one past it, with those inside it balanced; -1 when it does not. */
const endOfBracket = (text: string, open: number): number => {
  const opener = text.charAt(open)
  const closer = closerOf[opener]
  let depth = 0
  for (let at = open; at < Math.min(text.length, open + longest); at += 1) {
    const character = text.charAt(at)
    if (character === '\n') return -1
    if (character === opener) depth += 1
    else if (character === closer) {
      depth -= 1
      if (depth === 0) return at + 1
    }
  }
  return -1
}

const endOf = (text: string, start: number, last: string): number => {
  const at = text.indexOf(last, start)
  return at < 0 || at - start > longest ? -1 : at + last.length
}

/** Where a variable that starts at `at` ends, one past it; -1 when none starts there that could hold a slash or a question mark. */
export const endOfVariable = (text: string, at: number): number => {
  switch (text.charAt(at)) {
    case '{':
      return endOfBracket(text, at)
    case '$':
    case '#':
    case '%':
    case '\\': {
      const next = text.charAt(at + 1)
      return next === '{' || (next === '(' && text.charAt(at) !== '#') ? endOfBracket(text, at + 1) : -1
    }
    case '[':
      return endOf(text, at, ']')
    case '<':
      return endOf(text, at, text.startsWith('<%', at) ? '%>' : '>')
    default:
      return -1
  }
}

/** How a program goes on after a piece of a string: `" + …`, PHP's `' . $…`, Basic's `" & …`. */
const operator = String.raw`(\+|\.(?=\s*\$)|&(?!&))`
const nextPiece = new RegExp(String.raw`^["'\x60]\s*\+\s*[fr$@]*["'\x60]`)
const betweenPieces = new RegExp(String.raw`^(["'\x60])\s*${operator}\s*([^"'\x60\n](?:[^\n]{0,200}?[^"'\x60\n])??)\s*\2\s*[fr$@]*\1`)
const afterLastPiece = new RegExp(String.raw`^["'\x60]\s*${operator}\s*([\w.$>-]+)`)

/** What a program joins to a piece of a string: where the text goes on, and the expression in between, if there is one. */
export interface Joined {
  readonly end: number
  readonly expression: string | undefined
}

/** What is joined at the quote at `at`, which ends a piece of a string; `undefined` where the string ends with it. */
export const joinedAt = (text: string, at: number): Joined | undefined => {
  const rest = text.slice(at, at + longest)
  const next = nextPiece.exec(rest)
  if (next) return { end: at + next[0].length, expression: undefined }
  const between = betweenPieces.exec(rest)
  if (between) return { end: at + between[0].length, expression: between[3] }
  const last = afterLastPiece.exec(rest)
  return last ? { end: text.length, expression: last[2] } : undefined
}
