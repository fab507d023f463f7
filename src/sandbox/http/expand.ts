import { documented } from '../documentedErrors'
import { Refusal } from '../refusal'
import type { RequestContext } from './environment'

/**
 * What the query asks to expand: `expand=a&expand=b` or `expand=a,b`.
 * @param allowed the values that the published API lists for the operation
 */
export const readExpand = <Value extends string>(c: RequestContext, allowed: readonly Value[]): ReadonlySet<Value> => {
  const asked = (c.req.queries('expand') ?? []).flatMap((value) => value.split(',')).filter((value) => value !== '')
  const found = new Set<Value>()
  for (const value of asked) {
    const known = allowed.find((candidate) => candidate === value)
    if (known === undefined) throw new Refusal(documented.invalidQueryValue, `“${value}” is no value of expand for this operation.`)
    found.add(known)
  }
  return found
}
