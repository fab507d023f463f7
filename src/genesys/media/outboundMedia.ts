import { customerLeg, messengerTypeOf, type Conversation } from '../../model/conversation'
import { known, unknown, type Fact } from '../../model/fact'
import type { Instant } from '../../model/instant'
import type { Api } from '../api'
import { readFact } from '../fact'
import type { OrganisationFacts } from '../organisationFacts'
import { bodyOf } from '../signIn'
import { readOutboundTypes } from '../wire/media'

type Senders = Pick<OrganisationFacts, 'deployments' | 'integrations' | 'smsNumbers'>

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
      return read.known ? known(read.value.find(({ id }) => id === address)?.supportedContentId, read.from) : read
    }
    case 'sms': {
      const read = await smsNumbers(signal)
      return read.known ? known(read.value.rows.find(({ phoneNumber }) => phoneNumber === address)?.supportedContentId, read.from) : read
    }
    default: {
      const read = await integrations(signal)
      return read.known ? known(read.value.rows.find(({ id }) => id === address)?.supportedContentId, read.from) : read
    }
  }
}

/**
 * The media types and ranges of them that may be sent to the customer of a conversation: the supported content profile of what it is sent from, else
 * the organisation’s default one.
 */
export const readOutboundMedia = async (
  api: Api,
  senders: Senders,
  conversation: Conversation,
  now: () => Instant,
  signal?: AbortSignal
): Promise<Fact<readonly string[]>> => {
  const profile = await profileOf(conversation, senders, signal)
  if (!profile.known) return unknown(`Which profile holds is not known. ${profile.why}`)
  const source = `GET /api/v2/conversations/messaging/supportedcontent/${profile.value === undefined ? 'default' : '{supportedContentId}'}`
  return readFact(source, now, async () =>
    readOutboundTypes(bodyOf('Reading the supported content', await api.supportedContent(profile.value, signal)))
  )
}
