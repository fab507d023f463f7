import type { Body } from './exchange'
import { withoutSecretFields, withoutSecrets } from './secrets'

/** True for a JSON object. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What stands under `key`, in a JSON object. */
export const fieldAt = (value: unknown, key: string): unknown => (isRecord(value) ? value[key] : undefined)

/** The text under `key`, when there is one. */
export const textAt = (value: unknown, key: string): string | undefined => {
  const found = fieldAt(value, key)
  return typeof found === 'string' ? found : undefined
}

/** The number under `key`, when there is one. */
export const numberAt = (value: unknown, key: string): number | undefined => {
  const found = fieldAt(value, key)
  return typeof found === 'number' ? found : undefined
}

/** The list under `key`; an empty one when there is none. */
export const listAt = (value: unknown, key: string): readonly unknown[] => {
  const found = fieldAt(value, key)
  return Array.isArray(found) ? found : []
}

/** The first text under one of the keys. */
export const firstTextAt = (value: unknown, keys: readonly string[]): string | undefined => {
  for (const key of keys) {
    const found = textAt(value, key)
    if (found !== undefined && found !== '') return found
  }
  return undefined
}

export type Parsed = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly why: string }

/** Why JSON could not be read, as a sentence and without the piece of the text that the engine quotes: it may be a piece of a secret. */
const reason = (error: unknown): string => {
  const said = error instanceof Error ? error.message : String(error)
  return `${said.replace(/,? *(?:\.\.\.)?".*"(?:\.\.\.)? is not valid JSON$/s, '')}.`
}

export const parseJson = (text: string): Parsed => {
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch (error) {
    return { ok: false, why: reason(error) }
  }
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

/** A body that a program shows as a value: an object, or the text of one. */
export const bodyOfValue = (value: unknown): Body | undefined => {
  if (typeof value === 'string') return readBody(value)
  return typeof value === 'object' && value !== null ? { kind: 'json', value: withoutSecretFields(value) } : undefined
}
