import type { Models } from 'purecloud-platform-client-v2'
import type { Division, Organisation } from '../../organisation/organisation'
import type { Answer } from '../answers'

const selfUri = (id: string): string => `/api/v2/authorization/divisions/${id}`

export const divisionRef = ({ id, name }: Division): Answer<Models.Division> => ({ id, name, selfUri: selfUri(id) })

export const divisionBody = ({ division: home }: Organisation, { id, name, description }: Division): Answer<Models.AuthzDivision> => ({
  id,
  name,
  description,
  homeDivision: id === home.id,
  selfUri: selfUri(id)
})
