import * as z from 'zod/mini'
import type { Listing } from '../../model/listing'
import type { Deployment, Integration, SmsNumber } from '../../model/senders'
import { text } from './fields'
import { mapListing, readListingPage } from './listing'

const supportedContent = z.optional(z.nullable(z.object({ id: text })))
const deployment = z.object({ id: z.string(), name: text, status: text, supportedContent })
const integration = z.object({ id: z.string(), name: text, messengerType: text, status: text, supportedContent })
const smsNumber = z.object({ phoneNumber: z.string(), phoneNumberStatus: text, supportedContent })

const profileOf = (reference: z.infer<typeof supportedContent>): { readonly supportedContentId?: string } =>
  reference?.id ? { supportedContentId: reference.id } : {}

/** Reads the body of GET /api/v2/webdeployments/deployments, which has no pages. */
export const readDeployments = (body: unknown): readonly Deployment[] =>
  readListingPage('Reading the deployments', deployment, body).rows.map(({ id, name, status, supportedContent: profile }) => ({
    id,
    name: name ?? id,
    status: status ?? 'not given',
    ...profileOf(profile)
  }))

/** Reads the body of GET /api/v2/conversations/messaging/integrations. */
export const readIntegrations = (body: unknown): Listing<Integration> =>
  mapListing(
    readListingPage('Reading the integrations', integration, body),
    ({ id, name, messengerType, status, supportedContent: profile }) => ({
      id,
      name: name ?? id,
      messengerType: messengerType ?? undefined,
      status: status ?? undefined,
      ...profileOf(profile)
    })
  )

/** Reads the body of GET /api/v2/routing/sms/phonenumbers. */
export const readSmsNumbers = (body: unknown): Listing<SmsNumber> =>
  mapListing(
    readListingPage('Reading the SMS numbers', smsNumber, body),
    ({ phoneNumber, phoneNumberStatus, supportedContent: profile }) => ({
      phoneNumber,
      status: phoneNumberStatus ?? undefined,
      ...profileOf(profile)
    })
  )
