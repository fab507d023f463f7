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
  use: 'whatsAppTemplate'
}
