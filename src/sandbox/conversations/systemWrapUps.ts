import type { Conversation } from './conversation'

/** Wrap-up codes that no agent chose. That the platform has such codes is documented; their names here are the sandbox’s own. */
export const systemWrapUps = {
  /** After-conversation work ran out of time. */
  timedOut: 'SANDBOX-WRAP-UP-TIMEOUT',
  /** A teardown ended it. Source: text of `POST /conversations/{conversationId}/disconnect`. */
  tornDown: 'SANDBOX-WRAP-UP-TEARDOWN'
} as const

const codes: ReadonlySet<string> = new Set(Object.values(systemWrapUps))

export const isSystemWrapUp = (code: string): boolean => codes.has(code)

export const hasSystemWrapUp = ({ participants }: Conversation): boolean =>
  participants.some(
    (participant) => participant.purpose === 'agent' && participant.wrapUp.kind === 'done' && isSystemWrapUp(participant.wrapUp.code)
  )
