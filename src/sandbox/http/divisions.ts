import type { Conversation } from '../conversations/conversation'
import { divisionsOf } from '../conversations/divisions'
import { grantsIn, lacking } from '../credentials/grants'
import { documented } from '../documentedErrors'
import type { Division, Organisation } from '../organisation/organisation'
import { Refusal } from '../refusal'
import type { RequestContext } from './environment'

const lackingIn = (c: RequestContext, organisation: Organisation, divisions: readonly Division[]): readonly string[] => {
  const { credential, permissions } = c.var
  if (permissions === undefined) return []
  const ids = divisions.map(({ id }) => id)
  return lacking(grantsIn(credential.grants, ids, organisation.divisions), permissions)
}

/** Whether what the operation needs was given in at least one of these divisions. */
export const reaches = (c: RequestContext, organisation: Organisation, divisions: readonly Division[]): boolean =>
  lackingIn(c, organisation, divisions).length === 0

/** Refuses who has the permissions that the operation needs, but in none of the divisions that the object belongs to. */
export const checkDivisions = (c: RequestContext, organisation: Organisation, divisions: readonly Division[]): void => {
  const missing = lackingIn(c, organisation, divisions)
  if (missing.length === 0) return
  const { permissions } = c.var
  const error = permissions && 'every' in permissions ? documented.missingDivisionPermission : documented.missingAnyDivisionPermissions
  const names = divisions.map(({ name }) => name).join(', ')
  throw new Refusal(error, `The permission ${missing.join(' or ')} is given, but not in the division ${names}.`, {
    restsOn: ['division.object']
  })
}

/** The ids of the divisions in which what the operation needs was given. */
export const reachedDivisions = (c: RequestContext, organisation: Organisation): readonly string[] =>
  organisation.divisions.filter((division) => reaches(c, organisation, [division])).map(({ id }) => id)

/** Whether a conversation is in one of the divisions with these ids. */
export const isInDivisions =
  (organisation: Organisation, ids: readonly string[]) =>
  (conversation: Conversation): boolean =>
    divisionsOf(organisation, conversation).some(({ id }) => ids.includes(id))
