// An esbuild plugin: `import { outline } from 'sdk:operations'` is the list of every method and path pair of the locked Genesys Cloud SDK, with
// whether it is deprecated, read out of its sources while bundling, so that it is always the locked version's list.
import { readFile, readdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'

const manifest = createRequire(import.meta.url).resolve('purecloud-platform-client-v2/package.json')
const apiFolder = path.join(path.dirname(manifest), 'src/purecloud-platform-client-v2/api')
const apiPrefix = '/api/v2/'
const call = /callApi\(\s*'([^']+)',\s*'([A-Z]+)'/g

/**
 * True when the comment of the method that makes this call calls it deprecated: by the tag, or, as two of them, in words alone.
 *
 * @param {string} source
 * @param {number} callAt
 */
const isDeprecated = (source, callAt) => {
  const start = source.lastIndexOf('/**', callAt)
  return /@deprecated\b|^\s*\* Deprecated\b/m.test(source.slice(start, source.indexOf('*/', start)))
}

/** @returns {Promise<Map<string, Set<string>>>} path → methods, as the SDK's API classes call them; a deprecated one with a `!` behind it */
const readOperations = async () => {
  /** @type {Map<string, Set<string>>} */
  const operations = new Map()
  for (const file of await readdir(apiFolder)) {
    const source = await readFile(path.join(apiFolder, file), 'utf8')
    for (const { 1: operationPath = '', 2: method = '', index } of source.matchAll(call)) {
      if (!operationPath.startsWith(apiPrefix)) throw new Error(`${file} calls ${operationPath}, which is not under ${apiPrefix}`)
      const mark = isDeprecated(source, index) ? '!' : ''
      operations.set(operationPath, (operations.get(operationPath) ?? new Set()).add(method + mark))
    }
  }
  if (operations.size < 1000) throw new Error(`Only ${operations.size} paths found in the SDK: have its sources changed their form?`)
  return operations
}

/** @typedef {{ readonly children: Map<string, Branch>, readonly methods: string[] }} Branch */

/** @returns {Branch} */
const newBranch = () => ({ children: new Map(), methods: [] })

/**
 * @param {ReadonlyMap<string, ReadonlySet<string>>} operations path → methods
 * @returns {Branch} the same, segment by segment
 */
const treeOf = (operations) => {
  const tree = newBranch()
  for (const [operationPath, methods] of operations) {
    let at = tree
    for (const segment of operationPath.slice(apiPrefix.length).split('/')) {
      const next = at.children.get(segment) ?? newBranch()
      at.children.set(segment, next)
      at = next
    }
    at.methods.push(...[...methods].sort())
  }
  return tree
}

/**
 * One line a path segment, "depth segment[ METHOD[!],METHOD[!]]", depth first: the same list in a fifth of its size.
 *
 * @param {Branch} branch
 * @param {number} depth
 * @returns {string[]}
 */
const outlineOf = (branch, depth = 0) =>
  [...branch.children]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([segment, child]) => [
      [depth, segment, ...(child.methods.length > 0 ? [child.methods.join(',')] : [])].join(' '),
      ...outlineOf(child, depth + 1)
    ])

/** @returns {import('esbuild').Plugin} */
export const sdkOperations = () => ({
  name: 'sdk-operations',
  setup(pluginBuild) {
    pluginBuild.onResolve({ filter: /^sdk:operations$/ }, ({ path: name }) => ({ path: name, namespace: 'sdk' }))
    pluginBuild.onLoad({ filter: /.*/, namespace: 'sdk' }, async () => {
      const { version } = JSON.parse(await readFile(manifest, 'utf8'))
      return {
        contents: `export const sdkVersion = ${JSON.stringify(version)}\nexport const outline = ${JSON.stringify(outlineOf(treeOf(await readOperations())).join('\n'))}`,
        watchFiles: [manifest]
      }
    })
  }
})
