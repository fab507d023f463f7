import { argumentsIn, bracketsBefore, endOfBracket, type Span } from './balanced'

/** A call or an object literal that something stands in. */
export interface Around {
  /** What is called, as written: `axios.post`, `new HttpPost`, `Net::HTTP::Post.new`. Empty for an object literal. */
  readonly callee: string
  readonly open: number
  /** One past its closing bracket. */
  readonly end: number
}

const calleeBefore = /(?:\bnew\s+)?(?<![\w$.:>?!-])[\w$.:>?!-]*[\w$](?:<[^<>()\n]{0,80}>)?\s*$/

/** The text is cut here: no callee is longer. */
const longestCallee = 120

/** What only makes a URL of a text: the request is made further out. */
const urlMaker =
  /(?:^|[\s.:>])(?:url|uri|create|parse|format|sprintf|join|resolve|concat|string|str|encodeuri|build\w*|make\w*|\w*(?:url|uri|path|endpoint|route))$/i

/** An object literal begins with a key, or with what is spread into it. A block of code does not. */
const objectStart = /\{\s*(?:["']?[\w$-]+["']?\s*(?::|=>|=(?!=))|\.\.\.|\*\*)/y

const isObject = (text: string, open: number): boolean => {
  objectStart.lastIndex = open
  return objectStart.test(text)
}

/**
 * The object literals around `span`, and the calls up to the one that makes the request, innermost first. It ends at a block of code: what is
 * further out is of other requests too.
 */
export const callsAround = (text: string, span: Span): readonly Around[] => {
  const found: Around[] = []
  for (const open of bracketsBefore(text, span.start)) {
    const end = endOfBracket(text, open)
    if (end < span.end) return found
    const opener = text.charAt(open)
    if (opener === '{') {
      if (!isObject(text, open)) return found
      found.push({ callee: '', open, end })
    } else if (opener === '(') {
      const callee = calleeBefore.exec(text.slice(Math.max(0, open - longestCallee), open))?.[0].trim() ?? ''
      found.push({ callee, open, end })
      if (callee !== '' && !urlMaker.test(callee)) return found
    }
  }
  return found
}

/** True for brackets that call something. */
export const isCall = ({ callee }: Around): boolean => callee !== ''

/** The arguments of a call, and which of them holds `at`. */
export const argumentsAround = (
  text: string,
  { open, end }: Around,
  at: number
): { readonly all: readonly Span[]; readonly index: number } => {
  const all = argumentsIn(text, open, end)
  return { all, index: all.findIndex((argument) => argument.start <= at && at <= argument.end) }
}
