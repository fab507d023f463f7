/** A web deployment: web messaging is sent from its id. */
export interface Deployment {
  readonly id: string
  readonly name: string
  /** `Pending`, `Active`, `Inactive`, `Error` or `Deleting`. */
  readonly status: string
  /** The profile of the media that it takes; absent: the organisation’s default one. */
  readonly supportedContentId?: string
}

/** A messaging integration: open messaging, WhatsApp and Apple Messages are sent from its id. */
export interface Integration {
  readonly id: string
  readonly name: string
  readonly messengerType: string | undefined
  /** `Active`, `Inactive`, `Error`, `Starting`, `Incomplete`, `Deleting` or `DeletionFailed`. */
  readonly status: string | undefined
  /** The profile of the media that it takes; absent: the organisation’s default one. */
  readonly supportedContentId?: string
}

/** A phone number that the organisation has for SMS. */
export interface SmsNumber {
  /** E.164, or a short code. */
  readonly phoneNumber: string
  /** `ACTIVE`, `INVALID`, `INITIATED`, `PORTING`, `PENDING` or `PENDING_CANCELLATION`. */
  readonly status: string | undefined
  /** The profile of the media that it takes; absent: the organisation’s default one. */
  readonly supportedContentId?: string
}
