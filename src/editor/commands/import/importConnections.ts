import * as vscode from 'vscode'
import type { FoundCredentials, FoundProfiles } from '../../../genesys/import/cliProfiles'
import { ReportedError, sentenceOf } from '../../failures'
import { importOne, type KeepMeans } from './importOne'
import { readImports, type ImportPlaces } from './sources'

/** What an import works with. */
export type ImportMeans = KeepMeans & { readonly places: ImportPlaces }

type Found = vscode.QuickPickItem & { readonly credentials: FoundCredentials }

const itemOf = (credentials: FoundCredentials): Found => ({
  label: credentials.name,
  description: `${credentials.region.place}, ${credentials.region.name}`,
  detail: [
    credentials.client && vscode.l10n.t('OAuth client {0}', credentials.client.id),
    credentials.accessToken === undefined ? undefined : vscode.l10n.t('an access token')
  ]
    .filter((part) => part !== undefined)
    .join(', '),
  credentials
})

const unusableText = (unusable: FoundProfiles['unusable']): string =>
  unusable.map(({ name, why }) => vscode.l10n.t('“{0}” cannot be used: {1}.', name, why)).join(' ')

/**
 * Offers what the official CLI and the environment’s variables have, and makes connections of what the person chooses. Their secrets go into the
 * editor’s secret storage; where they come from nothing is changed. What cannot be used is said, with the reason.
 */
export const importConnections = async (means: ImportMeans): Promise<void> => {
  const { found, unusable } = await readImports(means.places)
  if (found.length === 0) {
    throw new ReportedError(
      unusable.length === 0
        ? vscode.l10n.t('There is nothing to import: neither ~/.gc/config.toml nor the variables GENESYSCLOUD_… exist.')
        : vscode.l10n.t('There is nothing that can be imported. {0}', unusableText(unusable))
    )
  }
  const title = vscode.l10n.t('Import connections')
  const chosen = await vscode.window.showQuickPick(
    found.map((credentials) => ({ ...itemOf(credentials), picked: found.length === 1 })),
    {
      title,
      canPickMany: true,
      ignoreFocusOut: true,
      placeHolder: vscode.l10n.t('Which ones? Their secrets are copied into the editor’s secret storage.')
    }
  )
  if (chosen === undefined || chosen.length === 0) return
  const production = await vscode.window.showQuickPick(
    chosen.map(({ credentials }) => itemOf(credentials)),
    {
      title,
      canPickMany: true,
      ignoreFocusOut: true,
      placeHolder: vscode.l10n.t('Which of them are production organisations, with real customers? Choose none if there are none.')
    }
  )
  if (production === undefined) return
  const failures: string[] = []
  await vscode.window.withProgress({ location: { viewId: 'genesysMessaging.conversations' } }, async () => {
    for (const { credentials } of chosen) {
      try {
        await importOne(
          credentials,
          production.some((item) => item.credentials === credentials),
          means
        )
      } catch (error) {
        failures.push(vscode.l10n.t('“{0}” was not imported. {1}', credentials.name, sentenceOf(error)))
      }
    }
  })
  const said = [...failures, unusableText(unusable)].filter((sentence) => sentence !== '').join(' ')
  if (said !== '') void vscode.window.showWarningMessage(said)
}
