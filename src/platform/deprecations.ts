import { findOperation, isDeprecated, type Operation } from './operations'

/** What is documented of an operation that is still there and is to be left. */
export interface Deprecation {
  /** What is named in its place; empty where nothing is. */
  readonly successors: readonly Operation[]
  /** Why nothing is, where that is said: a sentence. */
  readonly reason: string | undefined
}

/** A path that has moved, with all that is below it: the operations keep their methods. */
interface Move {
  readonly from: string
  readonly to: string
}

const workforce = '/api/v2/workforcemanagement'
const unit = `${workforce}/managementunits/{managementUnitId}`
const business = `${workforce}/businessunits/{businessUnitId}`

const moves: readonly Move[] = [
  { from: '/api/v2/messaging/settings', to: '/api/v2/conversations/messaging/settings' },
  { from: '/api/v2/messaging/supportedcontent', to: '/api/v2/conversations/messaging/supportedcontent' },
  { from: '/api/v2/routing/queues/{queueId}/users', to: '/api/v2/routing/queues/{queueId}/members' },
  { from: '/api/v2/presencedefinitions', to: '/api/v2/presence/definitions' },
  { from: '/api/v2/languages', to: '/api/v2/routing/languages' },
  { from: `${unit}/timeofflimits`, to: `${business}/timeofflimits` },
  { from: `${unit}/timeoffplans`, to: `${business}/timeoffplans` },
  { from: `${unit}/activitycodes`, to: `${business}/activitycodes` }
]

const participant = '/api/v2/conversations/{conversationId}/participants/{participantId}'
const callParticipant = '/api/v2/conversations/calls/{conversationId}/participants/{participantId}'
const inboundOpen = '/api/v2/conversations/messages/{integrationId}/inbound/open'
const organisationSettings = '/api/v2/organizations/authentication/settings'

/** `METHOD path` of a deprecated operation → those of its successors, for what has not just moved. */
const successors: Readonly<Record<string, readonly string[]>> = {
  'POST /api/v2/conversations/messages/inbound/open': [
    `POST ${inboundOpen}/message`,
    `POST ${inboundOpen}/event`,
    `POST ${inboundOpen}/receipt`
  ],
  'POST /api/v2/conversations/messaging/integrations/whatsapp': [
    'POST /api/v2/conversations/messaging/integrations/whatsapp/embeddedsignup'
  ],
  [`POST ${participant}/replace`]: [
    `POST ${participant}/transfer`,
    `POST ${participant}/replace/agent`,
    `POST ${participant}/replace/queue`,
    `POST ${participant}/replace/contact/external`
  ],
  [`POST ${participant}/replace/external`]: [`POST ${participant}/replace/contact/external`],
  [`POST ${callParticipant}/consult`]: [
    `POST ${callParticipant}/voice/consult`,
    `POST ${callParticipant}/consult/agent`,
    `POST ${callParticipant}/consult/queue`,
    `POST ${callParticipant}/consult/contact/external`
  ],
  [`POST ${callParticipant}/consult/external`]: [`POST ${callParticipant}/consult/contact/external`],
  'POST /api/v2/outbound/campaigns/{campaignId}/callback/schedule': [`POST ${participant}/callbacks`],
  'POST /api/v2/externalcontacts/identifierlookup': ['POST /api/v2/externalcontacts/identifierlookup/contacts'],
  'POST /api/v2/externalcontacts/merge/contacts': ['POST /api/v2/externalcontacts/contacts/merge'],
  'GET /api/v2/analytics/botflows/{botFlowId}/reportingturns': ['GET /api/v2/analytics/botflows/{botFlowId}/divisions/reportingturns'],
  'POST /api/v2/flows/datatables/{datatableId}/import/jobs': ['POST /api/v2/flows/datatables/{datatableId}/import/csv/jobs'],
  'GET /api/v2/authorization/divisionspermitted/me': ['GET /api/v2/authorization/divisionspermitted/paged/me'],
  'GET /api/v2/authorization/divisionspermitted/paged/{subjectId}': ['GET /api/v2/authorization/divisionspermitted/paged/me'],
  'GET /api/v2/integrations/credentials': ['GET /api/v2/integrations/credentials/listing'],
  'GET /api/v2/groups/{groupId}/profile': ['GET /api/v2/groups'],
  'GET /api/v2/profiles/groups': ['GET /api/v2/groups'],
  'GET /api/v2/profiles/users': ['GET /api/v2/users'],
  'GET /api/v2/users/{userId}/profile': ['GET /api/v2/users'],
  'GET /api/v2/organizations/embeddedintegration': [`GET ${organisationSettings}`],
  'PUT /api/v2/organizations/embeddedintegration': [`PATCH ${organisationSettings}`],
  'GET /api/v2/organizations/ipaddressauthentication': [`GET ${organisationSettings}`],
  'PUT /api/v2/organizations/ipaddressauthentication': [`PATCH ${organisationSettings}`],
  'GET /api/v2/organizations/whitelist': [`GET ${organisationSettings}`],
  'PUT /api/v2/organizations/whitelist': [`PATCH ${organisationSettings}`],
  [`POST ${business}/timeofflimits/values/query`]: [`POST ${business}/timeofflimits/{timeOffLimitId}/values/query`],
  [`POST ${unit}/timeofflimits/values/query`]: [`POST ${business}/timeofflimits/{timeOffLimitId}/values/query`],
  [`GET ${unit}/agents/{agentId}/shifttrades`]: [`POST ${business}/shifttrading/trades/query/jobs`],
  [`GET ${unit}/shifttrades/matched`]: [`POST ${business}/shifttrading/weeks/summary/jobs`],
  [`GET ${unit}/weeks/{weekDateId}/shifttrades`]: [`POST ${business}/shifttrading/trades/evaluate/jobs`],
  [`POST ${unit}/weeks/{weekDateId}/shifttrades`]: [`POST ${workforce}/shifttrading/trades/jobs`],
  [`POST ${unit}/weeks/{weekDateId}/shifttrades/search`]: [`POST ${business}/shifttrading/unmatched/search/jobs`],
  [`POST ${unit}/weeks/{weekDateId}/shifttrades/state/bulk`]: [`POST ${business}/shifttrading/trades/state/bulk/jobs`],
  [`PATCH ${unit}/weeks/{weekDateId}/shifttrades/{tradeId}`]: [`POST ${workforce}/shifttrading/trades/{tradeId}/jobs`],
  [`POST ${unit}/weeks/{weekDateId}/shifttrades/{tradeId}/match`]: [`POST ${workforce}/shifttrading/trades/{tradeId}/match/jobs`],
  [`GET ${workforce}/shifttrades`]: [`POST ${workforce}/shifttrading/trades/mine/query/jobs`]
}

/** Why a path, and what is below it, has no successor. */
const reasons: readonly (readonly [path: string, reason: string])[] = [
  ['/api/v2/conversations/cobrowsesessions', 'Legacy co-browse is being removed.'],
  ['/api/v2/conversations/screenshares', 'Legacy screen sharing is being removed.'],
  ['/api/v2/conversations/{conversationId}/suggestions/feedback', 'Google Agent Assist is no longer supported.'],
  ['/api/v2/journey/actiontargets', 'ACD chat in predictive engagement is being removed.'],
  ['/api/v2/journey', 'Journey outcomes are being removed.'],
  ['/api/v2/license/toggles', 'It has no effect any more, and needs no successor.'],
  ['/api/v2/mobiledevices', 'Its documentation points to the web messaging operations.'],
  [`${unit}/timeofflimits`, 'The default limit can no longer be updated.'],
  [`${unit}/weeks/{weekId}/schedules`, 'Its documentation points to the business unit’s operations.']
]

const isAtOrBelow = (path: string, top: string): boolean => path === top || path.startsWith(`${top}/`)

const operationNamed = (name: string): readonly Operation[] => {
  const [method = '', path = ''] = name.split(' ')
  const operation = findOperation(method, path)
  return operation ? [{ method: operation.method, path: operation.path }] : []
}

const successorsOf = ({ method, path }: Operation): readonly Operation[] => {
  const named = successors[`${method} ${path}`]
  if (named) return named.flatMap(operationNamed)
  const move = moves.find(({ from }) => isAtOrBelow(path, from))
  return move ? operationNamed(`${method} ${move.to}${path.slice(move.from.length)}`) : []
}

/**
 * What is documented of a deprecated operation; `undefined` for one that is not. `path` is the template. Source: operation texts of SDK 262; that
 * /messaging/settings is an older name of /conversations/messaging/settings is in the published OpenAPI.
 */
export const deprecationOf = (operation: Operation): Deprecation | undefined => {
  if (!isDeprecated(operation)) return undefined
  const found = successorsOf(operation)
  const reason = found.length === 0 ? reasons.find(([path]) => isAtOrBelow(operation.path, path))?.[1] : undefined
  return { successors: found, reason }
}
