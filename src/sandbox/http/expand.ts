import { documented } from '../documentedErrors'
import { Refusal } from '../refusal'
import type { RequestContext } from './environment'
import { queryList } from './query'

/**
 * What the query asks to expand: `expand=a&expand=b` or `expand=a,b`.
 * @param allowed the values that the published API lists for the operation
 */
export const readExpand = <Value extends string>(c: RequestContext, allowed: readonly Value[]): ReadonlySet<Value> => {
  const found = new Set<Value>()
  for (const value of queryList(c, 'expand')) {
    const known = allowed.find((candidate) => candidate === value)
    if (known === undefined) {
      throw new Refusal(documented.invalidQueryValue, `expand cannot be ${value}; it takes ${allowed.join(', ')}.`, {
        restsOn: ['query.unknown-value']
      })
    }
    found.add(known)
  }
  return found
}
