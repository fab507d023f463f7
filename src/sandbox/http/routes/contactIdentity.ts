import { Hono } from 'hono'
import type { Models } from 'purecloud-platform-client-v2'
import { documented } from '../../documentedErrors'
import { mergedContact, type ContactIdentifier, type ExternalContact } from '../../organisation/externalContact'
import { withItem } from '../../organisation/replacing'
import { Refusal } from '../../refusal'
import { unknownReference } from '../../sending/references'
import type { World } from '../../world'
import type { Answer } from '../answers'
import { restsOn } from '../assuming'
import type { Needs } from '../authentication'
import type { Environment } from '../environment'
import { readBody } from '../requestBody'
import { contactBody, identifierBody } from '../shapes/externalContact'
import { contactIdentifier, identifierClaim, mergeContacts, mergeTwo, personOf } from '../bodies/externalContact'
import { keepContact, pathContact } from './externalContacts'

type Named = Pick<ContactIdentifier, 'type' | 'value'>

const isSame =
  ({ type, value }: Named) =>
  (other: Named): boolean =>
    other.type === type && other.value.toLowerCase() === value.toLowerCase()

/** Who a customer is: what contacts are recognised by, and which of them are one person. */
export const contactIdentityRoutes = (world: World, needs: Needs): Hono<Environment> => {
  const view = needs({ token: 'any', permissions: { some: ['externalContacts:contact:view'] } })
  const merge = needs({ token: 'any', permissions: { every: ['externalContacts:identity:merge'] } })
  const routes = new Hono<Environment>()

  /** The contact that is recognised by this. A merged one has left its identifiers to the one that stands for it. */
  const ownerOf = (identifier: Named): ExternalContact | undefined =>
    world.organisation.contacts.find(({ mergedInto, identifiers = [] }) => mergedInto === undefined && identifiers.some(isSame(identifier)))

  routes.get('/contacts/:contactId/identifiers', view, (c) => {
    const { identifiers = [] } = pathContact(c, world)
    const body: Answer<Models.ContactIdentifierListing> = {
      entities: identifiers.map((identifier) => identifierBody(world.organisation, identifier))
    }
    return c.json(body)
  })

  routes.patch(
    '/contacts/:contactId/identifiers',
    needs({ token: 'any', permissions: { some: ['externalContacts:contact:edit'] } }),
    (c) => {
      const before = pathContact(c, world)
      const { operation, identifier } = readBody(c, identifierClaim, 'IdentifierClaimRequest')
      const { identifiers = [] } = before
      const now = world.clock.now()
      const own = identifiers.find(isSame(identifier))
      switch (operation) {
        case 'Claim': {
          if (ownerOf(identifier)) throw new Refusal(documented.identifierClaimed, `${identifier.value} is claimed already.`)
          const claimed = { type: identifier.type, value: identifier.value, created: now }
          keepContact(world, { ...before, modified: now, identifiers: [...identifiers, claimed] })
          return c.json(identifierBody(world.organisation, claimed))
        }
        case 'Release': {
          if (own === undefined) throw new Refusal(documented.identifierNotClaimed, `The contact has not claimed ${identifier.value}.`)
          keepContact(world, { ...before, modified: now, identifiers: identifiers.filter((other) => other !== own) })
          return c.json(identifierBody(world.organisation, own))
        }
      }
    }
  )

  for (const path of ['/identifierlookup', '/identifierlookup/contacts']) {
    routes.post(path, view, restsOn('permissions.not-listed'), (c) => {
      const identifier = readBody(c, contactIdentifier, 'ContactIdentifier')
      const contact = ownerOf(identifier)
      if (contact === undefined) {
        throw new Refusal(documented.notFound, `No contact is recognised by the ${identifier.type} ${identifier.value}.`, {
          restsOn: ['identifier.unknown', 'permissions.not-listed']
        })
      }
      return c.json(contactBody(world.organisation, contact, new Set(['identifiers'])))
    })
  }

  /** A contact that may be merged: one that is there, and was not merged before. `field` is where the body names it. */
  const sourceOf = (id: string, field: string): ExternalContact => {
    const contact = world.organisation.contacts.find((candidate) => candidate.id === id.toLowerCase())
    if (contact === undefined) throw unknownReference(`No external contact has the id ${id}.`, field)
    if (contact.mergedInto !== undefined)
      throw unknownReference(`Contact ${id} was merged into ${contact.mergedInto}; name that one.`, field)
    return contact
  }

  const mergeInto = (sources: readonly ExternalContact[], override: Parameters<typeof mergedContact>[3]): ExternalContact => {
    if (new Set(sources).size < sources.length) throw unknownReference('A contact cannot be merged with itself.', 'contactIds')
    const now = world.clock.now()
    const merged = mergedContact(world.ids.next('contact'), sources, now, override)
    world.configuration.change((organisation) => ({
      ...organisation,
      contacts: sources.reduce(
        (contacts, source) => withItem(contacts, { ...source, modified: now, mergedInto: merged.id }),
        withItem(organisation.contacts, merged)
      )
    }))
    return merged
  }

  routes.post('/contacts/merge', merge, restsOn('contact.merge', 'permissions.not-listed'), (c) => {
    const { contactIds, valueOverride } = readBody(c, mergeContacts, 'MergeContactsRequest')
    const sources = contactIds.map((id) => sourceOf(id, 'contactIds'))
    const person = valueOverride && personOf(valueOverride)
    const merged = mergeInto(sources, {
      ...(person && person.firstName !== '' && { firstName: person.firstName }),
      ...(person && person.lastName !== '' && { lastName: person.lastName }),
      ...(person && { details: Object.fromEntries(Object.entries(person.details).filter(([, value]) => value !== undefined)) })
    })
    return c.json(contactBody(world.organisation, merged))
  })

  routes.post('/merge/contacts', merge, restsOn('contact.merge', 'permissions.not-listed'), (c) => {
    const { sourceContactId, targetContactId } = readBody(c, mergeTwo, 'MergeRequest')
    const sources = [sourceOf(sourceContactId, 'sourceContactId'), sourceOf(targetContactId, 'targetContactId')]
    // Source: SDK 262, operation text.
    if (sources.every(({ type }) => type === 'Curated')) {
      throw new Refusal(documented.badRequest, 'Two curated contacts cannot be merged here; POST /externalcontacts/contacts/merge can.', {
        restsOn: ['contact.merge', 'permissions.not-listed']
      })
    }
    return c.json(contactBody(world.organisation, mergeInto(sources, {})))
  })
  return routes
}
