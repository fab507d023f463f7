import assert from 'node:assert/strict'
import type { MessageContent } from '../../../../src/model/messageContent'
import type { Said } from '../../../../src/store/outbox/record'
import { likenessOf, saidIn } from '../../../../src/store/outbox/said'

const read = (given: Partial<MessageContent>): MessageContent => ({ text: undefined, attachments: [], ...given })

describe('What a send is recognised by', () => {
  it('is its text, its template or its file, and nothing where it sends no message', () => {
    assert.deepEqual(saidIn({ textBody: 'Hello' }, 'Hello'), { kind: 'text', text: 'Hello' })
    const template = { messagingTemplate: { responseId: 'r-1', bodyParameters: [{ id: 'day', value: 'Monday' }] } }
    assert.deepEqual(saidIn(template, 'On Monday'), { kind: 'template', responseId: 'r-1', text: 'On Monday', values: ['Monday'] })
    assert.deepEqual(saidIn({ mediaIds: ['media-1'] }, 'bill.pdf'), { kind: 'media', mediaIds: ['media-1'], fileName: 'bill.pdf' })
    assert.deepEqual(saidIn({ queueId: 'q-1' }, ''), { kind: 'nothing' })
  })

  const text: Said = { kind: 'text', text: 'Your order: Zoë’s' }
  const template: Said = { kind: 'template', responseId: 'r-1', text: 'On Monday', values: ['Monday', 'Ada'] }
  const media: Said = { kind: 'media', mediaIds: ['media-1'], fileName: 'bill.pdf' }
  const cases: readonly (readonly [string, Said, MessageContent | undefined, ReturnType<typeof likenessOf>])[] = [
    ['a text is the same', text, read({ text: 'Your order: Zoë’s' }), 'same'],
    ['a text with its blanks and accents written in another way may be it', text, read({ text: 'Your  order: Zoe\u0308’s' }), 'perhaps'],
    ['another text is not it', text, read({ text: 'Your order: Max’s' }), 'none'],
    ['what has no text is no text', text, read({ attachments: ['bill.pdf'] }), 'none'],
    ['a template with the same words is the same', template, read({ templateId: 'cannedresponse@r-1', text: 'On Monday' }), 'same'],
    [
      'a template that was filled in in another way may be it',
      template,
      read({ templateId: 'cannedresponse@r-1', text: 'Monday' }),
      'perhaps'
    ],
    [
      'a template without its words, filled in with the same values, is the same',
      template,
      read({ templateId: 'cannedresponse@r-1', templateValues: ['Ada', 'Monday'] }),
      'same'
    ],
    [
      'a template without its words, filled in with other values, may be it',
      template,
      read({ templateId: 'cannedresponse@r-1', templateValues: ['Ada', 'Friday'] }),
      'perhaps'
    ],
    ['values without the name of a template may be it', template, read({ templateValues: ['Monday', 'Ada'] }), 'perhaps'],
    [
      'a file with the id of the upload is the same, whatever its name',
      media,
      read({ attachments: ['File'], mediaIds: ['media-1'] }),
      'same'
    ],
    ['a file of another id and name may be it', media, read({ attachments: ['File'], mediaIds: ['wamid-7'] }), 'perhaps'],
    ['another template is not it', template, read({ templateId: 'cannedresponse@r-2', text: 'On Monday' }), 'none'],
    ['words of which nobody says that they are a template’s may be it', template, read({ text: 'Monday' }), 'perhaps'],
    ['a file of the same name is the same', media, read({ attachments: ['bill.pdf'] }), 'same'],
    ['a file of another name may be it', media, read({ attachments: ['File'] }), 'perhaps'],
    ['words alone are no file', media, read({ text: 'Hello' }), 'none'],
    ['what could not be read is none yet', media, undefined, 'none']
  ]
  for (const [name, said, content, likeness] of cases)
    it(name, () => {
      assert.equal(likenessOf(said, content), likeness)
    })
})
