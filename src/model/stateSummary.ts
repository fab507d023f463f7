import type { Instant } from './instant'
import type { ConversationState } from './state'

/** A conversation’s state without its legs: all that is needed to name it. */
export type StateSummary =
  | {
      readonly kind: 'connected' | 'alerting' | 'parked' | 'queued' | 'automated'
      /** The agent, queue or bot that has it. */
      readonly who: string | undefined
      readonly since: Instant | undefined
    }
  | { readonly kind: 'wrapUpPending'; readonly who: string | undefined }
  | { readonly kind: 'endedWindowOpen'; readonly endedAt: Instant; readonly until: Instant }
  | { readonly kind: 'endedWindowOver'; readonly endedAt: Instant; readonly since: Instant }
  | { readonly kind: 'ended'; readonly endedAt: Instant | undefined }
  | { readonly kind: 'unknown'; readonly why: string }

/** Whether the conversation has ended, and nothing is owed to it. */
export const isOver = ({ kind }: StateSummary): boolean => kind === 'endedWindowOpen' || kind === 'endedWindowOver' || kind === 'ended'

export const summaryOf = (state: ConversationState): StateSummary => {
  switch (state.kind) {
    case 'connected': {
      const { participant, leg } = state.agent
      return { kind: 'connected', who: participant.name, since: leg.connectedAt ?? leg.startedAt }
    }
    case 'alerting':
      return { kind: 'alerting', who: state.agent.participant.name, since: state.agent.leg.startedAt }
    case 'parked':
      return { kind: 'parked', who: state.agent.participant.name, since: state.agent.leg.parkedAt }
    case 'queued': {
      const { participant, leg } = state.queue
      return { kind: 'queued', who: participant.name ?? participant.queueName, since: leg.connectedAt ?? leg.startedAt }
    }
    case 'automated': {
      const { participant, leg } = state.automation
      return { kind: 'automated', who: participant.name, since: leg.connectedAt ?? leg.startedAt }
    }
    case 'wrapUpPending':
      return { kind: 'wrapUpPending', who: state.agentName }
    case 'endedWindowOpen':
    case 'endedWindowOver':
    case 'ended':
    case 'unknown':
      return state
  }
}
