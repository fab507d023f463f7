import { hasEnded } from '../../../model/state'
import { sources } from '../../../platform/sources'
import { endEvidence } from '../../evidence'
import { undocumented, type Rule } from '../../rule'
import { conversationToChange } from './target'

const alreadyEnded: Rule = {
  id: 'disconnect.already-ended',
  about: 'The conversation has ended, and there is nobody to disconnect. What the platform answers then is not documented.',
  phase: 'preflight',
  title: 'The conversation has ended already',
  refusedWith: 'not-documented',
  confidence: 'not-documented',
  sources: [sources.openapi],
  look: (attempt) => {
    const conversation = conversationToChange(attempt)
    return attempt.change?.kind === 'disconnectAll' && conversation.known && hasEnded(conversation.value) === true
      ? undocumented(
          'Every communication is disconnected already. What the platform answers to disconnecting them again is not documented.',
          'There is nothing to disconnect.',
          endEvidence(conversation)
        )
      : undefined
  }
}

/** Disconnecting everybody. */
export const disconnectRules: readonly Rule[] = [alreadyEnded]
