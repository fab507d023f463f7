import * as vscode from 'vscode'
import type { SendingRoute } from '../../../followUp/route'
import { customerLeg, customerName, messengerTypeOf } from '../../../model/conversation'
import type { Situation } from '../../../model/situation'
import { channelLabel } from '../../../platform/channels'
import type { OpenConnection } from '../../../store/connections'
import type { FieldView, Remarks } from '../../../webview/protocol'
import type { ShownConversation } from '../panelState'
import { remarksOf, type FieldFindings } from './remarks'
import { sentAs } from './sentAs'

type Options = NonNullable<FieldView['options']>

/** What a person chooses from, or why nobody knows what there is. */
type Known = { readonly options: Options } | { readonly why: string }

const readOnly = (id: string, label: string, value: string): FieldView => ({ id, label, value, readOnly: true })

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** What stands in a field of the request: nothing where the plan has no more than a placeholder for it. */
const valueIn = ({ request }: SendingRoute, field: string, chosen: string | undefined): string => {
  const value = textOf(request.body[field])
  return chosen === undefined && /^<[^>]*>$/.test(value) ? '' : value
}

const withStatus = (name: string, status: string | undefined, good: string): string =>
  status === undefined || status === good ? name : vscode.l10n.t('{0} ({1})', name, status)

/** What a message of the channel can be sent from. */
const sendersOf = (messengerType: string, { deployments, integrations, smsNumbers }: Situation): Known => {
  switch (messengerType) {
    case 'webmessaging':
      return deployments.known
        ? {
            options: deployments.value.map(({ id, name, status }) => ({
              value: id,
              label: withStatus(vscode.l10n.t('Deployment: {0}', name), status, 'Active')
            }))
          }
        : deployments
    case 'sms':
      return smsNumbers.known
        ? {
            options: smsNumbers.value.rows.map(({ phoneNumber, status }) => ({
              value: phoneNumber,
              label: withStatus(phoneNumber, status, 'ACTIVE')
            }))
          }
        : smsNumbers
    default:
      return integrations.known
        ? {
            options: integrations.value.rows
              .filter((integration) => integration.messengerType === messengerType)
              .map(({ id, name, status }) => ({ value: id, label: withStatus(vscode.l10n.t('Integration: {0}', name), status, 'Active') }))
          }
        : integrations
  }
}

/** A field to choose in, which always offers what stands in it; one to type into where nothing is known to choose from. */
const choice = (id: string, label: string, value: string, known: Known, remarks: Remarks): FieldView => {
  if ('why' in known) return { id, label, value, readOnly: false, hint: known.why, ...remarks }
  const { options } = known
  if (options.length === 0) return { id, label, value, readOnly: false, ...remarks }
  const own = options.some((option) => option.value === value) ? [] : [{ value, label: value === '' ? vscode.l10n.t('Choose…') : value }]
  return { id, label, value, readOnly: false, options: [...own, ...options], ...remarks }
}

/** How an address of the channel is written. Source: published OpenAPI, `SendAgentlessOutboundMessageRequest.toAddress`. */
const addressHint = (messengerType: string): string => {
  switch (messengerType) {
    case 'sms':
      return vscode.l10n.t('A phone number in E.164 form: “+”, country code and number, for example +13175550142.')
    case 'whatsapp':
      return vscode.l10n.t('The phone number with its country code, digits only: 13175550142.')
    case 'apple':
      return vscode.l10n.t('An invitation goes to a phone number in E.164 form: +13175550142.')
    default:
      return vscode.l10n.t('The id that the channel’s own system gives the customer. Its largest length is a limit of the organisation.')
  }
}

const toAddressField = (route: SendingRoute, messengerType: string, chosen: string | undefined, findings: FieldFindings): FieldView => ({
  id: 'toAddress',
  label: vscode.l10n.t('To'),
  value: valueIn(route, 'toAddress', chosen),
  readOnly: false,
  hint: addressHint(messengerType),
  ...remarksOf(findings, 'toAddress')
})

/** The name stands beside the id of the customer’s own contact only. */
const contactHint = ({ conversation: { value } }: ShownConversation, contactId: string): string => {
  const name = customerName(value)
  return contactId !== '' && customerLeg(value)?.participant.externalContactId === contactId && name !== undefined
    ? name
    : vscode.l10n.t('The “externalContactId” of the customer, a UUID.')
}

const contactField = (route: SendingRoute, shown: ShownConversation, chosen: string | undefined, findings: FieldFindings): FieldView => {
  const value = valueIn(route, 'externalContactId', chosen)
  return {
    id: 'externalContactId',
    label: vscode.l10n.t('External contact'),
    value,
    readOnly: false,
    hint: contactHint(shown, value),
    ...remarksOf(findings, 'externalContactId')
  }
}

const agentlessFields = (route: SendingRoute, shown: ShownConversation, findings: FieldFindings): readonly FieldView[] => {
  const { agentless: chosen = {} } = shown.draft
  const messengerType = textOf(route.request.body['toAddressMessengerType'])
  const from = choice(
    'fromAddress',
    vscode.l10n.t('From'),
    valueIn(route, 'fromAddress', chosen.fromAddress),
    sendersOf(messengerType, shown.situation),
    remarksOf(findings, 'fromAddress')
  )
  return messengerType === 'webmessaging'
    ? [from, contactField(route, shown, chosen.externalContactId, findings)]
    : [from, toAddressField(route, messengerType, chosen.toAddress, findings)]
}

const queuesOf = ({ memberships, queue }: Situation): Known => {
  if (!memberships.known) return memberships
  const own = memberships.value.rows.map(({ queueId, queueName }) => ({ value: queueId, label: queueName }))
  const last = queue.known && !own.some(({ value }) => value === queue.value.id) ? [{ value: queue.value.id, label: queue.value.name }] : []
  return { options: [...own, ...last] }
}

const outboundFields = (route: SendingRoute, shown: ShownConversation, findings: FieldFindings): readonly FieldView[] => {
  const { outbound: chosen = {} } = shown.draft
  const messengerType = textOf(route.request.body['toAddressMessengerType'])
  return [
    readOnly('channel', vscode.l10n.t('Channel'), channelLabel(messengerType)),
    choice(
      'queueId',
      vscode.l10n.t('Queue'),
      valueIn(route, 'queueId', chosen.queueId),
      queuesOf(shown.situation),
      remarksOf(findings, 'queueId')
    ),
    toAddressField(route, messengerType, chosen.toAddress, findings),
    {
      id: 'externalContactId',
      label: vscode.l10n.t('External contact'),
      value: chosen.externalContactId ?? '',
      readOnly: false,
      hint: vscode.l10n.t('May be left empty. What the platform makes of it is not documented.')
    },
    {
      id: 'useExistingConversation',
      label: vscode.l10n.t('Ended conversation'),
      value: String(route.request.body['useExistingConversation'] === true),
      readOnly: false,
      options: [
        { value: 'true', label: vscode.l10n.t('Continue it inside its reply window') },
        { value: 'false', label: vscode.l10n.t('Open another one') }
      ]
    }
  ]
}

const customerField = (shown: ShownConversation): FieldView =>
  readOnly('to', vscode.l10n.t('To'), customerName(shown.conversation.value) ?? vscode.l10n.t('the customer'))

const routeFields = (route: SendingRoute, shown: ShownConversation, findings: FieldFindings): readonly FieldView[] => {
  switch (route.id) {
    case 'agentMessage':
      return [readOnly('channel', vscode.l10n.t('Channel'), channelLabel(messengerTypeOf(shown.conversation.value))), customerField(shown)]
    case 'agentless':
      return agentlessFields(route, shown, findings)
    case 'outbound':
      return outboundFields(route, shown, findings)
  }
}

/** From where to whom a route goes, and as whom: the fields of the route and of its channel, and no others. */
export const messageFields = (
  route: SendingRoute,
  shown: ShownConversation,
  connection: OpenConnection,
  findings: FieldFindings
): readonly FieldView[] => [
  ...routeFields(route, shown, findings),
  readOnly('credential', vscode.l10n.t('Sent as'), sentAs(route.request, connection))
]
