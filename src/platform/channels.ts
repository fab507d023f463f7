/** What the platform documents of a messaging channel. */
export interface Channel {
  /** As the platform writes it. */
  readonly messengerType: string
  readonly label: string
  /** The agent’s send is documented for it. KakaoTalk, Telegram and others are only named in other enums. */
  readonly agentSend: boolean
  /** `toAddressMessengerType` of `POST /conversations/messages/agentless` lists it. */
  readonly agentless: boolean
  /** `toAddressMessengerType` of `POST /conversations/messages` lists it. */
  readonly outbound: boolean
  /** The longest text, in characters, that a send may carry. */
  readonly textLimit: number
  /**
   * What agentless makes of a template: WhatsApp needs one (`messagingTemplate`), Apple sends an invitation by one. Absent: it is documented for no
   * other channel.
   */
  readonly agentlessTemplate?: 'required' | 'invitation'
  /** The agent’s send names this channel’s templates (`AdditionalMessage.messagingTemplate`). */
  readonly agentTemplate?: true
  /** Above this many characters the field documentation and the limits disagree: worth a warning. */
  readonly textCaution?: number
}

/**
 * Sources: enums `SendAgentlessOutboundMessageRequest.toAddressMessengerType` and `CreateOutboundMessagingConversationRequest.toAddressMessengerType`
 * (platform-client-sdk-dotnet 270.0.0); text limits: error text of `invalid.webmessaging.text.body` (under 4,000), field documentation
 * (SMS 765, others 2,000) and Genesys help ?p=174625.
 */
const channels: readonly Channel[] = [
  {
    messengerType: 'webmessaging',
    label: 'web messaging',
    agentSend: true,
    agentless: true,
    outbound: false,
    textLimit: 3999,
    textCaution: 2000
  },
  { messengerType: 'sms', label: 'SMS', agentSend: true, agentless: true, outbound: true, textLimit: 765 },
  {
    messengerType: 'whatsapp',
    label: 'WhatsApp',
    agentSend: true,
    agentless: true,
    outbound: true,
    textLimit: 4000,
    agentlessTemplate: 'required',
    agentTemplate: true,
    textCaution: 2000
  },
  { messengerType: 'open', label: 'open messaging', agentSend: true, agentless: true, outbound: true, textLimit: 4000, textCaution: 2000 },
  {
    messengerType: 'apple',
    label: 'Apple Messages',
    agentSend: true,
    agentless: true,
    outbound: false,
    textLimit: 2000,
    agentlessTemplate: 'invitation'
  },
  { messengerType: 'facebook', label: 'Facebook Messenger', agentSend: true, agentless: false, outbound: false, textLimit: 2000 },
  { messengerType: 'instagram', label: 'Instagram', agentSend: true, agentless: false, outbound: false, textLimit: 1000 },
  { messengerType: 'twitter', label: 'X (Twitter)', agentSend: true, agentless: false, outbound: false, textLimit: 2000 },
  { messengerType: 'line', label: 'LINE', agentSend: true, agentless: false, outbound: false, textLimit: 2000 },
  { messengerType: 'kakao', label: 'KakaoTalk', agentSend: false, agentless: false, outbound: false, textLimit: 2000 },
  { messengerType: 'telegram', label: 'Telegram', agentSend: false, agentless: false, outbound: false, textLimit: 2000 }
]

const byType = new Map(channels.map((channel) => [channel.messengerType, channel]))

/** The channel behind the platform's word, in any case; `undefined` for one that is not known here, which is then shown raw. */
export const findChannel = (messengerType: string): Channel | undefined => byType.get(messengerType.toLowerCase())

export const agentlessChannels: readonly string[] = channels.filter(({ agentless }) => agentless).map(({ messengerType }) => messengerType)
export const outboundChannels: readonly string[] = channels.filter(({ outbound }) => outbound).map(({ messengerType }) => messengerType)

/** A channel's name for people; one that is not known here keeps the platform's word. */
export const channelLabel = (messengerType: string | undefined): string =>
  messengerType === undefined ? 'channel not known' : (findChannel(messengerType)?.label ?? messengerType)
