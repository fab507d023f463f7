import { Hono } from 'hono'
import type { Models } from 'purecloud-platform-client-v2'
import type { Credential, CredentialStore } from '../../credentials/credentialStore'
import { divisionsOfGrant } from '../../credentials/grants'
import { roleId, type Role } from '../../credentials/roles'
import { documented } from '../../documentedErrors'
import type { Organisation } from '../../organisation/organisation'
import { Refusal } from '../../refusal'
import type { World } from '../../world'
import type { Answer } from '../answers'
import type { Needs } from '../authentication'
import { assumeFor, type Environment } from '../environment'
import { pageOf, readPaging, type Paging } from '../paging'
import { pathId } from '../path'
import { fitsName } from '../query'
import { divisionBody } from '../shapes/division'
import { oauthClientBody } from '../shapes/oauthClient'
import { grantRole, roleBody } from '../shapes/role'

const listing = <Row>(rows: readonly Row[], paging: Paging, path: string) => ({
  entities: pageOf(rows, paging),
  pageSize: paging.pageSize,
  pageNumber: paging.pageNumber,
  pageCount: Math.ceil(rows.length / paging.pageSize),
  total: rows.length,
  selfUri: `/api/v2${path}`
})

const subjectBody = (organisation: Organisation, credential: Credential): Answer<Models.AuthzSubject> => {
  const { id, name } = credential.kind === 'user' ? credential.user : credential.client
  return {
    id,
    name,
    grants: credential.grants.flatMap((grant) =>
      divisionsOfGrant(grant, organisation.divisions).map((division) => ({
        subjectId: id,
        division: divisionBody(organisation, division),
        role: grantRole(grant.role)
      }))
    ),
    version: 1,
    selfUri: `/api/v2/authorization/subjects/${id}`
  }
}

/**
 * Who may do what, and where. Source of the permissions: the reference of the platform’s SDKs, which names them for each operation
 * (platform-client-sdk-python, AuthorizationApi and OAuthApi).
 */
export const authorizationRoutes = ({ organisation }: World, credentials: CredentialStore, needs: Needs): Hono<Environment> => {
  const viewRoles = needs({ token: 'any', permissions: { some: ['authorization:role:view'] } })
  const viewClients = needs({ token: 'any', permissions: { some: ['oauth:client:view'] } })

  const userCount = (role: Role): number =>
    organisation.users.filter((user) => credentials.grantsOfUser(user).some((grant) => grant.role === role)).length

  const routes = new Hono<Environment>()

  routes.get('/authorization/subjects/me', needs({ token: 'any' }), (c) => {
    if (c.var.credential.kind === 'client') assumeFor(c)('authorization.client-subject')
    return c.json(subjectBody(organisation, c.var.credential))
  })

  routes.get('/authorization/roles', viewRoles, (c) => {
    const ids = c.req.queries('id') ?? []
    const roles = credentials
      .roles()
      .filter((role) => fitsName(role.name, c.req.query('name')) && (ids.length === 0 || ids.includes(roleId(role))))
    const body: Answer<Models.OrganizationRoleEntityListing> = listing(
      roles.map((role) => roleBody(role, c.req.query('userCount') === 'false' ? undefined : userCount(role))),
      readPaging(c),
      '/authorization/roles'
    )
    return c.json(body)
  })

  routes.get('/authorization/roles/:roleId', viewRoles, (c) => {
    const id = pathId(c, 'roleId')
    const role = credentials.roles().find((candidate) => roleId(candidate) === id)
    if (role === undefined) throw new Refusal(documented.notFound, `This organisation has no role ${id}.`)
    return c.json(roleBody(role, c.req.query('userCount') === 'false' ? undefined : userCount(role)))
  })

  routes.get('/authorization/divisions', needs({ token: 'any' }), (c) => {
    const ids = c.req.queries('id') ?? []
    const found = organisation.divisions.filter(
      ({ id, name }) => fitsName(name, c.req.query('name')) && (ids.length === 0 || ids.includes(id))
    )
    const body: Answer<Models.AuthzDivisionEntityListing> = listing(
      found.map((division) => divisionBody(organisation, division)),
      readPaging(c),
      '/authorization/divisions'
    )
    return c.json(body)
  })

  routes.get('/authorization/divisions/home', needs({ token: 'any' }), (c) => c.json(divisionBody(organisation, organisation.division)))

  routes.get('/oauth/clients', viewClients, (c) => {
    const body: Answer<Models.OAuthClientEntityListing> = listing(
      credentials.clients().map((client) => oauthClientBody(organisation, client, credentials.grantsOfClient(client))),
      readPaging(c),
      '/oauth/clients'
    )
    return c.json(body)
  })

  routes.get('/oauth/clients/:clientId', viewClients, (c) => {
    const id = pathId(c, 'clientId')
    const client = credentials.client(id)
    if (client === undefined) throw new Refusal(documented.notFound, `This organisation has no OAuth client ${id}.`)
    return c.json(oauthClientBody(organisation, client, credentials.grantsOfClient(client)))
  })
  return routes
}
