import { Hono } from 'hono'
import type { Models } from 'purecloud-platform-client-v2'
import { documented } from '../../documentedErrors'
import type { SmsNumber } from '../../organisation/integration'
import type { Organisation } from '../../organisation/organisation'
import { Refusal } from '../../refusal'
import type { World } from '../../world'
import { isoTime, type Answer } from '../answers'
import type { Needs } from '../authentication'
import type { Environment } from '../environment'
import { listing } from '../paging'
import { pathId } from '../path'
import { readExpand } from '../expand'
import { queryList } from '../query'
import { supportedContentReference } from '../shapes/messagingConfiguration'

const numberBody = (organisation: Organisation, number: SmsNumber, expand: ReadonlySet<string>): Answer<Models.SmsPhoneNumber> => ({
  id: number.id,
  name: number.name,
  phoneNumber: number.phoneNumber,
  phoneNumberType: 'local',
  phoneNumberStatus: 'ACTIVE',
  provisionedThroughPureCloud: true,
  capabilities: ['sms', 'mms'],
  supportsSms: true,
  supportsMms: true,
  supportsVoice: false,
  countryCode: number.countryCode,
  dateCreated: isoTime(number.created),
  dateModified: isoTime(number.created),
  purchaseDate: isoTime(number.created),
  version: 1,
  provisioningStatus: { action: 'Create', state: 'Completed', version: 1 },
  supportedContent: supportedContentReference(organisation, number.supportedContentId, expand.has('supportedContent')),
  selfUri: `/api/v2/routing/sms/phonenumbers/${number.id}`
})

/** Source: published OpenAPI, `sortBy` of the listing; by the others all numbers here are alike. */
const sortings: Readonly<Record<string, (number: SmsNumber) => string>> = {
  phoneNumber: ({ phoneNumber }) => phoneNumber,
  countryCode: ({ countryCode }) => countryCode,
  dateCreated: ({ created }) => isoTime(created)
}

const inOrder = (numbers: readonly SmsNumber[], sortBy: string | undefined, sortOrder: string | undefined): readonly SmsNumber[] => {
  const key = sortBy === undefined ? undefined : sortings[sortBy]
  const ascending = key ? numbers.toSorted((a, b) => key(a).localeCompare(key(b))) : numbers
  return sortOrder === 'descending' ? ascending.toReversed() : ascending
}

/** The numbers that the organisation sends SMS from. */
export const smsNumberRoutes = (world: World, needs: Needs): Hono<Environment> => {
  const view = needs({ token: 'any', permissions: { every: ['sms:phoneNumber:view'] } })
  const routes = new Hono<Environment>()

  routes.get('/', view, (c) => {
    const { organisation } = world
    const expand = readExpand(c, ['identityresolution', 'supportedContent'])
    const among = (name: string, value: string): boolean => {
      const wanted = queryList(c, name)
      return wanted.length === 0 || wanted.includes(value)
    }
    const { phoneNumber: part = '', sortBy, sortOrder } = c.req.query()
    const numbers = organisation.smsNumbers.filter(
      (number) =>
        number.phoneNumber.includes(part.trim()) &&
        among('phoneNumberType', 'local') &&
        among('phoneNumberStatus', 'active') &&
        among('countryCode', number.countryCode) &&
        among('supportedContent.id', number.supportedContentId)
    )
    const body: Answer<Models.SmsPhoneNumberEntityListing> = listing(c, inOrder(numbers, sortBy, sortOrder), (number) =>
      numberBody(organisation, number, expand)
    )
    return c.json(body)
  })

  routes.get('/:phoneNumberId', view, (c) => {
    const id = pathId(c, 'phoneNumberId')
    const number = world.organisation.smsNumbers.find((candidate) => candidate.id === id)
    if (number === undefined) throw new Refusal(documented.notFound, `This organisation has no SMS number ${id}.`)
    return c.json(numberBody(world.organisation, number, readExpand(c, ['compliance', 'supportedContent'])))
  })
  return routes
}
