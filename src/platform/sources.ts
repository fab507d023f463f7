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
  optOut: { label: 'Genesys help: SMS opt-out', url: 'https://help.mypurecloud.com/?p=152244' },
  whatsAppErrors: { label: 'Genesys help: WhatsApp delivery errors', url: 'https://help.mypurecloud.com/?p=301564' },
  metaErrors: {
    label: 'Meta’s public list of WhatsApp error codes',
    url: 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes'
  },
  undelivered: {
    label: 'Genesys blueprint: send an email notification when an outbound message fails',
    url: 'https://github.com/GenesysCloudBlueprints'
  },
  openMessaging: { label: 'Genesys developer center: open messaging', url: 'https://developer.genesys.cloud/' },
  structuredResponse: {
    label: 'Genesys community: send an inbound structured open response message',
    url: 'https://community.genesys.com/discussion/send-an-inbound-structured-open-response-message'
  },
  noDisconnectEvent: {
    label: 'Genesys community: agent disconnect event in the open messaging webhook',
    url: 'https://community.genesys.com/discussion/inquiry-about-agent-disconnect-event-in-open-messaging-webhook'
  },
  externalContacts: { label: 'Genesys FAQ: external contacts', url: 'https://help.mypurecloud.com/' },
  transportSdk: {
    label: 'genesys-messenger-transport-mobile-sdk: guest error codes and session states',
    url: 'https://github.com/MyPureCloud/genesys-messenger-transport-mobile-sdk'
  },
  guestApi: { label: 'Guest API documentation, quoted by third parties', url: 'https://developer.genesys.cloud/' },
  goClient: { label: 'gildas/go-gcloudcx: errors seen in the wild', url: 'https://github.com/gildas/go-gcloudcx' },
  bashQuoting: { label: 'Bash reference manual: quoting', url: 'https://www.gnu.org/software/bash/manual/html_node/Quoting.html' },
  powerShellQuoting: {
    label: 'PowerShell: about_Quoting_Rules',
    url: 'https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_quoting_rules'
  },
  windowsArguments: {
    label: 'Microsoft C: parsing command-line arguments',
    url: 'https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments'
  },
  workMessages: help('work-message-interactions', 'work with message interactions'),
  whatsAppWindow: { label: 'Genesys help: message limits and the WhatsApp window', url: 'https://help.mypurecloud.com/?p=174625' },
  onBehalfOfQueue: help('send-an-outbound-message-on-behalf-of-a-queue', 'send an outbound message on behalf of a queue')
} as const satisfies Readonly<Record<string, Source>>
