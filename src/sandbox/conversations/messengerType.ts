/** The channels that the sandbox knows, as the platform writes them. It has no Apple integration: `apple` can be asked for, and is refused. */
export type MessengerType = 'webmessaging' | 'sms' | 'whatsapp' | 'open' | 'facebook' | 'instagram' | 'twitter' | 'apple'
