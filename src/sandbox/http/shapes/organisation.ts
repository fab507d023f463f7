import type { Models } from 'purecloud-platform-client-v2'
import type { Organisation } from '../../organisation/organisation'
import type { Answer } from '../answers'

export const organisationBody = ({ id, name }: Organisation): Answer<Models.Organization> => ({
  id,
  name,
  defaultLanguage: 'en-us',
  defaultCountryCode: 'US',
  thirdPartyOrgName: 'sandbox',
  domain: 'sandbox',
  version: 1,
  state: 'active',
  productPlatform: 'GenesysCloud',
  features: {},
  selfUri: `/api/v2/organizations/${id}`
})
