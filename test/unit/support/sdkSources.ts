import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const manifest = createRequire(path.resolve('package.json')).resolve('purecloud-platform-client-v2/package.json')
const apiFolder = path.join(path.dirname(manifest), 'src/purecloud-platform-client-v2/api')

/** The two literals behind `callApi(`: path and method. Read piece by piece, and so otherwise than the build does it. */
const callsIn = (source: string): readonly string[] =>
  source
    .split('callApi(')
    .slice(1)
    .map((call) => {
      const [, calledPath, , method] = call.split("'", 4)
      return `${method ?? ''} ${calledPath ?? ''}`
    })

/** `METHOD /path` of every call in the sources of the installed SDK, each once. */
export const operationsInSdk = (): ReadonlySet<string> =>
  new Set(readdirSync(apiFolder).flatMap((file) => callsIn(readFileSync(path.join(apiFolder, file), 'utf8'))))

export const installedSdkVersion = (): string => {
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { readonly version: string }
  return version
}
