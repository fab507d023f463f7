import type { Flow } from './flow'

/** Where guests write from: a page or an app that has the Messenger. */
export interface WebDeployment {
  readonly id: string
  readonly name: string
  readonly description?: string | undefined
  readonly status: 'Active' | 'Inactive'
  readonly configurationId: string
  /** `1` unless it says otherwise. */
  readonly configurationVersion?: string
  readonly flow: Flow
  readonly created: number
  /** Absent: as it was made. */
  readonly modified?: number
  /** Web origins that guests may come from. Absent: all. */
  readonly allowedDomains?: readonly string[] | undefined
  readonly supportedContentId?: string | undefined
  /** Whether guests become external contacts. Absent: they do. */
  readonly resolvesIdentities?: boolean
}

/** The part of `WebDeploymentConfigurationVersion` that the sandbox keeps. */
export interface MessengerConfiguration {
  readonly name: string
  readonly description?: string | undefined
  readonly languages: readonly string[]
  readonly defaultLanguage: string
  readonly headless: boolean
  readonly messenger: Messenger
}

export interface Messenger {
  readonly enabled: boolean
  readonly primaryColor?: string | undefined
  readonly launcherVisibility: 'On' | 'Off' | 'OnDemand'
  readonly uploads: { readonly enabled: boolean; readonly fileTypes: readonly string[]; readonly maxFileSizeKB: number }
  readonly conversations: ConversationSettings
}

/** What guests notice of a conversation. */
export interface ConversationSettings {
  readonly enabled: boolean
  readonly showAgentTyping: boolean
  readonly showUserTyping: boolean
  readonly autoStart: boolean
  readonly markdown: boolean
  /** What a guest is told when the conversation ends: nothing, that it ended, or that it ended and the session takes no more messages. */
  readonly disconnect: 'off' | 'Send' | 'ReadOnly'
  /** Whether a guest may clear the conversation. */
  readonly clear: boolean
  readonly pushNotifications: boolean
  /** How long a guest’s session lasts after its last message. */
  readonly sessionDurationSeconds: number
}

/** A published state of a configuration. It never changes again. */
export interface ConfigurationVersion {
  /** `1`, `2`, … */
  readonly version: string
  readonly settings: MessengerConfiguration
  readonly created: number
  readonly published: number
}

/** What the Messenger looks like and how it behaves; deployments name one of its published versions. */
export interface WebDeploymentConfiguration {
  readonly id: string
  readonly created: number
  readonly draft: { readonly settings: MessengerConfiguration; readonly modified: number }
  readonly versions: readonly ConfigurationVersion[]
}

/**
 * What a configuration has when nobody has changed it. Sources: Genesys help (conversation disconnect and clear are off; a session lasts three
 * days); published OpenAPI, `FileUploadMode.fileTypes`.
 */
export const defaultMessenger: Messenger = {
  enabled: true,
  launcherVisibility: 'On',
  uploads: { enabled: true, fileTypes: ['image/jpeg', 'image/gif', 'image/png'], maxFileSizeKB: 10_240 },
  conversations: {
    enabled: true,
    showAgentTyping: true,
    showUserTyping: true,
    autoStart: false,
    markdown: true,
    disconnect: 'off',
    clear: false,
    pushNotifications: false,
    sessionDurationSeconds: 72 * 60 * 60
  }
}

/** The version of its configuration that a deployment shows its guests. */
export const deployedVersion = (
  configurations: readonly WebDeploymentConfiguration[],
  { configurationId, configurationVersion = '1' }: WebDeployment
): ConfigurationVersion | undefined =>
  configurations.find(({ id }) => id === configurationId)?.versions.find(({ version }) => version === configurationVersion)

/** What the guests of a deployment meet. */
export const messengerOf = (configurations: readonly WebDeploymentConfiguration[], deployment: WebDeployment): Messenger =>
  deployedVersion(configurations, deployment)?.settings.messenger ?? defaultMessenger
