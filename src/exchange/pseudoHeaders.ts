const pseudoHeader = /^\s*(?:\*\s*\[HTTP\/[23]\]\s*\[\d+\]\s*\[)?:(method|path|authority|scheme|status)\b(?::\s*(.*?)\]?)?\s*$/

/** The request or status line that stands for the pseudo headers of HTTP/2, followed by a Host header. */
const firstLines = (headers: ReadonlyMap<string, string>): readonly string[] => {
  const method = headers.get('method')
  const path = headers.get('path')
  const status = headers.get('status')
  const authority = headers.get('authority')
  return [
    ...(method === undefined || path === undefined ? [] : [`${method} ${path} HTTP/2`]),
    ...(method === undefined || path === undefined || authority === undefined ? [] : [`host: ${authority}`]),
    ...(status === undefined ? [] : [`HTTP/2 ${status}`])
  ]
}

/**
 * The lines of a text in which blocks of HTTP/2 pseudo headers (`:method: POST`; a browser writes the value on a line of its own) have become the
 * first lines of HTTP/1.1. Other lines stay as they are.
 */
export const withPlainFirstLines = (lines: readonly string[]): readonly string[] => {
  const plain: string[] = []
  let block = new Map<string, string>()
  const close = (): void => {
    plain.push(...firstLines(block))
    block = new Map()
  }
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    const [, name, value] = line.includes(':') ? (pseudoHeader.exec(line) ?? []) : []
    if (name === undefined) {
      close()
      plain.push(line)
      continue
    }
    // Another request begins where a pseudo header comes a second time.
    if (block.has(name)) close()
    block.set(name, value === undefined || value === '' ? (lines[++at] ?? '').trim() : value)
  }
  close()
  return plain
}
