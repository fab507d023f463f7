import { coversMediaType } from './messagingConfiguration'
import type { Organisation } from './organisation'

/** The id of the supported content profile that holds for what is sent from this address; the default one where the address names none. */
const profileIdOf = ({ integrations, smsNumbers, deployments, supportedContent }: Organisation, businessAddress: string): string => {
  const channel =
    integrations.find(({ id }) => id === businessAddress) ??
    smsNumbers.find(({ phoneNumber }) => phoneNumber === businessAddress) ??
    deployments.find(({ id }) => id === businessAddress)
  return channel?.supportedContentId ?? supportedContent.defaultId
}

/** Whether a file of this type may be sent from this address. */
export const takesMediaType = (organisation: Organisation, businessAddress: string, mediaType: string): boolean => {
  const id = profileIdOf(organisation, businessAddress)
  const profile = organisation.supportedContent.profiles.find((candidate) => candidate.id === id)
  return profile !== undefined && coversMediaType(profile.outbound, mediaType)
}
