import type { Area } from './area'

/** Which flow takes the messages to an address. */
export const messageRecipients: Area = {
  at: '/api/v2/routing/message/recipients',
  scope: 'routing',
  purpose: 'configure',
  operations: {
    GET: { needs: 'all routing:message:manage', ok: { 200: 'RecipientListing' } },
    'GET /{recipientId}': { needs: 'all routing:message:manage', ok: { 200: 'Recipient' } },
    'PUT /{recipientId}': {
      needs: 'all routing:message:manage',
      body: 'RecipientRequest',
      ok: { 200: 'Recipient' },
      errors: { 400: 'invalid.flow invalid.flow.type' }
    }
  }
}

/** The telephone numbers that SMS is sent from. */
export const smsNumbers: Area = {
  at: '/api/v2/routing/sms',
  scope: 'routing',
  purpose: 'configure',
  operations: {
    'GET /addresses': { needs: 'all sms:phoneNumber:view', ok: { 200: 'SmsAddressEntityListing' } },
    'POST /addresses': {
      needs: 'all sms:phoneNumber:add',
      body: 'SmsAddressProvision',
      ok: { 200: 'SmsAddress' },
      errors: { 400: 'invalid.address' }
    },
    'DELETE /addresses/{addressId}': { needs: 'all sms:phoneNumber:delete', ok: { 204: '' } },
    'GET /addresses/{addressId}': { needs: 'all sms:phoneNumber:view', ok: { 200: 'SmsAddress' } },
    'GET /phonenumbers': { purpose: 'read', needs: 'all sms:phoneNumber:view', ok: { 200: 'SmsPhoneNumberEntityListing' } },
    'POST /phonenumbers': {
      needs: 'all sms:phoneNumber:add',
      body: 'SmsPhoneNumberProvision',
      ok: { 200: 'SmsPhoneNumber', 202: 'SmsPhoneNumber' },
      errors: {
        400: 'invalid.e164.number invalid.short.code.operation phone.number.duplicate phone.number.requires.a.bundle phone.number.unavailable requires.an.address requires.local.address requires.verified.identity.document unexpected.country.code unexpected.phone.number.type',
        404: 'bad.request',
        409: 'provisioning.action.in.progress'
      }
    },
    'POST /phonenumbers/alphanumeric': { needs: 'all sms:phoneNumber:add', body: 'SmsAlphanumericProvision', fromSdk: true, preview: true },
    'POST /phonenumbers/import': {
      needs: 'all sms:phoneNumber:byoImport',
      body: 'SmsPhoneNumberImport',
      ok: { 200: 'SmsPhoneNumber', 202: 'SmsPhoneNumber' },
      errors: {
        400: 'bad.request compliance.not.configurable invalid.e164.number invalid.phone.number missing.required.field.value phone.number.duplicate phone.number.unavailable unexpected.country.code unexpected.phone.number.type',
        409: 'provisioning.action.in.progress'
      }
    },
    'DELETE /phonenumbers/{phoneNumberId}': {
      needs: 'all sms:phoneNumber:delete',
      ok: { 202: '' },
      errors: { 400: 'invalid.short.code.operation recipient.has.flow', 409: 'provisioning.action.in.progress' }
    },
    'GET /phonenumbers/{phoneNumberId}': { needs: 'all sms:phoneNumber:view', ok: { 200: 'SmsPhoneNumber' } },
    'PATCH /phonenumbers/{phoneNumberId}': {
      needs: 'all sms:phoneNumber:edit',
      body: 'SmsPhoneNumberPatchRequest',
      ok: { 200: 'SmsPhoneNumber' },
      errors: { 400: 'patch.missing.fields.to.update', 409: 'provisioning.action.in.progress' }
    }
  }
}
