// The bodies with which external contacts are written.
import * as z from 'zod/mini'
import { identifierTypes, type ContactDetails, type ContactPhone } from '../../organisation/externalContact'
import { notImplemented, Refusal } from '../../refusal'

const readOnly = z.optional(z.unknown())
const text = z.optional(z.string())

const phone = z.strictObject({
  display: text,
  extension: z.optional(z.int()),
  acceptsSMS: z.optional(z.boolean()),
  normalizationCountryCode: text,
  userInput: readOnly,
  e164: readOnly,
  countryCode: readOnly
})

const address = z.strictObject({ address1: text, address2: text, city: text, state: text, postalCode: text, countryCode: text })

/** Parts of a contact that a body may have and the sandbox does not keep. */
const notKept = [
  'twitterId',
  'lineId',
  'whatsAppId',
  'facebookId',
  'instagramId',
  'appleOpaqueIds',
  'externalIds',
  'externalOrganization',
  'schema',
  'customFields',
  'externalDataSources'
] as const

/** `ExternalContact`. */
export const externalContact = z.strictObject({
  id: readOnly,
  division: readOnly,
  firstName: text,
  middleName: text,
  lastName: text,
  salutation: text,
  title: text,
  workPhone: z.optional(phone),
  cellPhone: z.optional(phone),
  homePhone: z.optional(phone),
  otherPhone: z.optional(phone),
  workEmail: text,
  personalEmail: text,
  otherEmail: text,
  address: z.optional(address),
  surveyOptOut: z.optional(z.boolean()),
  externalSystemUrl: text,
  twitterId: readOnly,
  lineId: readOnly,
  whatsAppId: readOnly,
  facebookId: readOnly,
  instagramId: readOnly,
  appleOpaqueIds: readOnly,
  externalIds: readOnly,
  externalOrganization: readOnly,
  schema: readOnly,
  customFields: readOnly,
  externalDataSources: readOnly,
  identifiers: readOnly,
  modifyDate: readOnly,
  createDate: readOnly,
  type: readOnly,
  canonicalContact: readOnly,
  mergeSet: readOnly,
  mergedFrom: readOnly,
  mergedTo: readOnly,
  mergeOperation: readOnly,
  selfUri: readOnly
})

type Body = z.infer<typeof externalContact>

const e164 = /^\+[1-9]\d{6,14}$/

/** Source: published OpenAPI, `PhoneNumber.display`: the number in E.164 form where it can be read as one, and the input as it was. */
const phoneOf = (given: z.infer<typeof phone> | undefined): ContactPhone | undefined => {
  if (given === undefined) return undefined
  const { display, extension, acceptsSMS } = given
  const digits = display?.replace(/[\s().-]/g, '')
  return { display, extension, acceptsSMS, userInput: display, e164: digits !== undefined && e164.test(digits) ? digits : undefined }
}

/** What a body says of a person; `undefined` parts are those that it leaves out. */
export const personOf = (body: Body): { readonly firstName: string; readonly lastName: string; readonly details: ContactDetails } => {
  const unknown = notKept.find((field) => body[field] !== undefined && body[field] !== null)
  if (unknown !== undefined) {
    throw new Refusal(notImplemented, `The sandbox does not keep ${unknown} of a contact. Leave it out.`, { field: unknown })
  }
  return {
    firstName: body.firstName ?? '',
    lastName: body.lastName ?? '',
    details: {
      middleName: body.middleName,
      salutation: body.salutation,
      title: body.title,
      workPhone: phoneOf(body.workPhone),
      cellPhone: phoneOf(body.cellPhone),
      homePhone: phoneOf(body.homePhone),
      otherPhone: phoneOf(body.otherPhone),
      workEmail: body.workEmail,
      personalEmail: body.personalEmail,
      otherEmail: body.otherEmail,
      address: body.address,
      surveyOptOut: body.surveyOptOut,
      externalSystemUrl: body.externalSystemUrl
    }
  }
}

/** `ExternalContactsPatchRequest`. */
export const contactPatch = z.strictObject({
  changes: z.optional(
    z.array(
      z.strictObject({
        field: z.string(),
        value: z.optional(z.unknown()),
        action: z.enum(['UpdateIfEmpty', 'UpdateIfExists', 'Update', 'AppendToCollection', 'Remove', 'RemoveFromCollection'])
      })
    )
  )
})

/** `ContactIdentifier`. */
export const contactIdentifier = z.strictObject({
  division: readOnly,
  type: z.enum(identifierTypes),
  value: z.string().check(z.trim(), z.minLength(1), z.maxLength(255)),
  dateCreated: readOnly,
  externalSource: readOnly
})

/** `IdentifierClaimRequest`. */
export const identifierClaim = z.strictObject({ operation: z.enum(['Claim', 'Release']), identifier: contactIdentifier })

/** `MergeContactsRequest`. Source of the number: SDK 262, operation text. */
export const mergeContacts = z.strictObject({
  contactIds: z.array(z.string()).check(z.minLength(2), z.maxLength(25)),
  valueOverride: z.optional(externalContact)
})

/** `MergeRequest`. */
export const mergeTwo = z.strictObject({ sourceContactId: z.string(), targetContactId: z.string() })
