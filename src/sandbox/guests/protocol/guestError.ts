/** The protocol’s own error codes, as far as they happen here. Source: genesys-messenger-transport-mobile-sdk, `ErrorCode`. */
export const guestErrorCodes = {
  featureUnavailable: 4000,
  fileTypeInvalid: 4001,
  fileSizeInvalid: 4002,
  fileContentInvalid: 4003,
  fileNameInvalid: 4004,
  fileNameTooLong: 4005,
  sessionHasExpired: 4006,
  sessionNotFound: 4007,
  attachmentHasExpired: 4008,
  attachmentNotFound: 4009,
  attachmentNotUploaded: 4010,
  messageTooLong: 4011,
  customAttributesTooLarge: 4013,
  missingParameter: 4020,
  requestRateTooHigh: 4029,
  unexpectedError: 5000
} as const

export type GuestErrorCode = (typeof guestErrorCodes)[keyof typeof guestErrorCodes]

/** A frame’s `code`: one of the protocol’s own, or one that means what it means in HTTP. */
export type FrameErrorCode = GuestErrorCode | 400 | 403 | 409

/** Why a guest’s request is not carried out. The connection answers it as a frame of the class `string`. */
export class GuestError extends Error {
  override readonly name = 'GuestError'

  constructor(
    readonly code: FrameErrorCode,
    message: string
  ) {
    super(message)
  }
}

/** A guest asked more often than allowed. */
export class GuestRateExceeded extends Error {
  override readonly name = 'GuestRateExceeded'

  constructor(
    message: string,
    readonly retryAfterSeconds: number
  ) {
    super(message)
  }
}
