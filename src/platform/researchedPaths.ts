/** Words of paths about customers’ messages: of the published operations, and of the invented ones that are passed around. */
const messagingWords: ReadonlySet<string> = new Set([
  'chat',
  'chats',
  'conversation',
  'conversations',
  'followup',
  'guest',
  'guests',
  'message',
  'messages',
  'messaging',
  'messenger',
  'proactive',
  'sms',
  'webchat',
  'webdeployments',
  'webmessage',
  'webmessages',
  'webmessaging',
  'whatsapp'
])

/** Words that say that it is about something else all the same. */
const otherWords: ReadonlySet<string> = new Set([
  'callbacks',
  'calls',
  'emails',
  'notifications',
  'receipt',
  'recordings',
  'routing',
  'users'
])

const wordsOf = (apiPath: string): readonly string[] => apiPath.toLowerCase().split(/[^a-z]+/)

/** True for a path about conversations that people write in. Calls, callbacks and e-mail have operations of their own for what messages lack. */
export const isAboutMessaging = (apiPath: string): boolean => {
  const words = wordsOf(apiPath)
  return words.some((word) => messagingWords.has(word)) && !words.some((word) => otherWords.has(word))
}

/** The areas whose endpoints were looked into one by one. */
const areas = /^\/api\/v2\/(?:conversations?|chats?|web-?chat|web-?messaging|webdeployments|messag\w*|proactive\w*)(?:\/|$)/i

/**
 * True for a path in an area around messaging, where what neither the SDK nor the published OpenAPI has does not exist. Elsewhere an endpoint that is
 * not published may be one of Genesys’ own: its streaming client posts to /api/v2/diagnostics/trace, which no list has.
 */
export const isResearched = (apiPath: string): boolean => areas.test(apiPath) || isAboutMessaging(apiPath)
