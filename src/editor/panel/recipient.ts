import * as vscode from 'vscode'
import type { SendingRoute } from '../../followUp/route'
import { customerLeg, customerName } from '../../model/conversation'
import type { ShownConversation } from './panelState'

const textAt = (body: Readonly<Record<string, unknown>>, field: string): string | undefined => {
  const value = body[field]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** Letters and digits alone: an address is written in several ways. */
const bare = (address: string): string => address.replace(/[^\p{L}\d]/gu, '').toLowerCase()

/** Who gets what a route sends: the conversation’s customer by name, and anybody else by the address or the contact that the request names. */
export const recipientOf = (
  { id, request: { body } }: SendingRoute,
  { conversation: { value: conversation } }: ShownConversation
): string => {
  const name = customerName(conversation) ?? vscode.l10n.t('the customer')
  if (id === 'agentMessage') return name
  const named = textAt(body, 'toAddress') ?? textAt(body, 'externalContactId')
  const customer = customerLeg(conversation)
  const own = [customer?.leg.fromAddress, customer?.participant.externalContactId].flatMap((address) => address ?? [])
  return named === undefined || own.some((address) => bare(address) === bare(named)) ? name : named
}
