import * as vscode from 'vscode'
import { NoCredentialError } from '../genesys/signIn'
import { PlatformError } from '../genesys/platformError'
import { SignInError } from '../genesys/userSignIn/signInError'
import type { KnownConnection } from '../store/connections'
import type { Log } from './log'

/** Something that a person can meet and mend. Its message is shown as it is. */
export class ReportedError extends Error {
  override readonly name = 'ReportedError'

  constructor(
    message: string,
    /** A command that helps, offered as a button. */
    readonly offer?: { readonly label: string; readonly command: string; readonly argument?: unknown }
  ) {
    super(message)
  }
}

/** The platform takes none of a connection’s credentials any more, or has never been given one. A notification of its own tells it. */
export class SignedOutError extends Error {
  override readonly name = 'SignedOutError'

  /** @param connection its name */
  constructor(connection: string) {
    super(vscode.l10n.t('“{0}” has signed you out. Sign in again.', connection))
  }
}

/** @param known the connection that it is about, where it is a certain one and still known */
export const notConnected = (known?: KnownConnection): ReportedError =>
  known
    ? new ReportedError(vscode.l10n.t('{0} is not connected.', known.facts.name), {
        label: vscode.l10n.t('Connect'),
        command: 'genesysMessaging.openConnection',
        argument: { kind: 'connection', id: known.facts.id }
      })
    : new ReportedError(vscode.l10n.t('No organisation is connected.'), {
        label: vscode.l10n.t('Start Sandbox'),
        command: 'genesysMessaging.startSandbox'
      })

const isExpected = (error: unknown): error is Error =>
  error instanceof ReportedError ||
  error instanceof PlatformError ||
  error instanceof NoCredentialError ||
  error instanceof SignInError ||
  error instanceof SignedOutError

/** What a person knows already: they have called it off, or have another notification of it. */
const isKnown = (error: unknown): boolean =>
  error instanceof SignedOutError ||
  (error instanceof SignInError && (error.failure.kind === 'cancelled' || error.failure.kind === 'replaced'))

/** The sentence that a person reads about an error. What is not one of ours is a fault of the extension, and says so. */
export const sentenceOf = (error: unknown): string => {
  if (isExpected(error)) return error.message
  const detail = error instanceof Error ? error.message : String(error)
  return vscode.l10n.t('Something went wrong in the extension: {0}', detail)
}

/** Tells a person once what went wrong, with a button to the log, and writes it to the log. */
export const reportFailure = async (error: unknown, doing: string, log: Log): Promise<void> => {
  const sentence = sentenceOf(error)
  log.error(doing, isExpected(error) ? sentence : error)
  if (isKnown(error)) return
  const offer = error instanceof ReportedError ? error.offer : undefined
  const openLog = vscode.l10n.t('Open Log')
  const chosen = await vscode.window.showErrorMessage(sentence, ...(offer ? [offer.label] : []), openLog)
  if (chosen === openLog) log.show()
  else if (offer && chosen === offer.label)
    await vscode.commands.executeCommand(offer.command, ...(offer.argument === undefined ? [] : [offer.argument]))
}
