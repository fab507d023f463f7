import * as vscode from 'vscode'
import { PlatformError } from '../genesys/platformError'

/** Who waits longer than this is offered to call it off. Before that, the view's progress bar is enough. */
const patienceMs = 1_000

/**
 * Does something that a person may call off, with the view’s progress bar and, when it takes long, a notification with a Cancel button.
 * @param work ends the requests that it has made when its signal aborts, and may report how far it has come
 * @returns `undefined` when it was called off
 */
export const cancellable = async <Result>(
  title: string,
  work: (signal: AbortSignal, report: (message: string) => void) => Promise<Result>
): Promise<Result | undefined> => {
  const abort = new AbortController()
  let report: (message: string) => void = () => undefined
  const working = work(abort.signal, (message) => {
    report(message)
  })
  const over = working.then(
    () => undefined,
    () => undefined // The failure is told by who asked for the work.
  )
  void vscode.window.withProgress({ location: { viewId: 'genesysMessaging.conversations' } }, () => over)
  const impatience = setTimeout(() => {
    void vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title, cancellable: true }, (progress, token) => {
      report = (message) => {
        progress.report({ message })
      }
      token.onCancellationRequested(() => {
        abort.abort()
      })
      return over
    })
  }, patienceMs)
  try {
    return await working
  } catch (error) {
    if (abort.signal.aborted && PlatformError.isCancelled(error)) return undefined
    throw error
  } finally {
    clearTimeout(impatience)
  }
}
