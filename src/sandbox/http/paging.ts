import { documented } from '../documentedErrors'
import { Refusal } from '../refusal'
import type { RequestContext } from './environment'

export interface Paging {
  readonly pageSize: number
  /** The first page is 1. */
  readonly pageNumber: number
}

const wholeNumber = (c: RequestContext, name: string, otherwise: number): number => {
  const value = c.req.query(name)
  if (value === undefined) return otherwise
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new Refusal(documented.invalidValue, `${name} must be a whole number above 0.`)
  return Number(value)
}

/** The paging that the query of a listing asks for. */
export const readPaging = (c: RequestContext, usualSize = 25): Paging => ({
  pageSize: wholeNumber(c, 'pageSize', usualSize),
  pageNumber: wholeNumber(c, 'pageNumber', 1)
})

export const pageOf = <Row>(rows: readonly Row[], { pageSize, pageNumber }: Paging): readonly Row[] =>
  rows.slice((pageNumber - 1) * pageSize, pageNumber * pageSize)
