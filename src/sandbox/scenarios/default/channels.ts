// A script’s channel and customer, in the shop’s terms.
import type { Script, Step } from '../script'
import type { Shop } from './organisation'

export const minutes = (count: number): number => count * 60_000
export const hours = (count: number): number => minutes(count * 60)

type ScriptOn = (
  shop: Shop,
  customer: { readonly name: string; readonly address?: string },
  startedAgo: number,
  ...steps: readonly Step[]
) => Script

const overAddress =
  (messengerType: 'sms' | 'whatsapp' | 'open' | 'facebook', known: boolean): ScriptOn =>
  (shop, { name, address }, startedAgo, ...steps) => ({
    messengerType,
    businessAddress: shop.addresses[messengerType],
    customer: { name, address, externalContactId: known ? shop.contactOf(name).id : undefined },
    startedAgo,
    steps
  })

/** A guest on the shop’s pages. */
export const web: ScriptOn = (shop, { name }, startedAgo, ...steps) => ({
  messengerType: 'webmessaging',
  businessAddress: shop.deployment.id,
  customer: { name, address: undefined, externalContactId: shop.contactOf(name).id },
  startedAgo,
  steps
})

export const sms = overAddress('sms', false)
export const whatsApp = overAddress('whatsapp', true)
export const open = overAddress('open', false)
export const facebook = overAddress('facebook', false)
