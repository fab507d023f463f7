import * as vscode from 'vscode'
import { regions } from '../../platform/regions'
import type { Session } from '../authentication/session'
import { ReportedError } from '../failures'

const ask = (title: string, prompt: string, password: boolean): Thenable<string | undefined> =>
  vscode.window.showInputBox({ title, prompt, password, ignoreFocusOut: true })

/** Asks for a region and for credentials, and connects with them. Giving up at any question leaves everything as it was. */
export const connect = async (session: Session): Promise<void> => {
  const title = vscode.l10n.t('Connect a Genesys Cloud organisation')
  const region = await vscode.window.showQuickPick(
    regions.map(({ name, domain, place }) => ({ label: place, description: name, detail: domain, name })),
    { title, placeHolder: vscode.l10n.t('In which region is the organisation?'), matchOnDescription: true, matchOnDetail: true }
  )
  if (!region) return

  const clientId = await ask(
    title,
    vscode.l10n.t('OAuth client id (client credentials grant). Leave it empty to connect with a user token only.'),
    false
  )
  if (clientId === undefined) return
  const secret = clientId.trim() === '' ? '' : await ask(title, vscode.l10n.t('Secret of the OAuth client'), true)
  if (secret === undefined) return
  const userToken = await ask(
    title,
    vscode.l10n.t('Access token of a user, for the agent’s send. Leave it empty to connect with the client only.'),
    true
  )
  if (userToken === undefined) return

  if (clientId.trim() === '' && userToken.trim() === '')
    throw new ReportedError(vscode.l10n.t('Nothing to connect with: give an OAuth client, a user token, or both.'))
  await vscode.window.withProgress({ location: { viewId: 'genesysMessaging.conversations' } }, () =>
    session.connect({
      region: region.name,
      ...(clientId.trim() === '' ? {} : { client: { id: clientId.trim(), secret: secret.trim() } }),
      ...(userToken.trim() === '' ? {} : { userToken: userToken.trim() })
    })
  )
}
