import type { BotFlow, Conversation, Leg, Message } from '../conversations/conversation'
import { businessSide, customerOf, isLive } from '../conversations/reading'
import { addMessage } from '../conversations/transitions'
import { deliver, queuedMessage } from '../sending/delivery'
import type { World } from '../world'
import { waitIn } from './entry'

interface LiveBot {
  readonly participant: BotFlow
  readonly leg: Leg
}

const liveBot = (conversation: Conversation): LiveBot | undefined => {
  for (const participant of businessSide(conversation)) {
    const leg = participant.purpose === 'botflow' ? participant.legs.find(isLive) : undefined
    if (participant.purpose === 'botflow' && leg) return { participant, leg }
  }
  return undefined
}

/** The customer’s message that a bot owes an answer to: the last one, unless the bot has had as many turns as the customer. */
export const awaitsBot = (conversation: Conversation): Message | undefined => {
  const bot = liveBot(conversation)
  const asked = customerOf(conversation)?.legs.find(({ id }) => id === bot?.leg.peerId)?.messages ?? []
  return bot && asked.length > bot.leg.messages.length ? asked.at(-1) : undefined
}

const asksForAPerson = ({ content }: Message): boolean =>
  content.kind === 'text' && /\b(?:person|human|agent|colleague|someone|somebody)\b/i.test(content.text)

/** Whether the bot has done what it can. */
const isAtItsEnd = ({ leg }: LiveBot, asked: Message): boolean => asksForAPerson(asked) || leg.messages.length > 0

/** The bot’s turn: it answers once, and at the customer’s next message, or when asked for a person, hands over to the first queue. */
export const takeBotTurn = (world: World, conversationId: string): void => {
  const { conversations, organisation } = world
  const before = conversations.get(conversationId)
  const bot = before && liveBot(before)
  const asked = before && awaitsBot(before)
  if (before === undefined || bot === undefined || asked === undefined) return
  const handsOver = isAtItsEnd(bot, asked)
  const message = queuedMessage(world, {
    kind: 'text',
    text: handsOver ? 'I will get a colleague for you. One moment please.' : 'Hello! I am the bot. What can I do for you?'
  })
  const [queue] = organisation.queues
  conversations.change(conversationId, (conversation) => {
    const answered = addMessage(conversation, bot.leg.id, message)
    return handsOver && queue ? waitIn(world, answered, queue, undefined) : answered
  })
  deliver(world, before, message)
}
