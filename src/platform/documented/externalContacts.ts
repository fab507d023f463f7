import type { Area } from './area'

/** The organisation’s address book of customers. */
export const externalContacts: Area = {
  at: '/api/v2/externalcontacts',
  scope: 'external-contacts',
  purpose: 'read',
  operations: {
    'DELETE /contacts/{contactId}': {
      purpose: 'configure',
      needs: 'any relate:contact:delete externalContacts:contact:delete',
      ok: { 200: '' },
      errors: { 400: 'invalid.division.id', 403: 'missing.division.permissions', 404: 'contact.not.found entity.not.found' }
    },
    'GET /contacts/{contactId}': {
      needs: 'any relate:contact:view externalContacts:contact:view',
      ok: { 200: 'ExternalContact' },
      errors: { 400: 'invalid.division.id', 403: 'missing.division.permissions', 404: 'entity.not.found' }
    },
    'PATCH /contacts/{contactId}': {
      purpose: 'configure',
      needs: 'any externalContacts:contact:edit',
      body: 'ExternalContactsPatchRequest',
      ok: { 200: 'ExternalContact' },
      errors: {
        400: 'invalid.division.id',
        403: 'missing.division.permissions',
        404: 'contact.not.found entity.not.found',
        422: 'custom.fields.validation.failed validation.failed'
      }
    },
    'PUT /contacts/{contactId}': {
      purpose: 'configure',
      needs: 'any relate:contact:edit externalContacts:contact:edit',
      body: 'ExternalContact',
      ok: { 200: 'ExternalContact' },
      errors: {
        400: 'invalid.division.id',
        403: 'missing.division.permissions',
        404: 'entity.not.found',
        422: 'custom.fields.validation.failed validation.failed'
      }
    },
    'GET /contacts/{contactId}/identifiers': {
      needs: 'any externalContacts:contact:view',
      ok: { 200: 'ContactIdentifierListing' },
      errors: { 400: 'invalid.division.id', 403: 'missing.division.permissions', 404: 'contact.not.found entity.not.found' }
    },
    'PATCH /contacts/{contactId}/identifiers': {
      purpose: 'configure',
      needs: 'any externalContacts:contact:edit',
      body: 'IdentifierClaimRequest',
      ok: { 200: 'ContactIdentifier' },
      errors: {
        400: 'invalid.division.id invalid.operation.type',
        403: 'missing.division.permissions',
        404: 'entity.not.found identifier.cannot.be.released',
        409: 'identifier.claim.conflict',
        422: 'identifier.cannot.be.claimed operation.validation.failed validation.failed'
      }
    },
    'PUT /conversations/{conversationId}': {
      purpose: 'configure',
      needs: 'notDocumented',
      body: 'ConversationAssociation',
      ok: { 202: '' },
      errors: {
        400: 'bad.request conversation.association.communication.id.required eternal.contacts.invalid.entity.id',
        404: 'entity.not.found'
      }
    },
    'POST /identifierlookup': {
      reads: true,
      needs: 'notDocumented',
      body: 'ContactIdentifier',
      ok: { 200: 'ExternalContact' },
      errors: {
        400: 'bad.request invalid.division.id',
        403: 'missing.division.permissions',
        409: 'identifier.entity.missing',
        422: 'validation.failed'
      }
    },
    'POST /identifierlookup/contacts': {
      reads: true,
      needs: 'notDocumented',
      body: 'ContactIdentifier',
      ok: { 200: 'ExternalContact' },
      errors: {
        400: 'bad.request invalid.division.id',
        403: 'missing.division.permissions',
        409: 'identifier.entity.missing',
        422: 'validation.failed'
      }
    },
    'POST /identifierlookup/organizations': {
      reads: true,
      needs: 'notDocumented',
      body: 'ExternalOrganizationIdentifier',
      ok: { 200: 'ExternalOrganization' },
      errors: {
        400: 'bad.request invalid.division.id',
        403: 'missing.division.permissions',
        409: 'identifier.entity.missing',
        422: 'validation.failed'
      }
    }
  }
}
