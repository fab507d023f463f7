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

/** What the installed SDK says of each deprecated operation: `METHOD /path` → the comment of its method. Read line by line, and so otherwise than the build does it. */
export const deprecationsInSdk = (): ReadonlyMap<string, string> => {
  const found = new Map<string, string>()
  for (const file of readdirSync(apiFolder)) {
    let comment = ''
    let called: string | undefined
    for (const line of readFileSync(path.join(apiFolder, file), 'utf8')
      .split('\n')
      .map((text) => text.trim())) {
      if (line === '/**') comment = ''
      if (line.startsWith('*')) comment += `${line.slice(1).trim()}\n`
      const literal = /^'([^']+)',$/.exec(line)?.[1]
      if (called !== undefined && literal !== undefined && /@deprecated|^Deprecated\b/m.test(comment))
        found.set(`${literal} ${called}`, comment)
      called = literal?.startsWith('/api/') ? literal : undefined
    }
  }
  return found
}

export const installedSdkVersion = (): string => {
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { readonly version: string }
  return version
}
