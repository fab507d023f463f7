import type { Models } from 'purecloud-platform-client-v2'
import type { CannedResponse, ResponseLibrary, ResponseUse } from '../../organisation/cannedResponse'
import type { Organisation } from '../../organisation/organisation'
import { isoTime, type Answer } from '../answers'
import { divisionRef } from './division'

const libraryUri = (id: string): string => `/api/v2/responsemanagement/libraries/${id}`

/** As `GET /api/v2/responsemanagement/libraries/{libraryId}` answers it. */
export const libraryBody = ({ division }: Organisation, { id, name, created }: ResponseLibrary): Answer<Models.Library> => ({
  id,
  name,
  version: 1,
  dateCreated: isoTime(created),
  division: divisionRef(division),
  selfUri: libraryUri(id)
})

/** `Response.responseType`. A plain text has none. */
export const responseType = ({ kind }: ResponseUse): string | undefined => {
  switch (kind) {
    case 'text':
      return undefined
    case 'whatsAppTemplate':
      return 'MessagingTemplate'
    case 'appleInvitation':
      return 'AppleInvitation'
  }
}

/** As `GET /api/v2/responsemanagement/responses/{responseId}` answers it. */
export const responseBody = (
  { libraries }: Organisation,
  { id, name, version, libraryIds, text, substitutions, use, created }: CannedResponse
): Answer<Models.Response> => ({
  id,
  name,
  version,
  libraries: libraries
    .filter((library) => libraryIds.includes(library.id))
    .map((library) => ({
      id: library.id,
      name: library.name,
      selfUri: libraryUri(library.id)
    })),
  texts: [{ content: text, contentType: 'text/plain' }],
  dateCreated: isoTime(created),
  substitutions,
  responseType: responseType(use),
  messagingTemplate:
    use.kind === 'whatsAppTemplate'
      ? { whatsApp: { name: use.name, language: use.language, integrationId: use.integrationId } }
      : undefined,
  appleInvitation: use.kind === 'appleInvitation' ? use.invitation : undefined,
  selfUri: `/api/v2/responsemanagement/responses/${id}`
})
