import type { GuestFrame } from './exchange'
import { fieldAt, isRecord, listAt, numberAt, textAt } from './json'
import { withoutSecrets } from './secrets'

/** What a guest asks for (Web Messaging schema 18.1.0, `RequestType`). */
const actions = new Set([
  ...['configureSession', 'configureAuthenticatedSession', 'onAttachment', 'getAttachment', 'deleteAttachment', 'onMessage'],
  ...['closeSession', 'echo', 'getJwt', 'disconnectCustomer', 'resumeToken', 'getConfiguration']
])

const isTrue = (value: unknown): boolean => value === true || value === 'true'

/** What a frame’s body says in words: a text, an error’s message, or the events of a message. */
const textOf = (body: unknown): string | undefined => {
  if (typeof body === 'string') return body
  const said = textAt(body, 'errorMessage') ?? textAt(body, 'message') ?? textAt(body, 'reason') ?? textAt(body, 'reasonCode')
  if (said !== undefined) return said
  const events = listAt(body, 'events').map(
    (event) => `${textAt(event, 'eventType') ?? 'Event'} ${textAt(fieldAt(event, 'presence'), 'type') ?? ''}`
  )
  return events.length === 0 ? undefined : events.join(', ').trim()
}

/** A frame that the platform sent to a guest: `{type, class, code, body}`. */
const readAnswer = (value: Readonly<Record<string, unknown>>): GuestFrame | undefined => {
  const frameClass = textAt(value, 'class')
  const type = textAt(value, 'type')
  if (frameClass === undefined || (type !== 'response' && type !== 'message')) return undefined
  const { body } = value
  const readOnly = fieldAt(body, 'readOnly') ?? fieldAt(fieldAt(body, 'metadata'), 'readOnly')
  const text = textOf(body)
  return {
    frameClass,
    code: numberAt(body, 'errorCode') ?? numberAt(value, 'code'),
    text: text && withoutSecrets(text),
    readOnly: readOnly === undefined ? undefined : isTrue(readOnly)
  }
}

/** A frame that a guest sent. It says what was tried; its token goes no further. */
const readAsked = (value: Readonly<Record<string, unknown>>): GuestFrame | undefined => {
  const action = textAt(value, 'action')
  return action !== undefined && actions.has(action)
    ? { frameClass: undefined, code: undefined, text: `action “${action}”`, readOnly: undefined }
    : undefined
}

/** A frame of the guest’s websocket (`guest-protocol` 18.1.0); `undefined` for other JSON. */
export const readGuestFrame = (value: unknown): GuestFrame | undefined =>
  isRecord(value) ? (readAnswer(value) ?? readAsked(value)) : undefined

const quietClasses = new Set([
  'SessionResponse',
  'StructuredMessage',
  'PresignedUrlResponse',
  'JwtResponse',
  'UploadSuccessEvent',
  'string'
])

/** True for a frame that says what went wrong, or that the session is over or read-only. */
const isTrouble = ({ frameClass, code, readOnly }: GuestFrame): boolean =>
  (code !== undefined && code >= 400) ||
  readOnly === true ||
  (frameClass !== undefined && !quietClasses.has(frameClass) && /Error|Expired|Closed|Cleared|Logout|Failure/.test(frameClass))

/** The frames worth explaining: those with trouble when there are any, else what came back, else what was sent. */
export const worthExplaining = (frames: readonly GuestFrame[]): readonly GuestFrame[] => {
  const trouble = frames.filter(isTrouble)
  if (trouble.length > 0) return trouble
  const answers = frames.filter(({ frameClass }) => frameClass !== undefined)
  return answers.length > 0 ? answers : frames
}
