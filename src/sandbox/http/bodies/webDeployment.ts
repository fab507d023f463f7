// The bodies with which web deployments and their configurations are written.
import * as z from 'zod/mini'
import { defaultMessenger, type ConversationSettings, type Messenger, type MessengerConfiguration } from '../../organisation/webDeployment'
import { notImplemented, Refusal } from '../../refusal'

const readOnly = z.optional(z.unknown())
const toggle = z.optional(z.strictObject({ enabled: z.optional(z.boolean()) }))

const conversationApp = z.strictObject({
  enabled: z.optional(z.boolean()),
  showAgentTypingIndicator: z.optional(z.boolean()),
  showUserTypingIndicator: z.optional(z.boolean()),
  autoStart: toggle,
  markdown: toggle,
  conversationDisconnect: z.optional(z.strictObject({ enabled: z.optional(z.boolean()), type: z.optional(z.enum(['Send', 'ReadOnly'])) })),
  conversationClear: toggle,
  humanize: z.optional(z.looseObject({})),
  notifications: z.optional(z.looseObject({ enabled: z.optional(z.boolean()) })),
  sessionDurationSeconds: z.optional(z.int().check(z.positive()))
})

const messenger = z.strictObject({
  enabled: z.optional(z.boolean()),
  styles: z.optional(z.looseObject({ primaryColor: z.optional(z.string()) })),
  launcherButton: z.optional(z.looseObject({ visibility: z.optional(z.enum(['On', 'Off', 'OnDemand'])) })),
  fileUpload: z.optional(
    z.strictObject({
      enableAttachments: z.optional(z.boolean()),
      modes: z.optional(
        z.array(
          z.strictObject({
            fileTypes: z.optional(z.array(z.string())),
            maxFileSizeKB: z.optional(z.int().check(z.positive()))
          })
        )
      )
    })
  ),
  apps: z.optional(z.looseObject({ conversations: z.optional(conversationApp) })),
  homeScreen: z.optional(z.looseObject({})),
  sessionPersistenceType: z.optional(z.enum(['AcrossSubdomains', 'DomainOrSubdomainOnly']))
})

/** Parts of a configuration that a body may have and the sandbox does not keep. */
const notKept = ['customI18nLabels', 'position', 'supportCenter', 'cobrowse', 'journeyEvents', 'authenticationSettings', 'video'] as const

/** `WebDeploymentConfigurationVersion`. */
export const configurationVersion = z.strictObject({
  id: readOnly,
  name: z.string(),
  version: readOnly,
  headlessMode: toggle,
  description: z.optional(z.string()),
  languages: z.optional(z.array(z.string())),
  defaultLanguage: z.optional(z.string()),
  messenger: z.optional(messenger),
  customI18nLabels: readOnly,
  position: readOnly,
  supportCenter: readOnly,
  cobrowse: readOnly,
  journeyEvents: readOnly,
  authenticationSettings: readOnly,
  video: readOnly,
  dateCreated: readOnly,
  dateModified: readOnly,
  datePublished: readOnly,
  lastModifiedUser: readOnly,
  createdUser: readOnly,
  publishedUser: readOnly,
  status: readOnly,
  selfUri: readOnly
})

const conversationsOf = (app: z.infer<typeof conversationApp> = {}): ConversationSettings => {
  const usual = defaultMessenger.conversations
  const disconnect = app.conversationDisconnect
  return {
    enabled: app.enabled ?? usual.enabled,
    showAgentTyping: app.showAgentTypingIndicator ?? usual.showAgentTyping,
    showUserTyping: app.showUserTypingIndicator ?? usual.showUserTyping,
    autoStart: app.autoStart?.enabled ?? usual.autoStart,
    markdown: app.markdown?.enabled ?? usual.markdown,
    disconnect: disconnect?.enabled === true ? (disconnect.type ?? 'Send') : 'off',
    clear: app.conversationClear?.enabled ?? usual.clear,
    pushNotifications: app.notifications?.enabled ?? usual.pushNotifications,
    sessionDurationSeconds: app.sessionDurationSeconds ?? usual.sessionDurationSeconds
  }
}

const messengerOf = ({ enabled, styles, launcherButton, fileUpload, apps }: z.infer<typeof messenger> = {}): Messenger => {
  const mode = fileUpload?.modes?.[0]
  return {
    enabled: enabled ?? defaultMessenger.enabled,
    primaryColor: styles?.primaryColor,
    launcherVisibility: launcherButton?.visibility ?? defaultMessenger.launcherVisibility,
    uploads: {
      enabled: fileUpload?.enableAttachments ?? (mode !== undefined || fileUpload === undefined),
      fileTypes: mode?.fileTypes ?? defaultMessenger.uploads.fileTypes,
      maxFileSizeKB: mode?.maxFileSizeKB ?? defaultMessenger.uploads.maxFileSizeKB
    },
    conversations: conversationsOf(apps?.conversations)
  }
}

/** What a body says; what it leaves out is as it would be in a new configuration. */
export const settingsOf = (body: z.infer<typeof configurationVersion>): MessengerConfiguration => {
  const unknown = notKept.find((field) => body[field] !== undefined && body[field] !== null)
  if (unknown !== undefined) {
    throw new Refusal(notImplemented, `The sandbox does not keep ${unknown} of a configuration. Leave it out.`, { field: unknown })
  }
  return {
    name: body.name,
    description: body.description,
    languages: body.languages ?? ['en-us'],
    defaultLanguage: body.defaultLanguage ?? 'en-us',
    headless: body.headlessMode?.enabled ?? false,
    messenger: messengerOf(body.messenger)
  }
}

/** `WebDeployment`. */
export const webDeployment = z.strictObject({
  id: readOnly,
  name: z.string(),
  description: z.optional(z.string()),
  allowAllDomains: z.optional(z.boolean()),
  allowedDomains: z.optional(z.array(z.string())),
  supportedContent: z.optional(z.looseObject({ id: z.string() })),
  snippet: readOnly,
  dateCreated: readOnly,
  dateModified: readOnly,
  lastModifiedUser: readOnly,
  flow: z.optional(z.looseObject({ id: z.string() })),
  status: z.optional(z.enum(['Pending', 'Active', 'Inactive', 'Error', 'Deleting'])),
  pushIntegrations: z.optional(z.array(z.looseObject({}))),
  configuration: z.looseObject({ id: z.string(), version: z.optional(z.string()) }),
  selfUri: readOnly
})
