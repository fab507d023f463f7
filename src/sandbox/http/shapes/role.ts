import type { Models } from 'purecloud-platform-client-v2'
import { divisionsOfGrant, permissionsOf, type Grant } from '../../credentials/grants'
import { roleId, type Permission, type Role } from '../../credentials/roles'
import type { Organisation } from '../../organisation/organisation'
import type { Answer } from '../answers'

interface Policy {
  readonly domain: string
  readonly entityName: string
  readonly actions: readonly string[]
}

/** Permissions as the platform keeps them: the actions by domain and entity. */
const policiesOf = (permissions: readonly Permission[]): readonly Policy[] => {
  const policies = new Map<string, Policy>()
  for (const permission of permissions) {
    const [domain = '', entityName = '', action = ''] = permission.split(':')
    const name = `${domain}:${entityName}`
    policies.set(name, { domain, entityName, actions: [...(policies.get(name)?.actions ?? []), action] })
  }
  return [...policies.values()]
}

const selfUri = (role: Role): string => `/api/v2/authorization/roles/${roleId(role)}`

/** @param userCount how many users have it; absent when it was not asked for */
export const roleBody = (role: Role, userCount: number | undefined): Answer<Models.DomainOrganizationRole> => ({
  id: roleId(role),
  name: role.name,
  permissions: [],
  permissionPolicies: policiesOf(role.permissions).map(({ domain, entityName, actions }) => ({
    domain,
    entityName,
    actionSet: actions,
    allowConditions: false
  })),
  userCount,
  base: false,
  default: false,
  selfUri: selfUri(role)
})

/** Each role with each division in which it counts: the pairs that the platform calls grants. */
export const roleDivisions = ({ divisions }: Organisation, grants: readonly Grant[]): readonly Answer<Models.RoleDivision>[] =>
  grants.flatMap((grant) => divisionsOfGrant(grant, divisions).map(({ id }) => ({ roleId: roleId(grant.role), divisionId: id })))

export const userAuthorization = (grants: readonly Grant[]): Answer<Models.UserAuthorization> => {
  const permissions = permissionsOf(grants)
  return {
    roles: [...new Set(grants.map(({ role }) => role))].map((role) => ({ id: roleId(role), name: role.name })),
    permissions,
    permissionPolicies: policiesOf(permissions).map(({ domain, entityName, actions }) => ({
      domain,
      entityName,
      actionSet: actions,
      allowConditions: false
    }))
  }
}

export const grantRole = (role: Role): Answer<Models.AuthzGrantRole> => ({
  id: roleId(role),
  name: role.name,
  policies: policiesOf(role.permissions).map(({ domain, entityName, actions }) => ({ domain, entityName, actions })),
  default: false,
  selfUri: selfUri(role)
})
