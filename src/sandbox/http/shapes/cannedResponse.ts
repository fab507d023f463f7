import type { Models } from 'purecloud-platform-client-v2'
import type { CannedResponse, ResponseLibrary, ResponseUse } from '../../organisation/cannedResponse'
import type { Organisation } from '../../organisation/organisation'
import type { TemplateButton } from '../../organisation/templateLayout'
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

const buttonBody = (button: TemplateButton): Answer<Models.Button> =>
  button.type === 'QuickReply'
    ? { type: button.type, contentText: button.label, payload: button.payload }
    : { type: button.type, contentText: button.label, content: button.content }

/** `WhatsAppDefinition`. */
const whatsAppBody = ({
  name,
  language,
  integrationId,
  header,
  footer,
  buttons,
  cards
}: Extract<ResponseUse, { readonly kind: 'whatsAppTemplate' }>): Answer<Models.WhatsAppDefinition> => ({
  name,
  language,
  integrationId,
  header,
  messageFooter: footer === undefined ? undefined : { type: 'Text', content: footer },
  buttons: buttons?.map(buttonBody),
  carousel: cards && {
    cards: cards.map((card) => ({
      header: card.header,
      cardBodyText: { content: card.text, contentType: 'text/plain' },
      buttons: card.buttons.map(buttonBody)
    }))
  }
})

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
  messagingTemplate: use.kind === 'whatsAppTemplate' ? { whatsApp: whatsAppBody(use) } : undefined,
  appleInvitation: use.kind === 'appleInvitation' ? use.invitation : undefined,
  selfUri: `/api/v2/responsemanagement/responses/${id}`
})
