import type { CannedResponse } from '../../../src/model/cannedResponse'

/** A WhatsApp template with two parameters, of which the second has a default. */
export const orderTemplate: CannedResponse = {
  id: 'r-1',
  name: 'Order on its way',
  libraries: [{ id: 'l-1', name: 'Templates' }],
  text: 'Hello {{1}}, your order {{ order }} is on its way.',
  isPlain: true,
  substitutions: [
    { id: '1', description: 'First name' },
    { id: 'order', defaultValue: 'SB-1' }
  ],
  use: 'whatsAppTemplate',
  parts: []
}

/** A WhatsApp template with a parameter in its header, its body, the address of a button, and on two cards. */
export const parcelTemplate: CannedResponse = {
  id: 'r-2',
  name: 'Track your parcel',
  libraries: [],
  text: 'Hello {{1}}.',
  isPlain: true,
  substitutions: [{ id: '1', description: 'Parcel or name' }],
  use: 'whatsAppTemplate',
  parts: [
    { place: { kind: 'header' }, text: 'Parcel {{1}}' },
    { place: { kind: 'footer' }, text: 'The Shop' },
    { place: { kind: 'buttonUrl', button: 0 }, text: 'https://shop.example/{{code}}' },
    { place: { kind: 'buttonLabel', button: 0 }, text: 'Track it' },
    { place: { kind: 'body', card: 0 }, text: '{{item}}' },
    { place: { kind: 'body', card: 1 }, text: '{{item}}' },
    { place: { kind: 'buttonUrl', button: 0, card: 1 }, text: 'https://shop.example/{{slug}}' }
  ]
}
