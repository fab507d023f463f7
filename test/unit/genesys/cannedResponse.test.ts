import assert from 'node:assert/strict'
import { PlatformError } from '../../../src/genesys/platformError'
import { readResponses } from '../../../src/genesys/wire/cannedResponse'
import { readAnnouncedMedia, readMediaStatus, readOutboundTypes } from '../../../src/genesys/wire/media'

const unexpected = (error: unknown): boolean => PlatformError.is(error) && error.failure.kind === 'unexpected'

const read = (response: object) => readResponses({ results: { entities: [{ id: 'r-1', ...response }], total: 1 } }).rows[0]

describe('canned responses', () => {
  it('have their plain text, with the places in it', () => {
    assert.deepEqual(
      read({
        name: 'Delivery day',
        libraries: [{ id: 'l-1', name: 'Service' }, {}],
        texts: [
          { content: 'Delivery', type: 'subject', contentType: 'text/plain' },
          { content: '<b>{{order}}</b>', contentType: 'text/html' },
          { content: '{{order}} on {{day}}', contentType: 'text/plain', type: 'body' }
        ],
        substitutions: [
          { id: 'order', description: 'The number' },
          { id: 'day', defaultValue: 'Saturday' }
        ]
      }),
      {
        id: 'r-1',
        name: 'Delivery day',
        libraries: [{ id: 'l-1', name: 'Service' }],
        text: '{{order}} on {{day}}',
        isPlain: true,
        substitutions: [
          { id: 'order', description: 'The number' },
          { id: 'day', defaultValue: 'Saturday' }
        ],
        use: 'text',
        parts: []
      }
    )
  })

  it('of HTML alone have that, and say so', () => {
    const { text, isPlain } = read({ texts: [{ content: '<b>Hi</b>', contentType: 'text/html' }] }) ?? {}
    assert.deepEqual([text, isPlain], ['<b>Hi</b>', false])
    assert.deepEqual(read({})?.text, '')
  })

  it('are for what their type says', () => {
    const use = (response: object) => read(response)?.use
    assert.equal(
      use({ responseType: 'MessagingTemplate', messagingTemplate: { whatsApp: { name: 'order', language: 'en' } } }),
      'whatsAppTemplate'
    )
    assert.equal(use({ responseType: 'AppleInvitation' }), 'appleInvitation')
    assert.equal(use({ responseType: 'CampaignSmsTemplate' }), 'other')
    assert.equal(use({ responseType: null }), 'text')
  })

  it('have the texts of a WhatsApp template, each with its place', () => {
    const whatsApp = {
      name: 'parcel',
      language: 'en',
      header: { type: 'Text', content: 'Parcel {{1}}' },
      messageFooter: { type: 'Text', content: 'The Shop' },
      buttons: [
        { type: 'Url', content: 'https://shop.example/{{code}}', contentText: 'Track it' },
        { type: 'QuickReply', contentText: 'Thank you', payload: 'thanks' },
        { type: 'PhoneNumber', content: '+41440000002', contentText: null }
      ],
      carousel: {
        cards: [
          { header: { type: 'Image', content: 'https://shop.example/tent.png' }, buttons: [] },
          {
            header: { type: 'Video' },
            cardBodyText: { content: '{{item}}' },
            buttons: [{ type: 'Url', content: 'https://shop.example/{{slug}}' }]
          }
        ]
      }
    }
    assert.deepEqual(read({ responseType: 'MessagingTemplate', messagingTemplate: { whatsApp } })?.parts, [
      { place: { kind: 'header' }, text: 'Parcel {{1}}' },
      { place: { kind: 'footer' }, text: 'The Shop' },
      { place: { kind: 'buttonLabel', button: 0 }, text: 'Track it' },
      { place: { kind: 'buttonUrl', button: 0 }, text: 'https://shop.example/{{code}}' },
      { place: { kind: 'buttonLabel', button: 1 }, text: 'Thank you' },
      { place: { kind: 'buttonPayload', button: 1 }, text: 'thanks' },
      { place: { kind: 'buttonContent', button: 2 }, text: '+41440000002' },
      { place: { kind: 'headerMedia', card: 0 }, text: 'https://shop.example/tent.png' },
      { place: { kind: 'body', card: 1 }, text: '{{item}}' },
      { place: { kind: 'buttonUrl', button: 0, card: 1 }, text: 'https://shop.example/{{slug}}' }
    ])
  })

  it('whose buttons are not as described are not taken for such without buttons', () => {
    assert.throws(() => read({ messagingTemplate: { whatsApp: { buttons: { type: 'Url' } } } }), unexpected)
  })

  it('are incomplete when the platform counts more of them', () => {
    assert.equal(readResponses({ results: { entities: [{ id: 'r-1' }], total: 2 } }).isComplete, false)
  })

  it('are refused in words when they are none', () => {
    for (const body of [undefined, {}, { results: { entities: [{ name: 'x' }] } }]) assert.throws(() => readResponses(body), unexpected)
  })
})

describe('a file that is uploaded', () => {
  it('has an address, and headers that must be sent', () => {
    assert.deepEqual(readAnnouncedMedia({ id: 'm-1', uploadUrl: 'https://x', uploadHeaders: { 'x-amz-acl': 'private' } }), {
      id: 'm-1',
      url: 'https://x',
      headers: { 'x-amz-acl': 'private' }
    })
    assert.throws(() => readAnnouncedMedia({ id: 'm-1' }), unexpected)
  })

  it('has a status that is documented', () => {
    for (const status of ['uploading', 'valid', 'invalid']) assert.equal(readMediaStatus({ status }), status)
    assert.throws(() => readMediaStatus({ status: 'ready' }), unexpected)
  })
})

describe('the supported content of a sender', () => {
  it('is the types that may be sent; nothing where nothing is allowed', () => {
    assert.deepEqual(readOutboundTypes({ mediaTypes: { allow: { inbound: [{ type: '*/*' }], outbound: [{ type: 'image/*' }, {}] } } }), [
      'image/*'
    ])
    for (const body of [{}, { mediaTypes: {} }, { mediaTypes: { allow: null } }]) assert.deepEqual(readOutboundTypes(body), [])
    assert.throws(() => readOutboundTypes('x'), unexpected)
  })
})
