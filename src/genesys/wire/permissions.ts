import * as z from 'zod/mini'
import { PlatformError } from '../platformError'
import { text } from './fields'

const authorisedUser = z.object({
  authorization: z.optional(z.nullable(z.object({ permissions: z.optional(z.nullable(z.array(z.string()))) })))
})

/** Reads the permissions of GET /api/v2/users/me?expand=authorization: those of all roles of the user. */
export const readUserPermissions = (body: unknown): readonly string[] => {
  const parsed = authorisedUser.safeParse(body)
  const permissions = parsed.success ? parsed.data.authorization?.permissions : undefined
  if (!permissions) throw new PlatformError('Reading the user’s permissions', { kind: 'unexpected', why: 'it has no permissions' })
  return permissions
}

const policy = z.object({ domain: text, entityName: text, actions: z.optional(z.nullable(z.array(z.string()))) })
const subject = z.object({
  grants: z.array(z.object({ role: z.optional(z.nullable(z.object({ policies: z.optional(z.nullable(z.array(policy))) }))) }))
})

/** Reads the body of GET /api/v2/authorization/subjects/me (`AuthzSubject`): what the roles grant, in whichever division. */
export const readGrantedPermissions = (body: unknown): readonly string[] => {
  const parsed = subject.safeParse(body)
  if (!parsed.success) throw new PlatformError('Reading the client’s roles', { kind: 'unexpected', why: 'it has no grants' })
  const policies = parsed.data.grants.flatMap(({ role }) => role?.policies ?? [])
  return policies.flatMap(({ domain, entityName, actions }) =>
    (actions ?? []).map((action) => `${domain ?? '*'}:${entityName ?? '*'}:${action}`)
  )
}
