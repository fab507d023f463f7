import { Hono } from 'hono'
import type { Models } from 'purecloud-platform-client-v2'
import type { CredentialStore } from '../../credentials/credentialStore'
import { documented } from '../../documentedErrors'
import type { User } from '../../organisation/organisation'
import { Refusal } from '../../refusal'
import type { World } from '../../world'
import { isoTime, type Answer } from '../answers'
import { requestingUser, type Needs } from '../authentication'
import type { Environment } from '../environment'
import { readExpand } from '../expand'
import { pageOf, readPaging } from '../paging'
import { pathId } from '../path'
import { divisionRef } from '../shapes/division'
import { organisationBody } from '../shapes/organisation'
import { roleBody, userAuthorization } from '../shapes/role'
import { routingStatusBody } from '../shapes/routingStatus'
import { tokenInfo } from '../shapes/token'

// The values that the published API lists. Those that nothing here follows from are taken and add nothing: “best effort”, as the platform says.
const userExpansions = [
  'routingStatus',
  'presence',
  'integrationPresence',
  'conversationSummary',
  'outOfOffice',
  'geolocation',
  'station',
  'authorization',
  'lasttokenissued',
  'authorization.unusedRoles',
  'team',
  'workPlanBidRanks',
  'externalContactsSettings',
  'groups',
  'customAttributes',
  'profileSkills',
  'certifications',
  'locations',
  'skills',
  'languages',
  'languagePreference',
  'employerInfo',
  'biography',
  'dateLastLogin',
  'dateWelcomeSent'
] as const

const ownExpansions = [
  ...userExpansions,
  'date',
  'geolocationsettings',
  'organization',
  'presencedefinitions',
  'divisionedpresencedefinitions',
  'locationdefinitions',
  'orgauthorization',
  'orgproducts',
  'favorites',
  'superiors',
  'directreports',
  'adjacents',
  'routingskills',
  'routinglanguages',
  'fieldconfigs',
  'token',
  'trustors',
  'logCapture',
  'autoanswersettings'
] as const

/** The people of the organisation. */
export const userRoutes = (world: World, credentials: CredentialStore, needs: Needs): Hono<Environment> => {
  const { organisation, clock } = world
  const userBody = (user: User, expand: ReadonlySet<string>) =>
    ({
      id: user.id,
      name: user.name,
      division: divisionRef(organisation.division),
      email: user.email,
      username: user.email,
      state: 'active',
      version: 1,
      acdAutoAnswer: false,
      authorization: expand.has('authorization') ? userAuthorization(credentials.grantsOfUser(user)) : undefined,
      routingStatus: expand.has('routingStatus') ? routingStatusBody(world, user) : undefined,
      selfUri: `/api/v2/users/${user.id}`
    }) satisfies Answer<Models.User>

  const routes = new Hono<Environment>()

  routes.get('/me', needs({ token: 'documentedUser' }), (c) => {
    const user = requestingUser(c)
    const expand = readExpand(c, ownExpansions)
    const body: Answer<Models.UserMe> = {
      ...userBody(user, expand),
      date: expand.has('date') ? { currentDate: isoTime(clock.now()) } : undefined,
      organization: expand.has('organization') ? organisationBody(organisation) : undefined,
      orgAuthorization: expand.has('orgauthorization') ? credentials.roles().map((role) => roleBody(role, undefined)) : undefined,
      token: expand.has('token') ? tokenInfo(organisation, c.var.credential) : undefined
    }
    return c.json(body)
  })

  routes.get('/', needs({ token: 'any' }), (c) => {
    const paging = readPaging(c)
    const expand = readExpand(c, userExpansions)
    const ids = (c.req.queries('id') ?? []).flatMap((value) => value.split(','))
    const found = organisation.users.filter(({ id }) => ids.length === 0 || ids.includes(id))
    const body: Answer<Models.UserEntityListing> = {
      entities: pageOf(found, paging).map((user) => userBody(user, expand)),
      pageSize: paging.pageSize,
      pageNumber: paging.pageNumber,
      pageCount: Math.ceil(found.length / paging.pageSize),
      total: found.length,
      selfUri: '/api/v2/users'
    }
    return c.json(body)
  })

  routes.get('/:userId', needs({ token: 'any' }), (c) => {
    const id = pathId(c, 'userId')
    const user = organisation.users.find((candidate) => candidate.id === id)
    if (user === undefined) throw new Refusal(documented.notFound, `This organisation has no user ${id}.`)
    return c.json(userBody(user, readExpand(c, userExpansions)))
  })
  return routes
}
