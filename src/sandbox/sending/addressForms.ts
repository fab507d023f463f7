import type { MessengerType } from '../conversations/messengerType'
import { documented, type DocumentedError } from '../documentedErrors'

/** Source: ITU-T E.164: a plus sign, then at most 15 digits that do not start with a zero. */
const isE164 = (address: string): boolean => /^\+[1-9]\d{1,14}$/.test(address)

/** Source: error text of `invalid.whatsapp.address`: only numeric characters. */
const isWhatsAppAddress = (address: string): boolean => /^\d+$/.test(address)

export interface AddressFault {
  readonly error: DocumentedError
  readonly words: string
}

/** Why `address` cannot be a customer’s on this channel; `undefined` when it can. */
export const addressFault = (messengerType: MessengerType, address: string): AddressFault | undefined => {
  if (messengerType === 'sms' && !isE164(address)) {
    return {
      error: documented.phoneNumber,
      words: 'An SMS address is a phone number in E.164 form: a plus sign, the country code, digits.'
    }
  }
  if (messengerType === 'whatsapp' && !isWhatsAppAddress(address)) {
    return { error: documented.whatsAppAddress, words: 'A WhatsApp address is the phone number in digits, without a plus sign or spaces.' }
  }
  return undefined
}
