/** The channels that the sandbox knows, as the platform writes them. */
export type MessengerType = 'webmessaging' | 'sms' | 'whatsapp' | 'open' | 'facebook' | 'instagram' | 'twitter' | 'apple'
