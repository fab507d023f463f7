const channelIcons: ReadonlyMap<string, string> = new Map([
  ['webmessaging', 'globe'],
  ['sms', 'device-mobile'],
  ['whatsapp', 'comment-discussion'],
  ['open', 'plug'],
  ['facebook', 'thumbsup'],
  ['instagram', 'device-camera'],
  ['apple', 'comment']
])

/** The codicon of a channel. */
export const channelIcon = (messengerType: string | undefined): string => channelIcons.get(messengerType ?? '') ?? 'comment'
