import { Hono } from 'hono'
import type { Models } from 'purecloud-platform-client-v2'
import { documented } from '../../documentedErrors'
import { Refusal } from '../../refusal'
import type { World } from '../../world'
import { isoTime, type Answer } from '../answers'
import type { Needs } from '../authentication'
import type { Environment } from '../environment'
import { pathId } from '../path'

/** Customers whom the organisation knows. */
export const externalContactRoutes = ({ organisation }: World, needs: Needs): Hono<Environment> => {
  const routes = new Hono<Environment>()
  routes.get(
    '/contacts/:contactId',
    needs({ token: 'any', permissions: { some: ['relate:contact:view', 'externalContacts:contact:view'] } }),
    (c) => {
      const id = pathId(c, 'contactId')
      const contact = organisation.contacts.find((candidate) => candidate.id === id)
      if (contact === undefined) throw new Refusal(documented.contactNotFound, `This organisation has no external contact ${id}.`)
      const body: Answer<Models.ExternalContact> = {
        id: contact.id,
        firstName: contact.firstName,
        lastName: contact.lastName,
        type: contact.type,
        division: organisation.division,
        createDate: isoTime(contact.created),
        mergedTo: contact.mergedInto === undefined ? undefined : { id: contact.mergedInto },
        modifyDate: isoTime(contact.created),
        selfUri: `/api/v2/externalcontacts/contacts/${contact.id}`
      }
      return c.json(body)
    }
  )
  return routes
}
