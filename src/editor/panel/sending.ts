import * as vscode from 'vscode'
import { changedSince, destinationChange, type Sight } from '../../followUp/changedSince'
import { isSending, type PlannedRequest, type SendingRoute } from '../../followUp/route'
import { customerName, messengerTypeOf } from '../../model/conversation'
import { formatInstant } from '../../model/instant'
import { channelLabel } from '../../platform/channels'
import { outboundPath } from '../../platform/messagingOperations'
import type { OpenConnection } from '../../store/connections'
import type { SendRecord } from '../../store/outbox/record'
import type { Sends } from '../../store/outbox/sends'
import { withLocalTimes } from '../times'
import { confirmSend } from './confirmation'
import type { PanelContents } from './contents'
import { chosenRoute, type ShownConversation } from './panelState'

/** What is to be sent: the request of a route as it is planned now, or one that was sent before. */
interface Message {
  readonly text: string
  readonly request: PlannedRequest
}

const recipientOf = ({ conversation }: ShownConversation): string => customerName(conversation.value) ?? conversation.value.id

/** What a person should know of an earlier send that says the same: they may be about to say it twice. */
const saidBefore = (shown: ShownConversation, { text, request }: Message): readonly string[] => {
  const earlier = shown.sends.find(
    (sent) => sent.text === text && sent.request.path === request.path && sent.outcome.kind !== 'refused' && sent.outcome.kind !== 'absent'
  )
  if (earlier === undefined || text === '') return []
  const at = formatInstant(earlier.startedAt)
  return earlier.outcome.kind === 'accepted'
    ? [vscode.l10n.t('The same text was sent at {0}, and arrived.', at)]
    : [vscode.l10n.t('The same text was sent at {0}, and it is not known yet whether it arrived: the customer may get it twice.', at)]
}

const confirm = (shown: ShownConversation, route: SendingRoute, message: Message, open: OpenConnection): Promise<boolean> => {
  const name = recipientOf(shown)
  const opens = message.request.path === outboundPath
  const detail = [
    `${route.title}, ${channelLabel(messengerTypeOf(shown.conversation.value))}`,
    ...(route.verdict === 'cannot-tell' ? [vscode.l10n.t('It is not known whether this works: {0}', route.reason)] : []),
    ...saidBefore(shown, message)
  ]
  return confirmSend(
    {
      question: opens
        ? vscode.l10n.t('Open a conversation with {0} on {1}?', name, open.name)
        : vscode.l10n.t('Send to {0} on {1}?', name, open.name),
      detail: withLocalTimes(detail.join('\n'), open.connection.now()),
      act: opens ? vscode.l10n.t('Open Conversation') : vscode.l10n.t('Send')
    },
    open
  )
}

const routeFor = ({ routes }: ShownConversation, id: string): SendingRoute | undefined =>
  routes.find((candidate): candidate is SendingRoute => candidate.id === id && isSending(candidate))

const sightOf = ({ state, routes }: ShownConversation, route: SendingRoute): Sight => ({ state, routes, route })

/** Sends from one panel: each time after a confirmation, and only when the conversation, read again, is still what the person saw. */
export class PanelSending {
  /** One question at a time: a second click while one is open asks nothing. */
  #isAsking = false

  constructor(
    private readonly contents: PanelContents,
    private readonly sends: Sends,
    /** Called when something leaves. */
    private readonly onSending: () => void
  ) {}

  /** Sends the draft by the chosen route. */
  async sendDraft(): Promise<void> {
    const { shown } = this.contents.state
    const route = shown && chosenRoute(shown)
    if (!shown || !route || !isSending(route)) return
    const record = await this.#send(shown, route, { text: shown.draft.text, request: route.request })
    if (record?.outcome.kind === 'accepted' && route.id !== 'outbound') await this.contents.clearDraft()
  }

  /** Sends once more, as it was, what is known not to have arrived. */
  async sendAgain(id: string): Promise<void> {
    const { shown } = this.contents.state
    const sent = this.sends.find(id)
    if (!shown || !sent || (sent.outcome.kind !== 'absent' && sent.outcome.kind !== 'refused')) return
    const found = shown.routes.find((route): route is SendingRoute => isSending(route) && isSameOperation(route, sent.request))
    const changes = found && destinationChange(sent.request, found.request)
    if (!found || changes === undefined || changes.length > 0) {
      this.#sayNothingWasSent([...(changes ?? []), vscode.l10n.t('Write it as a new message.')].join(' '))
      return
    }
    await this.#send(shown, found, { text: sent.text, request: sent.request })
  }

  async #send(shown: ShownConversation, route: SendingRoute, message: Message): Promise<SendRecord | undefined> {
    const open = this.contents.state.connection
    if (!open || this.#isAsking) return undefined
    this.#isAsking = true
    try {
      if (!(await confirm(shown, route, message, open))) return undefined
      if (!(await this.contents.refresh())) return undefined
    } finally {
      this.#isAsking = false
    }
    const { shown: now, connection: still } = this.contents.state
    if (!now || still?.connection !== open.connection) return undefined
    const planned = routeFor(now, route.id)
    const change = planned ? changedSince(sightOf(shown, route), sightOf(now, planned)) : vscode.l10n.t('This way is not there any more.')
    if (change !== undefined) {
      this.#sayNothingWasSent(change)
      return undefined
    }
    const sending = this.sends.send(open.connection, {
      from: now.ref,
      conversation: now.conversation.value,
      recipient: recipientOf(now),
      ...message
    })
    this.onSending()
    return sending
  }

  #sayNothingWasSent(why: string): void {
    this.contents.say({ tone: 'caution', text: vscode.l10n.t('Nothing was sent. {0}', why) })
  }
}

/** Whether a request is one of a route’s operation. Only an agent’s message has variables in its path. */
const isSameOperation = ({ operation }: SendingRoute, { path }: PlannedRequest): boolean =>
  operation.path.includes('{') ? path.includes('/communications/') : path === operation.path
