/** The SDK's sources, of which only the parts that are used are bundled; typed as the whole SDK is. */
declare module 'purecloud-platform-client-v2/src/purecloud-platform-client-v2/ApiClient.js' {
  export { ApiClientClass as default } from 'purecloud-platform-client-v2'
}

declare module 'purecloud-platform-client-v2/src/purecloud-platform-client-v2/api/ConversationsApi.js' {
  export { ConversationsApi as default } from 'purecloud-platform-client-v2'
}

declare module 'purecloud-platform-client-v2/src/purecloud-platform-client-v2/api/ExternalContactsApi.js' {
  export { ExternalContactsApi as default } from 'purecloud-platform-client-v2'
}

declare module 'purecloud-platform-client-v2/src/purecloud-platform-client-v2/api/OrganizationApi.js' {
  export { OrganizationApi as default } from 'purecloud-platform-client-v2'
}

declare module 'purecloud-platform-client-v2/src/purecloud-platform-client-v2/api/TokensApi.js' {
  export { TokensApi as default } from 'purecloud-platform-client-v2'
}

declare module 'purecloud-platform-client-v2/src/purecloud-platform-client-v2/api/UsersApi.js' {
  export { UsersApi as default } from 'purecloud-platform-client-v2'
}

declare module 'purecloud-platform-client-v2/src/purecloud-platform-client-v2/api/WebDeploymentsApi.js' {
  export { WebDeploymentsApi as default } from 'purecloud-platform-client-v2'
}
