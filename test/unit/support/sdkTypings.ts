import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const sdkFolder = path.dirname(createRequire(path.resolve('package.json')).resolve('purecloud-platform-client-v2/package.json'))
const typings = readFileSync(path.join(sdkFolder, 'index.d.ts'), 'utf8')
const apiFolder = path.join(sdkFolder, 'src/purecloud-platform-client-v2/api')

/** The models that an operation of the installed SDK takes and answers; `undefined` where it has none, `object` where it does not say which. */
export interface Signature {
  readonly body: string | undefined
  readonly answer: string | undefined
}

const plain = (type: string | undefined): string | undefined =>
  type === undefined || type === 'void' ? undefined : type.replaceAll('Models.', '')

const bodyOf = (method: string, parameters: string): string | undefined => {
  const own = /\b(?:body\??: |\w+: (?=Models\.))([^,]+)/.exec(parameters)?.[1] // Some APIs call it after what it is.
  const options = new RegExp(String.raw`export interface ${method}Options \{([^}]*)\}`).exec(typings)?.[1]
  return plain(own ?? /"body"\?: ([^;]+);/.exec(options ?? '')?.[1])
}

const signatureOf = (method: string): Signature => {
  const found = new RegExp(String.raw`^\s+${method}\((.*)\): Promise<(.*)>;`, 'm').exec(typings)
  if (!found) throw new Error(`The typings of the SDK have no ${method}.`)
  return { body: bodyOf(method, found[1] ?? ''), answer: plain(found[2]) }
}

/** `METHOD /path` → the name of the SDK's method for it. */
const methodNames = (): ReadonlyMap<string, string> => {
  const names = new Map<string, string>()
  for (const file of readdirSync(apiFolder)) {
    const source = readFileSync(path.join(apiFolder, file), 'utf8')
    for (const [, name = '', called = '', method = ''] of source.matchAll(
      /\n\t(\w+)\([^\n]*\) *\{(?:(?!\n\t\}).)*?callApi\(\s*'([^']+)',\s*'(\w+)'/gs
    ))
      names.set(`${method} ${called}`, name)
  }
  return names
}

let names: ReadonlyMap<string, string> | undefined

/** The models of the operation `METHOD /path`. */
export const signatureInSdk = (operation: string): Signature => {
  names ??= methodNames()
  const name = names.get(operation)
  if (name === undefined) throw new Error(`The SDK has no ${operation}.`)
  return signatureOf(name)
}

/** The fields of a model of the installed SDK, each with whether it must be there. */
export const fieldsInSdk = (model: string): Readonly<Record<string, 'required' | 'optional'>> => {
  const body = new RegExp(String.raw`export interface ${model} \{((?:\s*"[^"]+"\??: [^\n]*)*)\s*\}`).exec(typings)?.[1]
  if (body === undefined) throw new Error(`The typings of the SDK have no model ${model}.`)
  return Object.fromEntries(
    [...body.matchAll(/"([^"]+)"(\??):/g)].map(([, name = '', mark]) => [name, mark === '?' ? 'optional' : 'required'])
  )
}
