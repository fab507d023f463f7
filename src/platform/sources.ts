/** Where a fact about the platform was read. */
export interface Source {
  readonly label: string
  readonly url?: string
}

const help = (slug: string, title: string): Source => ({
  label: `Genesys help: ${title}`,
  url: `https://help.mypurecloud.com/articles/${slug}`
})
/** The sources that our statements rest on. A statement names them by these keys, so that a source is written once. */
export const sources = {
  sdk: {
    label: 'purecloud-platform-client-v2 262.0.0: operations and models',
    url: 'https://www.npmjs.com/package/purecloud-platform-client-v2'
  },
  models: {
    label: 'platform-client-sdk-dotnet 270.0.0: field documentation',
    url: 'https://github.com/MyPureCloud/platform-client-sdk-dotnet'
  },
  openapi: { label: 'Genesys Cloud published OpenAPI, July 2026', url: 'https://developer.genesys.cloud/' },
  agentlessGuide: {
    label: 'Genesys developer blog, 27 September 2024: agentless SMS API',
    url: 'https://github.com/MyPureCloud/developer-center-blog'
  },
  threading: help('messaging-threading-timeline', 'messaging threading timeline'),
  workMessages: help('work-message-interactions', 'work with message interactions'),
  whatsAppWindow: { label: 'Genesys help: message limits and the WhatsApp window', url: 'https://help.mypurecloud.com/?p=174625' },
  onBehalfOfQueue: help('send-an-outbound-message-on-behalf-of-a-queue', 'send an outbound message on behalf of a queue')
} as const satisfies Readonly<Record<string, Source>>
