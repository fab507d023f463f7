import type { Attempt } from '../../../../src/diagnosis/attempt'
import type { CannedResponse } from '../../../../src/model/cannedResponse'
import { known } from '../../../../src/model/fact'
import type { TemplatePart } from '../../../../src/model/templatePart'
import { asAgent, attempt, sentByClient } from '../../support/attempt'
import { orderTemplate } from '../../support/cannedResponse'
import { endedConversation, withAgent } from '../../support/conversation'
import { agentlessTo, agentSend } from '../../support/exchange'
import type { CasesByRule, Doubt, Silence } from '../../support/ruleCases'

const body = [
  { id: '1', value: 'Grace' },
  { id: 'order', value: 'SB-1' }
]

const recipient = { toAddress: '41790000001', textBody: undefined }

/** An agentless send to WhatsApp of the template that was read, which has these parts beside its body. */
const sending = (template: object, parts: readonly TemplatePart[] = [], response: CannedResponse = orderTemplate): Attempt =>
  sentByClient(
    agentlessTo('whatsapp', { ...recipient, messagingTemplate: { responseId: 'r-1', ...template } }),
    endedConversation('whatsapp'),
    {
      cannedResponse: known({ ...response, parts }, { source: 'the library' })
    }
  )

const header: TemplatePart = { place: { kind: 'header' }, text: 'Order {{1}}' }
const picture: TemplatePart = { place: { kind: 'headerMedia' }, text: '{{picture}}' }
const button = (at: number, id = 'code'): TemplatePart => ({
  place: { kind: 'buttonUrl', button: at },
  text: `https://shop.example/{{${id}}}`
})
const payload = (id: string): TemplatePart => ({ place: { kind: 'buttonPayload', button: 1 }, text: `yes-{{${id}}}` })
const cardText: TemplatePart = { place: { kind: 'body', card: 1 }, text: '{{item}}' }

const whole: Silence = { when: 'the template is whole', attempt: sending({ bodyParameters: body }) }
const everywhere: Silence = {
  when: 'every list is given',
  attempt: sending(
    {
      headerParameters: [{ id: '1', value: 'SB-1' }],
      parameters: body,
      buttonUrlParameters: [{ id: 'code', value: 'SB-1' }]
    },
    [header, button(0)]
  )
}
const text: Silence = { when: 'a text is sent', attempt: asAgent(withAgent('connected')) }
const elsewhere: Silence = {
  when: 'it is no WhatsApp',
  attempt: asAgent(withAgent('connected', 'open'), agentSend({ messagingTemplate: { responseId: 'r-1' } }))
}

const unread = sentByClient(
  agentlessTo('whatsapp', { ...recipient, messagingTemplate: { responseId: 'r-1' } }),
  endedConversation('whatsapp')
)

const doubts: readonly [Doubt, ...Doubt[]] = [
  { when: 'the response was not read', attempt: unread, saidBy: 'template.parameter-missing', says: /which parameters the template has/ },
  {
    when: 'another response was read',
    attempt: sending({ responseId: 'r-9' }),
    saidBy: 'template.parameter-missing',
    says: /Another response was read/
  }
]

export const templateParameterCases: CasesByRule = {
  'template.parameter-type': {
    fires: [
      {
        when: 'a value is a number',
        attempt: sending({ bodyParameters: [{ id: '1', value: 5 }] }),
        severity: 'error',
        cause: /bodyParameters\[0\]\.value is no text/
      },
      {
        when: 'the parameters are an object',
        attempt: sending({ headerParameters: { 1: 'SB-1' } }),
        severity: 'error',
        cause: /headerParameters is no list/
      },
      {
        when: 'a parameter is its value alone',
        attempt: sending({ buttonUrlParameters: ['SB-1'] }),
        severity: 'error',
        cause: /buttonUrlParameters\[0\] is no object/
      },
      {
        when: 'the number of a card is a text',
        attempt: sending({ carouselParameters: { cardParameters: [{ index: '0' }] } }),
        severity: 'error',
        cause: /cardParameters\[0\]\.index is no whole number/
      },
      {
        when: 'the cards are a list',
        attempt: sending({ carouselParameters: [] }),
        severity: 'error',
        cause: /carouselParameters is no object/
      }
    ],
    silent: [
      whole,
      text,
      { when: 'a program fills them in', attempt: sending({ bodyParameters: '{parameters}', carouselParameters: '{cards}' }) }
    ],
    unknown: 'needs only the request'
  },

  'template.parameter-blank': {
    fires: [
      {
        when: 'a value is empty, and another is left out',
        attempt: sending({ bodyParameters: [{ id: 'order', value: ' ' }, { id: 'day' }] }),
        severity: 'error',
        cause: /bodyParameters “order”, bodyParameters “day”/
      },
      {
        when: 'the value of a header is empty, and has no id',
        attempt: sending({ headerParameters: [{ value: '' }] }),
        severity: 'error',
        cause: /headerParameters\[0\]/
      },
      {
        when: 'the value of a card is empty',
        attempt: sending({ carouselParameters: { cardParameters: [{ index: 0, bodyParameters: [{ id: 'item', value: '' }] }] } }),
        severity: 'error',
        cause: /cardParameters\[0\]\.bodyParameters “item”/
      }
    ],
    silent: [whole, everywhere, text, { when: 'it has no parameters', attempt: sending({}) }],
    unknown: 'needs only the request'
  },

  'template.parameter-missing': {
    fires: [
      { when: 'the body is not filled in', attempt: sending({}), severity: 'error', cause: /does not give “1” in “bodyParameters”\./ },
      {
        when: 'the value of the header is given for the body alone',
        attempt: sending({ bodyParameters: body }, [header]),
        severity: 'error',
        cause: /“1” in “headerParameters”/,
        remedy: /in the list that is for its place/
      },
      {
        when: 'the address of a button is not filled in',
        attempt: sending({ bodyParameters: body }, [button(0)]),
        severity: 'error',
        cause: /“code” in “buttonUrlParameters”/
      },
      {
        when: 'another card is filled in',
        attempt: sending(
          { bodyParameters: body, carouselParameters: { cardParameters: [{ index: 0, bodyParameters: [{ id: 'item', value: 'Tent' }] }] } },
          [cardText]
        ),
        severity: 'error',
        cause: /“item” in “bodyParameters” of the card with the index 1/
      }
    ],
    silent: [
      whole,
      everywhere,
      text,
      elsewhere,
      { when: 'one that is not given has a default', attempt: sending({ bodyParameters: [{ id: '1', value: 'Grace' }] }) }
    ],
    unknown: doubts
  },

  'template.parameter-place': {
    fires: [
      {
        when: 'a payload has one',
        attempt: sending({ bodyParameters: body }, [payload('visit')]),
        severity: 'error',
        cause: /needs “visit” in the payload of button 2, for which POST \/api\/v2\/conversations\/messages\/agentless documents no list/
      },
      {
        when: 'the header of a card has one, and an agent sends it',
        attempt: {
          ...sending({ bodyParameters: body }, [{ place: { kind: 'headerMedia', card: 0 }, text: 'https://shop.example/{{picture}}' }]),
          send: asAgent(withAgent('connected', 'whatsapp'), agentSend({ messagingTemplate: { responseId: 'r-1', bodyParameters: body } }))
            .send
        },
        severity: 'error',
        cause: /“picture” in the header on card 1, for which POST \/api\/v2\/conversations\/messages\/\{conversationId\}/
      },
      {
        when: 'the only one has a default',
        attempt: sending({ bodyParameters: body }, [{ place: { kind: 'footer' }, text: '{{order}}' }]),
        severity: 'unknown',
        confidence: 'not-documented',
        cause: /“order” in the footer.*Whether its default stands there is not documented/
      }
    ],
    silent: [
      whole,
      everywhere,
      text,
      elsewhere,
      { when: 'a footer has none', attempt: sending({}, [{ place: { kind: 'footer' }, text: 'The Shop' }]) }
    ],
    unknown: doubts
  },

  'template.parameter-shared': {
    fires: [
      {
        when: 'two buttons have the same one',
        attempt: sending({ bodyParameters: body, buttonUrlParameters: [{ id: 'code', value: 'x' }] }, [button(0), button(1)]),
        severity: 'unknown',
        cause: /“code” stands in the address of button 1 and the address of button 2/
      }
    ],
    silent: [whole, everywhere, text, elsewhere, { when: 'they have their own', attempt: sending({}, [button(0), button(1, 'slug')]) }],
    unknown: doubts
  },

  'template.parameter-address': {
    fires: [
      {
        when: 'a value for a button has a blank',
        attempt: sending({ buttonUrlParameters: [{ id: 'code', value: 'SB 1' }] }),
        severity: 'unknown',
        cause: /buttonUrlParameters “code”/
      }
    ],
    silent: [
      whole,
      everywhere,
      text,
      { when: 'a header in words has one', attempt: sending({ headerParameters: [{ id: '1', value: 'SB 1' }] }, [header]) },
      {
        when: 'the address of a picture has none',
        attempt: sending({ headerParameters: [{ id: 'picture', value: 'https://x.example/a.png' }] }, [picture])
      }
    ],
    unknown: 'needs only the request'
  },

  'template.card-index': {
    fires: [
      {
        when: 'a card is filled in',
        attempt: attempt({
          request: agentlessTo('whatsapp', { messagingTemplate: { responseId: 'r-1', carouselParameters: { cardParameters: [] } } })
        }),
        severity: 'unknown',
        cause: /not from which number it is counted/
      }
    ],
    silent: [whole, everywhere, text],
    unknown: 'needs only the request'
  }
}
