import * as vscode from 'vscode'
import { changedSince, destinationChange } from '../../followUp/changedSince'
import { contentText, sentContent } from '../../followUp/content'
import { judge } from '../../followUp/judge'
import { plan } from '../../followUp/plan'
import { isSending, type PlannedRequest, type SendingRoute } from '../../followUp/route'
import { messengerTypeOf } from '../../model/conversation'
import { formatInstant } from '../../model/instant'
import { channelLabel } from '../../platform/channels'
import { outboundPath } from '../../platform/messagingOperations'
import type { OpenConnection } from '../../store/connections'
import { isSameConversation } from '../../store/conversationRef'
import type { SendRecord } from '../../store/outbox/record'
import type { Sends } from '../../store/outbox/sends'
import { withLocalTimes } from '../times'
import { confirmSend, type SendQuestion } from './confirmation'
import type { PanelContents } from './contents'
import { chosenRoute, type ShownConversation } from './panelState'
import { recipientOf } from './recipient'
import { whyNotReady } from './view/message'

/** What is to be sent: the request of a route as it is planned now, or one that was sent before. */
interface Message {
  /** Who gets it, as a person calls them. */
  readonly recipient: string
  readonly text: string
  readonly request: PlannedRequest
}

/** What a person should know of an earlier send that says the same: they may be about to say it twice. */
const saidBefore = (shown: ShownConversation, { recipient, text, request }: Message): readonly string[] => {
  const earlier = shown.sends.find(
    (sent) =>
      sent.recipient === recipient &&
      sent.text === text &&
      sent.request.path === request.path &&
      sent.outcome.kind !== 'refused' &&
      sent.outcome.kind !== 'absent'
  )
  if (earlier === undefined || text === '') return []
  const at = formatInstant(earlier.startedAt)
  return earlier.outcome.kind === 'accepted'
    ? [vscode.l10n.t('The same message was sent at {0}, and arrived.', at)]
    : [vscode.l10n.t('The same message was sent at {0}, and it is not known yet whether it arrived: the customer may get it twice.', at)]
}

const questionOf = (shown: ShownConversation, route: SendingRoute, message: Message, open: OpenConnection): SendQuestion => {
  const name = message.recipient
  const opens = message.request.path === outboundPath
  const detail = [
    `${route.title}, ${channelLabel(messengerTypeOf(shown.conversation.value))}`,
    ...(route.verdict === 'cannot-tell' ? [vscode.l10n.t('It is not known whether this works: {0}', route.reason)] : []),
    ...saidBefore(shown, message)
  ]
  return {
    question: opens
      ? vscode.l10n.t('Open a conversation with {0} on {1}?', name, open.name)
      : vscode.l10n.t('Send to {0} on {1}?', name, open.name),
    detail: withLocalTimes(detail.join('\n'), open.connection.now()),
    act: opens ? vscode.l10n.t('Open Conversation') : vscode.l10n.t('Send')
  }
}

/** Why what was confirmed must not go out in the conversation as it is `now`. What was typed in between is not looked at: it is not sent. */
const obstacle = (seen: ShownConversation, route: SendingRoute, { request }: Message, now: ShownConversation): string | undefined => {
  const routes = plan(now.situation, seen.draft)
  const planned = routes.find((candidate): candidate is SendingRoute => candidate.id === route.id && isSending(candidate))
  if (!planned) return vscode.l10n.t('This way is not there any more.')
  const change = changedSince({ state: seen.state, routes: seen.routes, route }, { state: now.state, routes, route: planned })
  if (change !== undefined) return change
  const { verdict, findings } = judge(now.situation, request)
  const [worst] = findings
  return verdict === 'will-fail' && worst ? `${worst.cause} ${worst.remedy}` : undefined
}

/** Sends from one panel: each time after a confirmation, and only when the conversation, read again, is still what the person saw. */
export class PanelSending {
  /** One question at a time: a second click while one is open asks nothing. */
  #isAsking = false

  constructor(
    private readonly contents: PanelContents,
    private readonly sends: Sends,
    /** Called when something leaves. */
    private readonly onSending: () => void,
    /** Asks the person. */
    private readonly ask = confirmSend
  ) {}

  /** Sends the draft by the chosen route. */
  async sendDraft(): Promise<void> {
    const { shown, connection: open, upload } = this.contents.state
    const route = shown && chosenRoute(shown)
    if (!shown || !open || !route || !isSending(route) || whyNotReady(shown, open, upload) !== undefined) return
    const content = sentContent(shown.draft, route)
    const text = content ? contentText(content) : ''
    const record = await this.#send(shown, route, { recipient: recipientOf(route, shown), text, request: route.request })
    if (record?.outcome.kind === 'accepted' && route.id !== 'outbound') await this.contents.clearDraft(shown.ref, shown.draft)
  }

  /** Sends once more, as it was, what is known not to have arrived. */
  async sendAgain(id: string): Promise<void> {
    const { shown } = this.contents.state
    const sent = this.sends.find(id)
    if (!shown || !sent || !mayBeSentAgain(sent)) return
    const found = shown.routes.find((route): route is SendingRoute => isSending(route) && isSameOperation(route, sent.request))
    const changes = found && destinationChange(sent.request, found.request)
    if (!found || changes === undefined || changes.length > 0) {
      this.#sayNothingWasSent([...(changes ?? []), vscode.l10n.t('Write it as a new message.')].join(' '))
      return
    }
    const { text, request } = sent
    await this.#send(shown, found, { recipient: recipientOf({ ...found, request }, shown), text, request }, id)
  }

  /** @param earlier the send that it is made again for, if any */
  async #send(shown: ShownConversation, route: SendingRoute, message: Message, earlier?: string): Promise<SendRecord | undefined> {
    const open = this.contents.state.connection
    if (!open || this.#isAsking) return undefined
    this.#isAsking = true
    try {
      if (!(await this.ask(questionOf(shown, route, message, open), open))) return undefined
      if (!(await this.contents.refresh())) return undefined
    } finally {
      this.#isAsking = false
    }
    const { shown: now, connection: still } = this.contents.state
    if (!now || still?.connection !== open.connection || !isSameConversation(now.ref, shown.ref)) return undefined
    const why = obstacle(shown, route, message, now) ?? (await this.#arrivedMeanwhile(now, earlier))
    if (why !== undefined) {
      this.#sayNothingWasSent(why)
      return undefined
    }
    const sending = this.sends.send(open.connection, {
      from: now.ref,
      conversation: now.conversation.value,
      ...message
    })
    this.onSending()
    return sending
  }

  /** Another window may have looked again while the person was asked. */
  async #arrivedMeanwhile({ ref }: ShownConversation, earlier: string | undefined): Promise<string | undefined> {
    if (earlier === undefined) return undefined
    await this.sends.reload(ref.connectionId)
    const sent = this.sends.find(earlier)
    return sent && mayBeSentAgain(sent) ? undefined : vscode.l10n.t('It is not certain any more that it did not arrive.')
  }

  #sayNothingWasSent(why: string): void {
    this.contents.say({ tone: 'caution', text: vscode.l10n.t('Nothing was sent. {0}', why) })
  }
}

/** Whether a send is known not to have arrived. */
const mayBeSentAgain = ({ outcome }: SendRecord): boolean => outcome.kind === 'absent' || outcome.kind === 'refused'

/** Whether a request is one of a route’s operation. Only an agent’s message has variables in its path. */
const isSameOperation = ({ operation }: SendingRoute, { path }: PlannedRequest): boolean =>
  operation.path.includes('{') ? path.includes('/communications/') : path === operation.path
