import { isAlive, legsOfParty } from '../../model/conversation'
import type { Situation } from '../../model/situation'
import { hasEnded } from '../../model/state'
import type { Action } from './action'
import { ownUserId } from './requests'

/** Whether the conversation stands as the action was to make it; `undefined` when it was not read. */
export const isInEffect = ({ id, request }: Action, situation: Situation): boolean | undefined => {
  const { conversation } = situation
  if (!conversation.known) return undefined
  const named = legsOfParty(conversation.value, 'agent').filter(({ participant }) => request.path.includes(participant.id))
  switch (id) {
    case 'accept':
    case 'resume':
      return named.some(({ leg }) => leg.state === 'connected')
    case 'leave':
      return !named.some(({ leg }) => isAlive(leg))
    case 'assign': {
      const own = ownUserId(situation)
      return (
        own !== undefined &&
        legsOfParty(conversation.value, 'agent').some(({ participant, leg }) => participant.userId === own && isAlive(leg))
      )
    }
    case 'disconnect':
      return hasEnded(conversation.value)
  }
}
