import type { Models } from 'purecloud-platform-client-v2'
import type { MessagingSetting, SupportedContent } from '../../organisation/messagingConfiguration'
import type { Organisation } from '../../organisation/organisation'
import { isoTime, type Answer } from '../answers'

const base = '/api/v2/conversations/messaging'

const mediaTypes = ({ inbound, outbound }: SupportedContent): Answer<Models.MediaTypes> => ({
  allow: { inbound: inbound.map((type) => ({ type })), outbound: outbound.map((type) => ({ type })) }
})

/** As `GET …/supportedcontent/{supportedContentId}` answers it. */
export const supportedContentBody = (profile: SupportedContent): Answer<Models.SupportedContent> => ({
  id: profile.id,
  name: profile.name,
  dateCreated: isoTime(profile.created),
  dateModified: isoTime(profile.modified),
  version: profile.version,
  mediaTypes: mediaTypes(profile),
  selfUri: `${base}/supportedcontent/${profile.id}`
})

/** How others refer to a profile: its id, and the rest where it was asked for. */
export const supportedContentReference = (
  { supportedContent }: Organisation,
  id: string,
  expanded: boolean
): Answer<Models.SupportedContentReference> => {
  const profile = expanded ? supportedContent.profiles.find((candidate) => candidate.id === id) : undefined
  return { id, selfUri: `${base}/supportedcontent/${id}`, ...(profile && { name: profile.name, mediaTypes: mediaTypes(profile) }) }
}

const content = ({ storyMentions, storyReplies }: MessagingSetting): Answer<Models.ContentSetting> => ({
  story: { mention: { inbound: storyMentions }, reply: { inbound: storyReplies } }
})

/** As `GET …/settings/{messageSettingId}` answers it. */
export const messagingSettingBody = (setting: MessagingSetting): Answer<Models.MessagingSetting> => ({
  id: setting.id,
  name: setting.name,
  dateCreated: isoTime(setting.created),
  dateModified: isoTime(setting.modified),
  version: String(setting.version),
  content: content(setting),
  event: { typing: { on: setting.typing } },
  selfUri: `${base}/settings/${setting.id}`
})

export const messagingSettingReference = (
  { messagingSettings }: Organisation,
  id: string,
  expanded: boolean
): Answer<Models.MessagingSettingReference> => {
  const setting = expanded ? messagingSettings.profiles.find((candidate) => candidate.id === id) : undefined
  return setting ? messagingSettingBody(setting) : { id, selfUri: `${base}/settings/${id}` }
}
