import { withoutSecrets } from '../secrets'
import { bodyNearby } from './bodyNearby'
import { callsAround } from './callsAround'
import { methodAround } from './methodAround'
import { pathsIn, type PathText } from './pathText'
import { placeOf } from './placeOf'
import { sdkCallsIn } from './sdkCalls'
import type { SourceCall } from './sourceCall'

const platformNames = /genesys|purecloud|pure\.cloud|platform-?client/i

/** Paths that are the platform's whatever the rest of the text says: others have an `/api/v2` as well, and users, and groups. */
const messagingPath = /^\/api\/v2\/(?:conversations|webmessaging)(?:\/|$)/i

const callOf = (text: string, path: PathText): SourceCall => {
  const around = callsAround(text, path)
  return {
    request: {
      method: methodAround(text, path, around),
      url: withoutSecrets(text.slice(path.start, path.end)),
      apiPath: path.apiPath,
      authorisation: 'not shown',
      body: bodyNearby(text, path, around)
    },
    place: placeOf(text, path),
    openEnded: path.openEnded,
    start: path.start,
    end: path.end
  }
}

/**
 * The requests that a source text makes, in their order: paths under `/api/v2` in strings, templates, commands, .http files, OpenAPI and Postman
 * documents, and calls of the official SDKs' methods around conversations. Of any language: the text is read by what stands around a path, and
 * what cannot be told is left open. A path of another host, or in a text that has nothing to do with the platform, is passed over.
 */
export const readSource = (text: string): readonly SourceCall[] => {
  const calls: SourceCall[] = [...sdkCallsIn(text)]
  let isPlatforms: boolean | undefined
  for (const path of pathsIn(text))
    if (path.namesPlatform || messagingPath.test(path.apiPath) || (isPlatforms ??= platformNames.test(text))) calls.push(callOf(text, path))
  return calls.sort((a, b) => a.start - b.start)
}
