import { customerLeg, messengerTypeOf, type Conversation } from '../../model/conversation'
import { known, unknown, type Fact, type Unknown } from '../../model/fact'
import type { Instant } from '../../model/instant'
import type { Listing } from '../../model/listing'
import { findMessagingOperation } from '../../platform/messagingOperations'
import type { Api } from '../api'
import { readFact } from '../fact'
import type { OrganisationFacts } from '../organisationFacts'
import { bodyOf } from '../signIn'
import { readOutboundTypes } from '../wire/media'

type Senders = Pick<OrganisationFacts, 'deployments' | 'integrations' | 'smsNumbers'>

/** The permission that a read is refused for, as a sentence that says what settles it. */
const settled = ({ why, withheld }: Unknown, path: string): string => {
  const permissions = findMessagingOperation('GET', path)?.permissions
  return withheld === 'notPermitted' && permissions !== undefined && 'names' in permissions
    ? `${why} What settles it is the permission ${permissions.names.join(permissions.kind === 'anyOf' ? ' or ' : ' and ')}.`
    : why
}

interface Sender {
  readonly supportedContentId?: string
}

/** What the organisation has under an address, in a listing; `undefined` where it has nothing. One that was not read whole may have it further on. */
const senderIn = <Row extends Sender>(read: Fact<Listing<Row>>, isIt: (row: Row) => boolean, path: string): Fact<string | undefined> => {
  if (!read.known) return unknown(settled(read, path), read.withheld)
  const found = read.value.rows.find(isIt)
  if (found === undefined && !read.value.isComplete) return unknown(`GET ${path} has more rows than were read.`)
  return known(found?.supportedContentId, read.from)
}

/** The supported content profile of what the organisation has under the address that the customer wrote to; `undefined` where it has none of its own. */
const profileOf = async (
  conversation: Conversation,
  { deployments, integrations, smsNumbers }: Senders,
  signal: AbortSignal | undefined
): Promise<Fact<string | undefined>> => {
  const address = customerLeg(conversation)?.leg.toAddress
  switch (messengerTypeOf(conversation)) {
    case 'webmessaging': {
      const read = await deployments(signal)
      const listing = read.known ? known({ rows: read.value, isComplete: true }, read.from) : read
      return senderIn(listing, ({ id }) => id === address, '/api/v2/webdeployments/deployments')
    }
    case 'sms':
      return senderIn(await smsNumbers(signal), ({ phoneNumber }) => phoneNumber === address, '/api/v2/routing/sms/phonenumbers')
    default:
      return senderIn(await integrations(signal), ({ id }) => id === address, '/api/v2/conversations/messaging/integrations')
  }
}

/**
 * The media types and ranges of them that may be sent to the customer of a conversation: the supported content profile of what it is sent from, else
 * the organisation’s default one. Where a permission is missing, the reason names it.
 */
export const readOutboundMedia = async (
  api: Api,
  senders: Senders,
  conversation: Conversation,
  now: () => Instant,
  signal?: AbortSignal
): Promise<Fact<readonly string[]>> => {
  const profile = await profileOf(conversation, senders, signal)
  if (!profile.known) return unknown(`Which profile holds is not known. ${profile.why}`, profile.withheld)
  const path = `/api/v2/conversations/messaging/supportedcontent/${profile.value === undefined ? 'default' : '{supportedContentId}'}`
  const types = await readFact(`GET ${path}`, now, async () =>
    readOutboundTypes(bodyOf('Reading the supported content', await api.supportedContent(profile.value, signal)))
  )
  return types.known ? types : unknown(settled(types, path), types.withheld)
}
