import type { Division } from '../organisation/organisation'
import type { Permission, Role } from './roles'

/** A role that was given, and where it counts: in all divisions of the organisation, or in its home division only. */
export interface Grant {
  readonly role: Role
  readonly where: 'everywhere' | 'home'
}

/** A role in all divisions. */
export const everywhere = (role: Role): readonly Grant[] => [{ role, where: 'everywhere' }]

/** Permissions of which every one is needed, or at least one. Source: published OpenAPI, `x-inin-requires-permissions`. */
export type PermissionNeed = { readonly every: readonly Permission[] } | { readonly some: readonly Permission[] }

/** What these roles allow, each permission once. */
export const permissionsOf = (grants: readonly Grant[]): readonly Permission[] => [
  ...new Set(grants.flatMap(({ role }) => role.permissions))
]

/** The divisions in which a grant counts. The home division is the first. */
export const divisionsOfGrant = <Place extends Division>({ where }: Grant, divisions: readonly Place[]): readonly Place[] =>
  where === 'everywhere' ? divisions : divisions.slice(0, 1)

/** The grants that count in at least one of the divisions with these ids. */
export const grantsIn = (grants: readonly Grant[], ids: readonly string[], divisions: readonly Division[]): readonly Grant[] =>
  grants.filter((grant) => divisionsOfGrant(grant, divisions).some(({ id }) => ids.includes(id)))

/** The permissions for want of which the need is not met; empty when it is. */
export const lacking = (grants: readonly Grant[], need: PermissionNeed): readonly Permission[] => {
  const holds = (permission: Permission): boolean => grants.some(({ role }) => role.permissions.includes(permission))
  if ('every' in need) return need.every.filter((permission) => !holds(permission))
  return need.some.some(holds) ? [] : need.some
}
