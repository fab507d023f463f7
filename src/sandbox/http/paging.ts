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
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new Refusal(documented.invalidQueryValue, `${name} must be a whole number above 0.`)
  return Number(value)
}

export const readPageSize = (c: RequestContext, otherwise: number): number => wholeNumber(c, 'pageSize', otherwise)

/** The paging that the query of a listing asks for: 25 to a page unless it, or the operation, says otherwise. */
export const readPaging = (c: RequestContext, pageSize = 25): Paging => ({
  pageSize: readPageSize(c, pageSize),
  pageNumber: wholeNumber(c, 'pageNumber', 1)
})

export const pageOf = <Row>(rows: readonly Row[], { pageSize, pageNumber }: Paging): readonly Row[] =>
  rows.slice((pageNumber - 1) * pageSize, pageNumber * pageSize)

/** A listing by page number, as most of the platform’s are. */
export interface Listing<Entity> extends Paging {
  readonly entities: readonly Entity[]
  readonly total: number
  readonly pageCount: number
  readonly firstUri: string
  readonly selfUri: string
  readonly nextUri: string | undefined
  readonly previousUri: string | undefined
  readonly lastUri: string
}

/** The address of the request, with these parameters in its query. */
const uriWith = (c: RequestContext, parameters: Readonly<Record<string, string>>, without: readonly string[] = []): string => {
  const { pathname, searchParams } = new URL(c.req.url)
  for (const name of without) searchParams.delete(name)
  for (const [name, value] of Object.entries(parameters)) searchParams.set(name, value)
  return `${pathname}?${searchParams.toString()}`
}

/** The page of `items` that `paging` names, each as `toEntity` answers it. */
export const listing = <Item, Entity>(
  c: RequestContext,
  items: readonly Item[],
  toEntity: (item: Item) => Entity,
  paging: Paging = readPaging(c)
): Listing<Entity> => {
  const { pageSize, pageNumber } = paging
  const pageCount = Math.ceil(items.length / pageSize)
  const page = (number: number): string => uriWith(c, { pageSize: String(pageSize), pageNumber: String(number) })
  return {
    entities: pageOf(items, paging).map(toEntity),
    pageSize,
    pageNumber,
    total: items.length,
    pageCount,
    firstUri: page(1),
    selfUri: page(pageNumber),
    nextUri: pageNumber < pageCount ? page(pageNumber + 1) : undefined,
    previousUri: pageNumber > 1 ? page(pageNumber - 1) : undefined,
    lastUri: page(Math.max(1, pageCount))
  }
}

/** A listing by cursors, as that of web deployments is. */
export interface CursorListing<Entity> {
  readonly entities: readonly Entity[]
  readonly total: number
  readonly selfUri: string
  readonly nextUri: string | undefined
  readonly previousUri: string | undefined
}

interface Identified {
  readonly id: string
}

const positionOf = (items: readonly Identified[], cursor: string, name: string): number => {
  const position = items.findIndex(({ id }) => id === cursor)
  if (position < 0) throw new Refusal(documented.invalidQueryValue, `${name} is no cursor of this listing.`)
  return position
}

/**
 * The part of `items` that the query’s `before`, `after` and `pageSize` name. A cursor is the id of the item that it points to.
 * @param pageSize how many there are to a part unless the query says otherwise
 */
export const cursorListing = <Item extends Identified, Entity>(
  c: RequestContext,
  items: readonly Item[],
  toEntity: (item: Item) => Entity,
  pageSize: number
): CursorListing<Entity> => {
  const size = readPageSize(c, pageSize)
  const { after, before } = c.req.query()
  const end = before === undefined ? items.length : positionOf(items, before, 'before')
  const start = after === undefined ? Math.max(0, before === undefined ? 0 : end - size) : positionOf(items, after, 'after') + 1
  const page = items.slice(start, Math.min(end, start + size))
  const first = page[0]
  const last = page.at(-1)
  const cursors = ['after', 'before']
  return {
    entities: page.map(toEntity),
    total: items.length,
    selfUri: uriWith(c, { pageSize: String(size) }),
    nextUri: last && start + page.length < items.length ? uriWith(c, { pageSize: String(size), after: last.id }, cursors) : undefined,
    previousUri: first && start > 0 ? uriWith(c, { pageSize: String(size), before: first.id }, cursors) : undefined
  }
}
