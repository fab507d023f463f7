/** A phone number as a contact’s record has it. */
export interface ContactPhone {
  readonly display?: string | undefined
  readonly extension?: number | undefined
  readonly acceptsSMS?: boolean | undefined
  readonly userInput?: string | undefined
  readonly e164?: string | undefined
  readonly countryCode?: string | undefined
}

export interface ContactAddress {
  readonly address1?: string | undefined
  readonly address2?: string | undefined
  readonly city?: string | undefined
  readonly state?: string | undefined
  readonly postalCode?: string | undefined
  readonly countryCode?: string | undefined
}

/** What is known of a person beside the name: the part of the published record that the sandbox keeps. */
export interface ContactDetails {
  readonly middleName?: string | undefined
  readonly salutation?: string | undefined
  readonly title?: string | undefined
  readonly workPhone?: ContactPhone | undefined
  readonly cellPhone?: ContactPhone | undefined
  readonly homePhone?: ContactPhone | undefined
  readonly otherPhone?: ContactPhone | undefined
  readonly workEmail?: string | undefined
  readonly personalEmail?: string | undefined
  readonly otherEmail?: string | undefined
  readonly address?: ContactAddress | undefined
  readonly surveyOptOut?: boolean | undefined
  readonly externalSystemUrl?: string | undefined
}

/** Source: published OpenAPI, `ContactIdentifier.type`. */
export const identifierTypes = [
  'SocialLine',
  'SocialFacebook',
  'SocialTwitter',
  'SocialWhatsapp',
  'SocialInstagram',
  'SocialWhatsappBsuid',
  'AppleOpaqueId',
  'Email',
  'Phone',
  'Cookie',
  'ExternalId'
] as const

/** What a contact is recognised by. No two contacts of a division have the same one. */
export interface ContactIdentifier {
  readonly type: (typeof identifierTypes)[number]
  readonly value: string
  readonly created: number
}

/** A customer whom the organisation knows. */
export interface ExternalContact {
  readonly id: string
  /** Empty where it is not known, as the last name. */
  readonly firstName: string
  readonly lastName: string
  /** Seen once, recognised, or written down by somebody. Only the last kind stays for ever. */
  readonly type: 'Ephemeral' | 'Identified' | 'Curated'
  readonly created: number
  /** Absent: as it was made. */
  readonly modified?: number
  readonly details?: ContactDetails
  readonly identifiers?: readonly ContactIdentifier[]
  /** The contact that stands for this one since they were merged. */
  readonly mergedInto?: string
  /** The contacts that were merged into this one. */
  readonly mergedFrom?: readonly string[]
}

export const contactName = ({ firstName, lastName }: ExternalContact): string => [firstName, lastName].filter(Boolean).join(' ')

/** The contact at the head of the merge tree that `contact` is in: itself, if it was not merged into another. */
export const canonicalContact = (contacts: readonly ExternalContact[], contact: ExternalContact): ExternalContact => {
  const head = contacts.find(({ id }) => id === contact.mergedInto)
  return head === undefined ? contact : canonicalContact(contacts, head)
}

/** All contacts of the merge tree under `head`, the head included. */
export const mergeSet = (contacts: readonly ExternalContact[], head: ExternalContact): readonly ExternalContact[] => [
  head,
  ...(head.mergedFrom ?? []).flatMap((source) => {
    const contact = contacts.find(({ id }) => id === source)
    return contact === undefined ? [] : mergeSet(contacts, contact)
  })
]

/** What a merge makes of its sources: a new contact, named and described as the one that was changed last, with what that one lacks from the others. */
export const mergedContact = (
  id: string,
  sources: readonly ExternalContact[],
  now: number,
  override: Partial<Pick<ExternalContact, 'firstName' | 'lastName' | 'details'>> = {}
): ExternalContact => {
  const latestLast = sources.toSorted((a, b) => (a.modified ?? a.created) - (b.modified ?? b.created))
  const nameOf = (field: 'firstName' | 'lastName'): string =>
    override[field] ?? latestLast.findLast((source) => source[field] !== '')?.[field] ?? ''
  return {
    id,
    firstName: nameOf('firstName'),
    lastName: nameOf('lastName'),
    type: 'Curated',
    created: now,
    details: [...latestLast, override].reduce<ContactDetails>((all, { details }) => ({ ...all, ...details }), {}),
    identifiers: sources.flatMap(({ identifiers = [] }) => identifiers),
    mergedFrom: sources.map((source) => source.id)
  }
}
