import assert from 'node:assert/strict'
import type { Sdk } from './sdk'
import { bodyOf } from './sdk'

/** The id of the canned response with this name. */
export const responseId = async (sdk: Sdk, name: string): Promise<string> => {
  const { results } = await bodyOf(sdk.responses.postResponsemanagementResponsesQuery({ queryPhrase: name }))
  const id = results.entities?.[0]?.id
  assert.ok(id, `there is a response ${name}`)
  return id
}
