// The changes of `PATCH /externalcontacts/contacts/{contactId}`.
import type * as z from 'zod/mini'
import { documented } from '../../documentedErrors'
import { notImplemented, Refusal } from '../../refusal'
import type { contactPatch } from './externalContact'

type Changes = NonNullable<z.infer<typeof contactPatch>['changes']>
type Change = Changes[number]
type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Source: published OpenAPI, `ContactsPatchChange.field`: dots between the names of fields, from `$.` on. */
const fieldPath = /^\$(?:\.[A-Za-z][\w]*)+$/

const namesIn = (field: string): readonly string[] => {
  if (!fieldPath.test(field)) throw new Refusal(documented.invalidValue, `“${field}” is no path like $.address.city.`, { field: 'changes' })
  return field.split('.').slice(1)
}

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === ''

/** What becomes of the value of one field. */
const changed = (before: unknown, { action, value }: Change): unknown => {
  switch (action) {
    case 'Update':
      return value
    case 'UpdateIfEmpty':
      return isEmpty(before) ? value : before
    case 'UpdateIfExists':
      return isEmpty(before) ? before : value
    case 'Remove':
      return undefined
    case 'AppendToCollection':
    case 'RemoveFromCollection':
      throw new Refusal(notImplemented, 'The sandbox keeps no collections of a contact.', { field: 'changes' })
  }
}

const changeAt = (fields: Fields, [name = '', ...deeper]: readonly string[], change: Change): Fields => {
  const before = fields[name]
  if (deeper.length === 0) return { ...fields, [name]: changed(before, change) }
  return { ...fields, [name]: changeAt(isFields(before) ? before : {}, deeper, change) }
}

/** Source: published OpenAPI, `ContactsPatchChange.field`: a field and its parent in one request get a 409. */
const refuseOverlap = (paths: readonly string[]): void => {
  const inside = paths.find((path) => paths.some((other) => path.startsWith(`${other}.`)))
  if (inside !== undefined) {
    throw new Refusal(documented.conflict, `${inside} and its parent cannot be changed in one request.`, { restsOn: ['contact.patch'] })
  }
}

/** The fields of a contact after these changes. They are not checked yet. */
export const patched = (fields: Fields, changes: Changes): Fields => {
  refuseOverlap(changes.map(({ field }) => field))
  return changes.reduce((current, change) => changeAt(current, namesIn(change.field), change), fields)
}
