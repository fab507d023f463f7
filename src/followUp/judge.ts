import { attemptOf } from '../diagnosis/attempt'
import { diagnose, type Diagnosis } from '../diagnosis/diagnose'
import type { Finding } from '../diagnosis/finding'
import type { Request } from '../exchange/exchange'
import type { CredentialKind } from '../model/credential'
import type { Draft } from '../model/draft'
import { known, type Fact } from '../model/fact'
import type { Situation } from '../model/situation'
import type { PlannedRequest } from './route'

const credentialFor = ({ credentials }: Situation, kind: CredentialKind): Fact<CredentialKind | 'none'> =>
  credentials.known
    ? known(credentials.value.some((credential) => credential.kind === kind) ? kind : 'none', credentials.from)
    : credentials

/** A planned request as the rules read one. */
export const asRequest = ({ method, path, body }: PlannedRequest): Request => ({
  method,
  url: path,
  apiPath: path,
  authorisation: 'bearer',
  body: { kind: 'json', value: body }
})

/** Whether a request fails for want of a credential, and for nothing else. */
export const lacksCredentialAlone = (findings: readonly Finding[]): boolean => {
  const errors = findings.filter(({ severity }) => severity === 'error')
  return errors.length === 1 && errors[0]?.rule === 'credential.absent'
}

/** The situation with the template that a draft has: it was read when it was chosen. */
export const withTemplateOf = ({ template }: Draft, situation: Situation): Situation =>
  template === undefined
    ? situation
    : { ...situation, cannedResponse: known(template.response, { source: 'POST /api/v2/responsemanagement/responses/query' }) }

/** What the rules say of a planned request in this situation. */
export const judge = (
  situation: Situation,
  request: PlannedRequest,
  credential: Fact<CredentialKind | 'none'> = credentialFor(situation, request.credential)
): Diagnosis => diagnose(attemptOf(situation, { request: asRequest(request), response: undefined }, credential))
