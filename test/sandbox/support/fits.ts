import assert from 'node:assert/strict'
import { differences, publishedApi } from './publishedApi'
import { bodyOf } from './sdk'

const api = publishedApi()

if (api === undefined) {
  process.stderr.write('  The published OpenAPI is not beside this project: the answers of configuration are not compared with it.\n')
}

/** The body of an answer, which fits the published model wherever that is at hand. */
export const fitting = async <Body>(call: Promise<Body>, model: string): Promise<Body> => {
  const body = await bodyOf(call)
  if (api) assert.deepEqual(differences(api, body, model), [])
  return body
}
