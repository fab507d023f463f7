import type { Frame } from '../protocol/frames'
import { GuestError, guestErrorCodes } from '../protocol/guestError'
import type { GuestRequest } from '../protocol/requests'
import { deleteAttachment, getAttachment, onAttachment } from './attachmentActions'
import type { GuestContext } from './guestContext'
import { onMessage } from './messageActions'
import { closeSession, configureSession, disconnectCustomer, echo, getConfiguration, getJwt } from './sessionActions'

/**
 * Carries out a guest’s request. Returns the answer to the one who asked; `undefined` when that one gets what all connections get.
 * @throws GuestError, GuestRateExceeded
 */
export const carryOut = (context: GuestContext, request: GuestRequest): Frame | undefined => {
  switch (request.action) {
    case 'configureSession':
      return configureSession(context, request)
    case 'onMessage':
      onMessage(context, request)
      return undefined
    case 'echo':
      return echo(context, request)
    case 'getJwt':
      return getJwt(context, request)
    case 'getConfiguration':
      return getConfiguration(context, request)
    case 'closeSession':
      return closeSession(context, request)
    case 'disconnectCustomer':
      return disconnectCustomer(context, request)
    case 'onAttachment':
      return onAttachment(context, request)
    case 'getAttachment':
      return getAttachment(context, request)
    case 'deleteAttachment':
      return deleteAttachment(context, request)
    case 'configureAuthenticatedSession':
    case 'resumeToken':
      throw new GuestError(guestErrorCodes.featureUnavailable, 'The sandbox does not simulate authenticated sessions.')
  }
}
