import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { checkSource } from '../../../../src/diagnosis/checkSource'
import { readSource } from '../../../../src/exchange/sourceCode/readSource'
import { allOperations } from '../../../../src/platform/operations'
import { sdkMethodName } from '../../../../src/platform/sdkMethodName'
import { operationsInSdk } from '../../support/sdkSources'

const manifest = createRequire(path.resolve('package.json')).resolve('purecloud-platform-client-v2/package.json')
const apiFolder = path.join(path.dirname(manifest), 'src/purecloud-platform-client-v2/api')

describe('the SDK’s own sources', () => {
  const sources = readdirSync(apiFolder).map((file) => readFileSync(path.join(apiFolder, file), 'utf8'))

  it('have all their requests read, each with its method', () => {
    const read = new Set(
      sources.flatMap((text) => readSource(text).map(({ request, start, end }) => `${request.method ?? '?'} ${text.slice(start, end)}`))
    )
    const missing = [...operationsInSdk()].filter((operation) => !read.has(operation))
    assert.deepEqual(missing, [])
  })

  it('have no endpoint that does not exist, and nothing that cannot work', () => {
    const problems = sources.flatMap((text) => checkSource(text).problems)
    assert.deepEqual(
      problems.filter(({ severity }) => severity === 'error').map(({ message }) => message),
      []
    )
    // Its deprecated operations, which are real.
    assert.deepEqual(
      new Set(problems.filter(({ severity }) => severity === 'warning').map(({ rule }) => rule)),
      new Set(['open.deprecated-inbound', 'operation.deprecated'])
    )
  })

  it('call every operation around conversations as its name is formed here', () => {
    const methods = new Set(sources.flatMap((text) => [...text.matchAll(/^\t(\w+)\(/gm)].map(([, name]) => name)))
    const formed = allOperations()
      .filter(({ path: operationPath }) => operationPath.startsWith('/api/v2/conversations'))
      .map(sdkMethodName)
    assert.ok(formed.length > 300)
    assert.deepEqual(
      formed.filter((name) => !methods.has(name)),
      []
    )
  })
})
