/** Every command of the extension. package.json contributes the same names; a test holds the two together. */
export const commandNames = [
  'startSandbox',
  'stopSandbox',
  'loadScenario',
  'tryScenario',
  'advanceSandboxClock',
  'connect',
  'importConnection',
  'signIn',
  'signOut',
  'openConnection',
  'disconnect',
  'markProduction',
  'unmarkProduction',
  'renameConnection',
  'removeConnection',
  'showConnections',
  'refresh',
  'groupConversations',
  'filterConversations',
  'clearFilter',
  'showMore',
  'loadOlder',
  'diagnose',
  'explain',
  'followUp',
  'goToConversation',
  'openConversation',
  'openMessage',
  'openAnalyticsRecord',
  'openDiagnosis',
  'openTranscript',
  'copyAs',
  'copyConversationId',
  'copyId',
  'copyLink',
  'forgetDraftsAndSends',
  'showLog'
] as const

export type CommandName = (typeof commandNames)[number]

export const commandId = (name: CommandName): string => `genesysMessaging.${name}`
