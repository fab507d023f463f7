// The published OpenAPI, where this machine has it: a folder beside the project, which the project does not need.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

interface Schema {
  readonly $ref?: string
  readonly type?: string
  readonly format?: string
  readonly enum?: readonly string[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: Schema
  readonly required?: readonly string[]
}

interface Operation {
  readonly responses?: Readonly<
    Record<string, { readonly schema?: Schema; readonly 'x-inin-error-codes'?: Readonly<Record<string, string>> }>
  >
}

export interface PublishedApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly definitions: Readonly<Record<string, Schema>>
}

const file = path.resolve('..', 'shared', 'domain', 'openapi-messaging.json')

export const publishedApi = (): PublishedApi | undefined =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as PublishedApi) : undefined

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Where `value` differs from the published model, one line each. */
export const differences = ({ definitions }: PublishedApi, value: unknown, model: string): readonly string[] => {
  const found: string[] = []

  const compareObject = (record: Record<string, unknown>, schema: Schema, at: string): void => {
    for (const name of schema.required ?? []) if (record[name] === undefined) found.push(`${at}.${name} is missing`)
    for (const [name, part] of Object.entries(record)) {
      const expected = schema.properties?.[name] ?? schema.additionalProperties
      if (expected) compare(part, expected, `${at}.${name}`)
      else if (schema.properties) found.push(`${at}.${name} is not in the model`)
    }
  }

  const compare = (actual: unknown, schema: Schema, at: string): void => {
    if (schema.$ref) {
      const target = definitions[schema.$ref.replace('#/definitions/', '')]
      if (target) compare(actual, target, at)
      return
    }
    switch (schema.type) {
      case 'array':
        if (!Array.isArray(actual)) found.push(`${at} is no list`)
        else for (const [index, item] of actual.entries()) compare(item, schema.items ?? {}, `${at}[${index}]`)
        return
      case 'string':
        if (typeof actual !== 'string') found.push(`${at} is no text`)
        else if (schema.enum && !schema.enum.includes(actual)) found.push(`${at} is ${actual}, not one of ${schema.enum.join(', ')}`)
        else if (schema.format === 'date-time' && !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(actual))
          found.push(`${at} is no time`)
        return
      case 'integer':
        if (!Number.isInteger(actual)) found.push(`${at} is no whole number`)
        return
      case 'boolean':
        if (typeof actual !== 'boolean') found.push(`${at} is no boolean`)
        return
      case 'number':
        if (typeof actual !== 'number') found.push(`${at} is no number`)
        return
      case undefined:
        return
      default:
        if (isRecord(actual)) compareObject(actual, schema, at)
        else found.push(`${at} is no object`)
    }
  }

  compare(value, { $ref: `#/definitions/${model}` }, model)
  return found
}

/** `status code` of every error that any operation documents. */
export const documentedCodes = ({ paths }: PublishedApi): ReadonlySet<string> =>
  new Set(
    Object.values(paths)
      .flatMap((operations) => Object.values(operations))
      .flatMap(({ responses }) => Object.entries(responses ?? {}))
      .flatMap(([status, response]) => Object.keys(response['x-inin-error-codes'] ?? {}).map((code) => `${status} ${code}`))
  )
