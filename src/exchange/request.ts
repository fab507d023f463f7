import { apiPathOf } from '../platform/operationUrl'
import type { Authorisation, Body, Request } from './exchange'
import { withoutSecrets } from './secrets'

interface Written {
  readonly method: string
  /** As it is written: secrets are taken out here. */
  readonly url: string
  readonly authorisation: Authorisation
  readonly body: Body | undefined
}

/** A request as every format makes it. */
export const requestOf = ({ method, url, authorisation, body }: Written): Request => {
  const safe = withoutSecrets(url)
  return { method: method.toUpperCase(), url: safe, apiPath: apiPathOf(safe), authorisation, body }
}

/** True for a URL of the platform: its API, its login, or a guest's connection. Others in a recording are of no interest. */
export const isOfPlatform = (url: string): boolean => apiPathOf(url) !== undefined || /\/oauth\/|webmessaging/i.test(url)
