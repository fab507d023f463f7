import assert from 'node:assert/strict'
import { PlatformError } from '../../../src/genesys/platformError'
import { readConversationOfMessage, readMessageContents } from '../../../src/genesys/wire/messageContent'
import { ids } from '../support/ids'

const contentOf = (data: object) => readMessageContents({ entities: [{ id: 'm-1', ...data }] }).get('m-1')

describe('What a message says', () => {
  it('is its normalised text, and of an older answer its textBody', () => {
    assert.equal(contentOf({ normalizedMessage: { text: 'Hello' }, textBody: 'older' })?.text, 'Hello')
    assert.equal(contentOf({ textBody: 'older' })?.text, 'older')
    assert.equal(contentOf({ textBody: '', normalizedMessage: { text: null } })?.text, undefined)
  })

  it('is the text of a template or of a button that was pressed, where it has no text of its own', () => {
    assert.equal(contentOf({ normalizedMessage: { content: [{ template: { body: { text: 'Your order' } } }] } })?.text, 'Your order')
    assert.equal(contentOf({ normalizedMessage: { content: [{ buttonResponse: { text: 'Yes' } }] } })?.text, 'Yes')
  })

  it('names the template that it was made from', () => {
    const content = [{ contentType: 'Notification', template: { id: 'cannedresponse@r-1', body: { text: 'Your order' } } }]
    assert.equal(contentOf({ normalizedMessage: { content } })?.templateId, 'cannedresponse@r-1')
  })

  it('names what fills the template in', () => {
    const parameters = [{ name: 'day', text: 'Monday' }, { name: 'who', text: 'Ada' }, {}]
    const content = [{ contentType: 'Notification', template: { id: 'cannedresponse@r-1', body: { parameters } } }]
    assert.deepEqual(contentOf({ normalizedMessage: { content } })?.templateValues, ['Monday', 'Ada'])
  })

  it('has the ids of what is attached, where the platform says them', () => {
    const content = [{ contentType: 'Attachment', attachment: { id: 'provider-7', mediaType: 'File' } }]
    assert.deepEqual(contentOf({ media: [{ id: 'media-1' }, {}], normalizedMessage: { content } })?.mediaIds, ['media-1', 'provider-7'])
  })

  it('names what is attached', () => {
    const content = [
      { contentType: 'Attachment', attachment: { filename: 'bill.pdf', mediaType: 'File' } },
      { attachment: { mediaType: 'Image' } },
      { contentType: 'Future', somethingElse: {} }
    ]
    assert.equal(contentOf({ normalizedMessage: { content } })?.text, undefined)
    assert.deepEqual(contentOf({ normalizedMessage: { content } })?.attachments, ['bill.pdf', 'Image'])
  })

  it('passes over a row without an id, and refuses what is no listing', () => {
    assert.equal(readMessageContents({ entities: [{ textBody: 'x' }] }).size, 0)
    assert.equal(readMessageContents({}).size, 0)
    assert.throws(() => readMessageContents([]), PlatformError)
  })

  it('belongs to the conversation that its details name', () => {
    assert.equal(readConversationOfMessage({ conversationId: ids.conversation }), ids.conversation)
    assert.throws(() => readConversationOfMessage({ conversationId: 'other' }), PlatformError)
  })
})
