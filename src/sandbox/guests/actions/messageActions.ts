import { receiveFromCustomer } from '../../receiving/receive'
import { attachmentUrl } from '../attachments'
import { attachmentKind } from '../../media/media'
import { presenceMessage, type ContentElement, type Presence } from '../guestMessage'
import type { GuestSession } from '../guestSession'
import { notice } from '../protocol/frames'
import { GuestError, guestErrorCodes } from '../protocol/guestError'
import type { RequestFor } from '../protocol/requests'
import { askerOf, liveSession, mostCustomAttributeBytes, type GuestContext } from './guestContext'
import { leaveConversation } from './leaveConversation'

type OnMessage = RequestFor<'onMessage'>
type Said = Exclude<OnMessage['message'], { readonly type: 'Event' }>

/** Source: Genesys’ limits of web messaging. */
const mostTextBytes = 4096

/** The words are the platform’s own, as they were captured. */
const readOnly = (): GuestError => new GuestError(409, 'Session is read-only, no new messages allowed')

const checkCustomAttributes = ({ channel, message }: OnMessage): void => {
  for (const attributes of [channel?.metadata?.customAttributes, message.channel?.metadata?.customAttributes]) {
    if (attributes && Buffer.byteLength(JSON.stringify(attributes)) > mostCustomAttributeBytes) {
      throw new GuestError(
        guestErrorCodes.customAttributesTooLarge,
        `Custom Attributes in channel metadata is larger than ${mostCustomAttributeBytes} bytes`
      )
    }
  }
}

const contentOf = ({ world, origin }: GuestContext, { token }: GuestSession, { content = [] }: Said): readonly ContentElement[] =>
  content.map((element): ContentElement => {
    if (element.contentType === 'ButtonResponse') return element
    const attachment = world.guests.attachments.findUploaded(token, element.attachment.id)
    const { id, fileName, fileType, fileSize, upload } = attachment
    return {
      contentType: 'Attachment',
      attachment: {
        id,
        filename: fileName,
        fileSize: upload.kind === 'done' ? upload.bytes.length : (fileSize ?? 0),
        mediaType: attachmentKind(fileType),
        mime: fileType,
        url: attachmentUrl(origin, attachment)
      }
    }
  })

/** What stands for the message where only text is kept: a button’s text, or the names of the files. */
const textOf = (text: string, content: readonly ContentElement[]): string =>
  text === ''
    ? content
        .map((element) => (element.contentType === 'Attachment' ? element.attachment.filename : element.buttonResponse.text))
        .join(', ')
    : text

/** The external contact that an unknown guest becomes, where the deployment makes one. */
const newContact = ({ world: { configuration, ids, clock }, deployment }: GuestContext): string | undefined => {
  if (deployment.resolvesIdentities === false) return undefined
  const id = ids.next('contact')
  configuration.change((before) => ({
    ...before,
    contacts: [...before.contacts, { id, firstName: 'Guest', lastName: '', type: 'Ephemeral', created: clock.now() }]
  }))
  return id
}

const say = (context: GuestContext, session: GuestSession, message: Said): void => {
  const { world } = context
  const text = message.text ?? ''
  if (Buffer.byteLength(text) > mostTextBytes) {
    throw new GuestError(guestErrorCodes.messageTooLong, `The message has more than ${mostTextBytes} bytes.`)
  }
  const content = contentOf(context, session, message)
  if (text === '' && content.length === 0) throw new GuestError(guestErrorCodes.missingParameter, 'The request needs message.text.')
  const { token, deploymentId, customerAddress, customerName, startsNew } = session
  const externalContactId = session.externalContactId ?? newContact(context)
  world.guests.sessions.change(token, (before) => ({ ...before, externalContactId, startsNew: false }))
  world.guests.writing({ token, asker: askerOf(context), extras: { metadata: message.metadata ?? {}, content } }, () =>
    receiveFromCustomer(world, {
      messengerType: 'webmessaging',
      businessAddress: deploymentId,
      customerAddress,
      customerName,
      externalContactId,
      content: { kind: 'text', text: textOf(text, content) },
      startsNew
    })
  )
}

/** The guest clears the conversation: it ends, and the session with everything in it is gone. */
const clear = (context: GuestContext, session: GuestSession): void => {
  const { guests } = context.world
  if (!guests.messengerOf(session.deploymentId).conversations.clear) {
    throw new GuestError(403, 'Presence events Conversation Clear are not supported')
  }
  leaveConversation(context, session)
  guests.connections.broadcast(session.token, notice({ class: 'SessionClearedEvent', body: {} }), askerOf(context))
  guests.connections.closeAll(session.token)
  guests.sessions.forget(session)
}

const showPresence = (context: GuestContext, session: GuestSession, presence: Presence, metadata: Said['metadata'] = {}): void => {
  const { guests, ids, clock } = context.world
  if (presence === 'Clear') {
    clear(context, session)
    return
  }
  guests.tell(session.token, presenceMessage(ids.next('guest event'), clock.now(), 'Inbound', presence, metadata), askerOf(context))
  if (presence === 'Disconnect') leaveConversation(context, session)
}

const showTyping = ({ world: { guests, typing, clock } }: GuestContext, session: GuestSession): void => {
  if (!guests.messengerOf(session.deploymentId).conversations.showUserTyping) {
    throw new GuestError(403, 'Turn on the Feature Toggle or fix the configuration.')
  }
  const conversation = guests.conversationOf(session)
  if (conversation) typing.tell({ conversationId: conversation.id, by: 'customer', time: clock.now() })
}

/** `onMessage`: the guest says something, or lets something be known. Its answer is the echo that every connection of the session gets. */
export const onMessage = (context: GuestContext, request: OnMessage): void => {
  const session = liveSession(context, request.token)
  context.world.guests.countMessage(session)
  if (session.access === 'readOnly') throw readOnly()
  checkCustomAttributes(request)
  const { message } = request
  if (message.type !== 'Event') {
    say(context, session, message)
    return
  }
  for (const event of message.events) {
    if (event.eventType === 'Typing') showTyping(context, session)
    else showPresence(context, session, event.presence.type, message.metadata)
  }
}
