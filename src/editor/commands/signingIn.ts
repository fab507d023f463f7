import * as vscode from 'vscode'
import { needsSignIn, type KnownConnection } from '../../store/connections'
import type { ConnectionProfile } from '../authentication/profile'
import type { ConnectionProfiles } from '../authentication/profiles'
import { connectionOf } from '../connections/pickConnection'
import { connect, type ConnectMeans } from './connect/connect'
import { importConnections, type ImportMeans } from './import/importConnections'
import { hasImports } from './import/sources'
import { signInAgain, type SignInAgainMeans } from './signInAgain'

/** What the commands around signing in work with. */
export type SigningInMeans = ConnectMeans &
  ImportMeans &
  SignInAgainMeans & {
    readonly profiles: ConnectionProfiles
    readonly signOutUser: (profile: ConnectionProfile) => Promise<void>
  }

/** Offers, where another tool has something to import, to take it over instead of entering it. */
const importInstead = async (means: SigningInMeans): Promise<boolean | undefined> => {
  if (!(await hasImports(means.places))) return false
  const chosen = await vscode.window.showQuickPick(
    [
      { label: vscode.l10n.t('Enter what to connect with'), instead: false },
      {
        label: vscode.l10n.t('Import from the Genesys Cloud CLI or the environment'),
        detail: vscode.l10n.t('~/.gc/config.toml or variables GENESYSCLOUD_… exist. They are read when you choose this.'),
        instead: true
      }
    ],
    { title: vscode.l10n.t('Connect a Genesys Cloud organisation'), ignoreFocusOut: true }
  )
  return chosen?.instead
}

/** The commands that sign in and out. */
export const signingInCommands = (means: SigningInMeans) => {
  const { connections, profiles, session } = means

  /** The saved connection that a command is about. */
  const profileOf = async (
    argument: unknown,
    isMeant: (known: KnownConnection) => boolean,
    words: { readonly title: string; readonly none: string }
  ): Promise<ConnectionProfile | undefined> => {
    await session.restore()
    const saved = connections.known().filter((known) => !known.facts.isSandbox && isMeant(known))
    const known = await connectionOf(argument, saved, words)
    return known && profiles.get(known.facts.id)
  }

  return {
    connect: async (): Promise<void> => {
      const instead = await importInstead(means)
      if (instead === true) await importConnections(means)
      else if (instead === false) await connect(means)
    },
    importConnection: () => importConnections(means),
    signIn: async (argument: unknown): Promise<void> => {
      const profile = await profileOf(
        argument,
        ({ facts, standing }) => needsSignIn(standing) || profiles.get(facts.id)?.user !== undefined,
        {
          title: vscode.l10n.t('Sign in again'),
          none: vscode.l10n.t('No connection has a user to sign in.')
        }
      )
      if (profile) await signInAgain(profile, means)
    },
    signOut: async (argument: unknown): Promise<void> => {
      const profile = await profileOf(argument, ({ facts }) => profiles.get(facts.id)?.user !== undefined, {
        title: vscode.l10n.t('Sign out'),
        none: vscode.l10n.t('No connection has a user to sign out.')
      })
      if (profile) await means.signOutUser(profile)
    }
  }
}
