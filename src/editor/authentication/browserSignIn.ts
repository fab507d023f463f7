import * as vscode from 'vscode'
import type { Sdk } from '../../genesys/api'
import type { Endpoint } from '../../genesys/endpoint'
import type { Pace } from '../../genesys/traffic/pace'
import { openLoopback } from '../../genesys/userSignIn/loopback'
import type { Redirect } from '../../genesys/userSignIn/redirect'
import { SignInError } from '../../genesys/userSignIn/signInError'
import { signInUser, type SignedIn } from '../../genesys/userSignIn/signInUser'
import type { Log } from '../log'
import type { SignedInUris } from './signedInUris'

/** How the browser comes back: to the editor’s own address, or to a port of this machine. What an OAuth client allows is registered with it. */
export type WayBack = 'editor' | 'loopback'

/** Whom to sign in where. */
export interface BrowserSignIn {
  readonly connectionId: string
  /** The connection’s name, where it has one. */
  readonly name: string
  readonly endpoint: Endpoint
  readonly oauthClientId: string
  readonly wayBack: WayBack
}

/** What a sign-in works with. */
export interface BrowserMeans {
  readonly sdk: () => Promise<Sdk>
  readonly pace: Pace
  readonly uris: SignedInUris
  readonly openBrowser: (url: string) => Promise<boolean>
  readonly log: Pick<Log, 'info'>
}

/** 0, any free port, unless the user’s settings name another for OAuth clients that allow only that one. */
const loopbackPort = (): number => vscode.workspace.getConfiguration('genesysMessaging').get('loopbackPort', 0)

/** The address at which the person’s browser reaches this one: the editor may run on another machine, and forward a port of it. */
const reachable = async (url: string): Promise<string> => {
  const { origin, pathname, search } = new URL(url)
  const external = await vscode.env.asExternalUri(vscode.Uri.parse(origin))
  return external.toString(true).replace(/\/$/, '') + pathname + search
}

/** Shows an address in the person’s browser. As text, because the editor’s own URIs lose what an address inside an address is escaped with. */
export const openInBrowser = async (url: string): Promise<boolean> => {
  await vscode.commands.executeCommand('vscode.open', await reachable(url))
  return true
}

/** Signs people in with their browser. One sign-in at a time for each connection: a second takes the place of the first. */
export class BrowserSignIns {
  readonly #running = new Map<string, AbortController>()
  readonly #means: BrowserMeans

  constructor(means: BrowserMeans) {
    this.#means = means
  }

  /**
   * Shows the login page, and a notification with which the sign-in can be cancelled.
   * @throws SignInError when nobody signed in
   * @throws PlatformError when the platform gave no token
   */
  async signIn({ connectionId, name, ...request }: BrowserSignIn): Promise<SignedIn> {
    this.#running.get(connectionId)?.abort(new SignInError({ kind: 'replaced' }))
    const running = new AbortController()
    this.#running.set(connectionId, running)
    try {
      return await vscode.window.withProgress(
        {
          location: vscode.ProgressLocation.Notification,
          title: vscode.l10n.t('Sign in to “{0}” in the browser. The editor waits for five minutes.', name),
          cancellable: true
        },
        (_progress, cancelled) => {
          cancelled.onCancellationRequested(() => {
            running.abort()
          })
          return this.#signIn(request, running.signal)
        }
      )
    } finally {
      if (this.#running.get(connectionId) === running) this.#running.delete(connectionId)
    }
  }

  async #signIn({ wayBack, ...request }: Omit<BrowserSignIn, 'connectionId' | 'name'>, signal: AbortSignal): Promise<SignedIn> {
    const { sdk, pace, uris, openBrowser, log } = this.#means
    const redirect: Redirect = wayBack === 'editor' ? await uris.redirect() : await openLoopback(loopbackPort())
    const onForeign = (): void => {
      log.info(
        'sign-in',
        'an answer came that is not to this sign-in (its state is another one). It was passed over, and the sign-in waits on.'
      )
    }
    return signInUser({ ...request, redirect, signal }, { sdk: await sdk(), pace, openBrowser, onForeign })
  }
}
