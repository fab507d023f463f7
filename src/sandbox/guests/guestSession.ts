import type { GuestMessage } from './guestMessage'

/** What a guest’s token stands for. Sessions are values: a change makes a new one. */
export interface GuestSession {
  /** The guest’s own secret: whoever has it is the guest. */
  readonly token: string
  readonly deploymentId: string
  /** How the conversations of this session name the guest. */
  readonly customerAddress: string
  readonly customerName: string
  readonly externalContactId: string | undefined
  readonly access: 'open' | 'readOnly'
  /** Whether the next message starts a conversation of its own, whatever the reply window says. */
  readonly startsNew: boolean
  /** Whether a guest ever connected with the token. */
  readonly connectedBefore: boolean
  /** When somebody last wrote, or the session began; in milliseconds since 1970. */
  readonly lastActivity: number
  readonly durationSeconds: number
  /** Everything that was said since the session began, oldest first. */
  readonly history: readonly GuestMessage[]
}

/** When the session expires unless somebody writes, in milliseconds since 1970. */
export const expiryOf = ({ lastActivity, durationSeconds }: GuestSession): number => lastActivity + durationSeconds * 1000

export const isExpired = (session: GuestSession, now: number): boolean => expiryOf(session) <= now

/** A message keeps the session alive; an event does not. */
export const withMessage = (session: GuestSession, message: GuestMessage): GuestSession => ({
  ...session,
  lastActivity: message.says.kind === 'message' ? Math.max(session.lastActivity, message.time) : session.lastActivity,
  history: [...session.history, message]
})

/** The same guest with nothing behind them: no history, and no conversation to continue. */
export const startedAnew = (session: GuestSession, customerAddress: string, now: number): GuestSession => ({
  ...session,
  customerAddress,
  access: 'open',
  startsNew: true,
  lastActivity: now,
  history: []
})
