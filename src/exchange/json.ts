import type { Body } from './exchange'
import { withoutSecretFields, withoutSecrets } from './secrets'

/** True for a JSON object. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The text under `key`, when there is one. */
export const textAt = (value: unknown, key: string): string | undefined => {
  const found = isRecord(value) ? value[key] : undefined
  return typeof found === 'string' ? found : undefined
}

type Parsed = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly why: string }

/** Why JSON could not be read, as a sentence and without the piece of the text that the engine quotes: it may be a piece of a secret. */
const reason = (error: unknown): string => {
  const said = error instanceof Error ? error.message : String(error)
  return `${said.replace(/,? *(?:\.\.\.)?".*"(?:\.\.\.)? is not valid JSON$/s, '')}.`
}

const parseJson = (text: string): Parsed => {
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch (error) {
    return { ok: false, why: reason(error) }
  }
}

/** The JSON object that `text` begins with, without what follows it; all of the text when the object is cut short. */
export const leadingObject = (text: string): string => {
  let depth = 0
  for (const { 0: found, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}]/gs)) {
    if (found === '{') depth++
    if (found === '}' && --depth === 0) return text.slice(0, index + 1)
  }
  return text
}

/** Reads a request's or an answer's body: JSON when it looks like JSON, with the values of secret fields taken out; text otherwise. */
export const readBody = (text: string): Body | undefined => {
  const trimmed = text.trim()
  if (trimmed === '') return undefined
  if (!/^[{[]/.test(trimmed)) return { kind: 'text', text: withoutSecrets(trimmed) }
  const parsed = parseJson(trimmed)
  return parsed.ok
    ? { kind: 'json', value: withoutSecretFields(parsed.value) }
    : { kind: 'malformed', text: withoutSecrets(trimmed), why: withoutSecrets(parsed.why) }
}
