import type { Models } from 'purecloud-platform-client-v2'
import { canonicalContact, mergeSet, type ContactIdentifier, type ExternalContact } from '../../organisation/externalContact'
import type { Organisation } from '../../organisation/organisation'
import { isoTime, type Answer } from '../answers'
import { divisionRef } from './division'

const reference = ({ id }: { readonly id: string }): Answer<Models.ContactAddressableEntityRef> => ({
  id,
  selfUri: `/api/v2/externalcontacts/contacts/${id}`
})

export const identifierBody = (
  { division }: Organisation,
  { type, value, created }: ContactIdentifier
): Answer<Models.ContactIdentifier> => ({ division: divisionRef(division), type, value, dateCreated: isoTime(created) })

/** What a contact says of the merges that it was part of; nothing if it was in none. */
const mergeFields = (
  { contacts }: Organisation,
  contact: ExternalContact
): Pick<Answer<Models.ExternalContact>, 'canonicalContact' | 'mergeSet' | 'mergedFrom' | 'mergedTo'> => {
  const { mergedInto, mergedFrom } = contact
  if (mergedInto === undefined && mergedFrom === undefined) return {}
  const head = canonicalContact(contacts, contact)
  return {
    canonicalContact: reference(head),
    mergeSet: mergeSet(contacts, head).map(reference),
    mergedFrom: mergedFrom?.map((id) => reference({ id })),
    mergedTo: mergedInto === undefined ? undefined : reference({ id: mergedInto })
  }
}

const nameOrNothing = (name: string): string | undefined => (name === '' ? undefined : name)

/** As `GET /api/v2/externalcontacts/contacts/{contactId}` answers it. */
export const contactBody = (
  organisation: Organisation,
  contact: ExternalContact,
  expand: ReadonlySet<string> = new Set()
): Answer<Models.ExternalContact> => ({
  id: contact.id,
  ...contact.details,
  firstName: nameOrNothing(contact.firstName),
  lastName: nameOrNothing(contact.lastName),
  type: contact.type,
  division: divisionRef(organisation.division),
  createDate: isoTime(contact.created),
  modifyDate: isoTime(contact.modified ?? contact.created),
  identifiers: expand.has('identifiers') ? contact.identifiers?.map((one) => identifierBody(organisation, one)) : undefined,
  ...mergeFields(organisation, contact),
  selfUri: `/api/v2/externalcontacts/contacts/${contact.id}`
})
