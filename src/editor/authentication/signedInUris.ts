import * as vscode from 'vscode'
import type { Redirect, TakeAnswer } from '../../genesys/userSignIn/redirect'

/** Where the browser comes back to. */
export const signedInPath = '/signed-in'

/** The extension’s own address, to which the browser comes back from a login page. OAuth clients have it registered as it stands here. */
export const editorRedirectUri = (extensionId: string): string => `${vscode.env.uriScheme}://${extensionId}${signedInPath}`

/** Takes the addresses that the system hands to the editor. Anybody can make one up: an answer counts only for the sign-in whose state it has. */
export class SignedInUris implements vscode.UriHandler {
  readonly #waiting = new Set<TakeAnswer>()

  constructor(private readonly extensionId: string) {}

  handleUri(uri: vscode.Uri): void {
    if (uri.path !== signedInPath) return
    const query = new URLSearchParams(uri.query)
    for (const take of [...this.#waiting]) if (take(query)) return
  }

  /** A way back to the editor, for one sign-in. */
  async redirect(): Promise<Redirect> {
    const own = editorRedirectUri(this.extensionId)
    const external = await vscode.env.asExternalUri(vscode.Uri.parse(own))
    let waiting: TakeAnswer | undefined
    const close = (): void => {
      if (waiting) this.#waiting.delete(waiting)
    }
    return {
      // A desktop adds the number of its window, with which the address would not be the registered one. Without it the window in front gets the answer,
      // which is the one that the person has just signed in from.
      uri: external.scheme === vscode.env.uriScheme ? own : external.toString(true),
      listen: (take) => {
        close()
        waiting = take
        this.#waiting.add(take)
      },
      close
    }
  }
}
