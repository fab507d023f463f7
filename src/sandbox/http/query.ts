// What stands behind the question mark.
import { documented } from '../documentedErrors'
import { Refusal } from '../refusal'
import type { RequestContext } from './environment'

/** The values of a parameter that may be given more than once, or once with commas between its values. */
export const queryList = (c: RequestContext, name: string): readonly string[] =>
  (c.req.queries(name) ?? []).flatMap((value) => value.split(',')).filter((value) => value !== '')

/** A parameter that is true or false; `undefined` when it is not there. */
export const queryBoolean = (c: RequestContext, name: string): boolean | undefined => {
  const value = c.req.query(name)
  if (value === undefined) return undefined
  if (value !== 'true' && value !== 'false') throw new Refusal(documented.invalidQueryValue, `${name} must be true or false.`)
  return value === 'true'
}

/** Whether `name` contains what was searched for, in any case; `*` stands for anything. */
export const fitsName = (name: string, wanted: string | undefined): boolean =>
  wanted === undefined || name.toLowerCase().includes(wanted.toLowerCase().replaceAll('*', ''))
