import * as vscode from 'vscode'

/** The extension's output channel. Callers pass sentences and error messages: never a request's headers, a token or a secret. */
export class Log implements vscode.Disposable {
  readonly #channel = vscode.window.createOutputChannel('Genesys Messaging', { log: true })

  info(component: string, text: string): void {
    this.#channel.info(`[${component}] ${text}`)
  }

  error(component: string, error: unknown): void {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
    this.#channel.error(`[${component}] ${text}`)
  }

  show(): void {
    this.#channel.show(true)
  }

  dispose(): void {
    this.#channel.dispose()
  }
}
