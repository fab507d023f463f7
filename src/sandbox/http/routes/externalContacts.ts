import { Hono } from 'hono'
import type { Models } from 'purecloud-platform-client-v2'
import { documented } from '../../documentedErrors'
import type { ExternalContact } from '../../organisation/externalContact'
import { contactName } from '../../organisation/externalContact'
import { withItem, withoutItem } from '../../organisation/replacing'
import { Refusal } from '../../refusal'
import type { World } from '../../world'
import type { Answer } from '../answers'
import { restsOn } from '../assuming'
import type { Needs } from '../authentication'
import { patched } from '../bodies/contactPatch'
import { assumeFor, type Environment, type RequestContext } from '../environment'
import { listing, readPaging } from '../paging'
import { pathId } from '../path'
import { readExpand } from '../expand'
import { checkBody, readBody } from '../requestBody'
import { contactBody } from '../shapes/externalContact'
import { contactPatch, externalContact, personOf } from '../bodies/externalContact'

/** Source: published OpenAPI, `expand` of the contacts’ operations. */
const parts = ['externalOrganization', 'externalDataSources', 'identifiers', 'externalSources', 'division']

/** Source: SDK 262, operation text: pages of 20, and only the first 1,000 records. */
const pageSize = 20
const mostFound = 1000

/** The contact that the path names. */
export const pathContact = (c: RequestContext, world: World): ExternalContact => {
  const id = pathId(c, 'contactId')
  const contact = world.organisation.contacts.find((candidate) => candidate.id === id)
  if (contact === undefined) throw new Refusal(documented.entityNotFound, `This organisation has no external contact ${id}.`)
  return contact
}

/** Puts the contact in the place of the one with its id. */
export const keepContact = (world: World, contact: ExternalContact): void => {
  world.configuration.change((organisation) => ({ ...organisation, contacts: withItem(organisation.contacts, contact) }))
}

/** Everything in a contact that a search looks at, in lower case. */
const searchText = ({ details = {}, identifiers = [], ...contact }: ExternalContact): string => {
  const { workEmail, personalEmail, otherEmail, title, workPhone, cellPhone, homePhone, otherPhone } = details
  const phones = [workPhone, cellPhone, homePhone, otherPhone].flatMap((phone) => [phone?.display, phone?.e164])
  return [contactName(contact), workEmail, personalEmail, otherEmail, title, ...phones, ...identifiers.map(({ value }) => value)]
    .filter((part) => part !== undefined)
    .join('\n')
    .toLowerCase()
}

/** Source: SDK 262, `sortOrder` of the search. */
const sortings: Readonly<Record<string, (contact: ExternalContact) => string>> = {
  firstName: ({ firstName }) => firstName,
  lastName: ({ lastName }) => lastName,
  middleName: ({ details }) => details?.middleName ?? '',
  title: ({ details }) => details?.title ?? ''
}

const sorted = (contacts: readonly ExternalContact[], order: string | undefined): readonly ExternalContact[] => {
  if (order === undefined) return contacts
  const [field = '', direction = 'asc'] = order.split(':')
  const key = sortings[field]
  if (key === undefined || !['asc', 'desc'].includes(direction)) {
    throw new Refusal(documented.invalidQueryValue, 'sortOrder must be a field and a direction, for example lastName:asc.')
  }
  const ascending = contacts.toSorted((a, b) => key(a).localeCompare(key(b)))
  return direction === 'desc' ? ascending.reverse() : ascending
}

/** Customers whom the organisation knows. */
export const externalContactRoutes = (world: World, needs: Needs): Hono<Environment> => {
  const view = needs({ token: 'any', permissions: { some: ['relate:contact:view', 'externalContacts:contact:view'] } })
  const routes = new Hono<Environment>()

  routes.get('/', view, restsOn('contacts.search', 'permissions.not-listed'), (c) => {
    const paging = readPaging(c, pageSize)
    if (paging.pageNumber * paging.pageSize > mostFound) {
      throw new Refusal(documented.invalidQueryValue, `Only the first ${mostFound} records can be read.`, { restsOn: ['contacts.search'] })
    }
    const expand = readExpand(c, parts)
    const words = (c.req.query('q') ?? '').toLowerCase().split(/\s+/).filter(Boolean)
    const found = world.organisation.contacts.filter(
      (contact) => contact.mergedInto === undefined && words.every((word) => searchText(contact).includes(word))
    )
    const entities = sorted(found, c.req.query('sortOrder')).slice(0, mostFound)
    const body: Answer<Models.ContactListing> = listing(c, entities, (contact) => contactBody(world.organisation, contact, expand), paging)
    return c.json(body)
  })

  routes.post(
    '/',
    needs({ token: 'any', permissions: { some: ['relate:contact:add', 'externalContacts:contact:add'] } }),
    restsOn('contact.created', 'permissions.not-listed'),
    (c) => {
      const contact: ExternalContact = {
        ...personOf(readBody(c, externalContact, 'ExternalContact')),
        id: world.ids.next('contact'),
        type: 'Curated',
        created: world.clock.now()
      }
      keepContact(world, contact)
      return c.json(contactBody(world.organisation, contact))
    }
  )

  /** A merged contact’s own record. */
  const answer = (c: RequestContext): Response => {
    const contact = pathContact(c, world)
    if (contact.mergedInto !== undefined) assumeFor(c)('contact.merged-read')
    return c.json(contactBody(world.organisation, contact, readExpand(c, parts)))
  }

  routes.get('/:contactId', view, answer)

  routes.get('/:contactId/unresolved', needs({ token: 'any', permissions: { some: ['externalContacts:contact:view'] } }), answer)

  routes.put(
    '/:contactId',
    needs({ token: 'any', permissions: { some: ['relate:contact:edit', 'externalContacts:contact:edit'] } }),
    (c) => {
      const before = pathContact(c, world)
      const after = { ...before, ...personOf(readBody(c, externalContact, 'ExternalContact')), modified: world.clock.now() }
      keepContact(world, after)
      return c.json(contactBody(world.organisation, after))
    }
  )

  routes.patch('/:contactId', needs({ token: 'any', permissions: { some: ['externalContacts:contact:edit'] } }), (c) => {
    const before = pathContact(c, world)
    const { changes = [] } = readBody(c, contactPatch, 'ExternalContactsPatchRequest')
    const fields = { ...before.details, firstName: before.firstName, lastName: before.lastName }
    const after = {
      ...before,
      ...personOf(checkBody(patched(fields, changes), externalContact, 'ExternalContact')),
      modified: world.clock.now()
    }
    keepContact(world, after)
    return c.json(contactBody(world.organisation, after))
  })

  routes.delete(
    '/:contactId',
    needs({ token: 'any', permissions: { some: ['relate:contact:delete', 'externalContacts:contact:delete'] } }),
    (c) => {
      const { id } = pathContact(c, world)
      world.configuration.change((organisation) => ({ ...organisation, contacts: withoutItem(organisation.contacts, id) }))
      return c.json({})
    }
  )

  routes.post('/:contactId/promotion', needs({ token: 'any', permissions: { some: ['externalContacts:identity:promote'] } }), (c) => {
    const before = pathContact(c, world)
    if (before.type === 'Curated') throw new Refusal(documented.curatedPromotion, `${contactName(before)} is a curated contact already.`)
    const after = { ...before, type: 'Curated' as const, modified: world.clock.now() }
    keepContact(world, after)
    return c.json(contactBody(world.organisation, after))
  })
  return routes
}
