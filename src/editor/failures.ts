import * as vscode from 'vscode'
import { NoCredentialError } from '../genesys/signIn'
import { PlatformError } from '../genesys/platformError'
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

/** The sentence that a person reads about an error. What is not one of ours is a fault of the extension, and says so. */
export const sentenceOf = (error: unknown): string => {
  if (error instanceof ReportedError || error instanceof PlatformError || error instanceof NoCredentialError) return error.message
  const detail = error instanceof Error ? error.message : String(error)
  return vscode.l10n.t('Something went wrong in the extension: {0}', detail)
}

const isExpected = (error: unknown): boolean =>
  error instanceof ReportedError || error instanceof PlatformError || error instanceof NoCredentialError

/** Tells a person once what went wrong, with a button to the log, and writes it to the log. */
export const reportFailure = async (error: unknown, doing: string, log: Log): Promise<void> => {
  const sentence = sentenceOf(error)
  log.error(doing, isExpected(error) ? sentence : error)
  const offer = error instanceof ReportedError ? error.offer : undefined
  const openLog = vscode.l10n.t('Open Log')
  const chosen = await vscode.window.showErrorMessage(sentence, ...(offer ? [offer.label] : []), openLog)
  if (chosen === openLog) log.show()
  else if (offer && chosen === offer.label)
    await vscode.commands.executeCommand(offer.command, ...(offer.argument === undefined ? [] : [offer.argument]))
}
