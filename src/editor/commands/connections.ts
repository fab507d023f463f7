import * as vscode from 'vscode'
import type { Connections, KnownConnection } from '../../store/connections'
import { openConnection, type OpeningMeans } from '../connections/openConnection'
import { connectionIdIn, connectionOf, connectionPickItem } from '../connections/pickConnection'
import { notConnected } from '../failures'
import { readConversations } from '../reading'

type ConnectionCommand =
  | 'openConnection'
  | 'disconnect'
  | 'markProduction'
  | 'unmarkProduction'
  | 'renameConnection'
  | 'removeConnection'
  | 'refresh'
  | 'showConnections'

const organisations = (connections: Connections): readonly KnownConnection[] => connections.known().filter(({ facts }) => !facts.isSandbox)

const openOnes = (connections: Connections): readonly KnownConnection[] =>
  connections.known().filter(({ standing }) => standing.kind === 'open')

const noneKnown = (): string => vscode.l10n.t('No organisation has been connected yet.')

/** What the commands about connections do. */
export const connectionCommands = (means: OpeningMeans): Readonly<Record<ConnectionCommand, (argument: unknown) => Promise<void>>> => {
  const { connections, session } = means

  const mark = async (argument: unknown, isProduction: boolean): Promise<void> => {
    await session.restore()
    const title = isProduction ? vscode.l10n.t('Mark as production') : vscode.l10n.t('Mark as not production')
    const candidates = organisations(connections).filter(({ facts }) => facts.isProduction !== isProduction)
    const none = isProduction ? vscode.l10n.t('There is no connection to mark.') : vscode.l10n.t('No connection is marked as production.')
    const known = await connectionOf(argument, candidates, { title, none })
    if (known) await session.mark(known.facts.id, isProduction)
  }

  return {
    openConnection: async (argument) => {
      await session.restore()
      const candidates = connections.known().filter(({ standing }) => standing.kind !== 'open' && standing.kind !== 'opening')
      const known = await connectionOf(argument, candidates, {
        title: vscode.l10n.t('Connect'),
        none: vscode.l10n.t('Every connection that is known is open.')
      })
      if (known) await openConnection(known.facts.id, means)
    },
    disconnect: async (argument) => {
      const known = await connectionOf(argument, openOnes(connections), {
        title: vscode.l10n.t('Disconnect'),
        none: notConnected().message
      })
      if (known) session.close(known.facts.id)
    },
    markProduction: (argument) => mark(argument, true),
    unmarkProduction: (argument) => mark(argument, false),
    renameConnection: async (argument) => {
      await session.restore()
      const title = vscode.l10n.t('Rename a connection')
      const known = await connectionOf(argument, organisations(connections), { title, none: noneKnown() })
      if (!known) return
      const name = await vscode.window.showInputBox({
        title,
        prompt: vscode.l10n.t('What the connection is called in this editor. In Genesys Cloud nothing changes.'),
        value: known.facts.name,
        validateInput: (value) => (value.trim() === '' ? vscode.l10n.t('A connection needs a name.') : undefined)
      })
      if (name !== undefined) await session.rename(known.facts.id, name.trim())
    },
    removeConnection: async (argument) => {
      await session.restore()
      const known = await connectionOf(argument, organisations(connections), {
        title: vscode.l10n.t('Remove a connection'),
        none: noneKnown()
      })
      if (!known) return
      const remove = vscode.l10n.t('Remove')
      const detail = vscode.l10n.t(
        'It is signed out, and its tokens, its secret, and the drafts of its conversations are forgotten. In the organisation itself nothing changes.'
      )
      const question = vscode.l10n.t('Remove the connection {0}?', known.facts.name)
      if ((await vscode.window.showWarningMessage(question, { modal: true, detail }, remove)) === remove)
        await session.remove(known.facts.id)
    },
    refresh: async (argument) => {
      await session.ready()
      const candidates = openOnes(connections)
      if (candidates.length === 0) throw notConnected()
      const named = candidates.filter(({ facts }) => facts.id === connectionIdIn(argument))
      await readConversations(
        connections,
        (named.length > 0 ? named : candidates).map(({ facts }) => facts.id)
      )
    },
    showConnections: async () => {
      await session.restore()
      const items: readonly (vscode.QuickPickItem & { readonly run?: () => Thenable<unknown> })[] = [
        ...connections.known().map((known) => ({
          ...connectionPickItem(known),
          run: () =>
            known.standing.kind === 'open' || known.standing.kind === 'opening'
              ? vscode.commands.executeCommand('genesysMessaging.conversations.focus')
              : openConnection(known.facts.id, means)
        })),
        { label: '', kind: vscode.QuickPickItemKind.Separator },
        {
          label: `$(list-tree) ${vscode.l10n.t('Show Conversations')}`,
          run: () => vscode.commands.executeCommand('genesysMessaging.conversations.focus')
        },
        {
          label: `$(plug) ${vscode.l10n.t('Connect Another Organisation…')}`,
          run: () => vscode.commands.executeCommand('genesysMessaging.connect')
        },
        {
          label: `$(beaker) ${vscode.l10n.t('Load Sandbox Scenario…')}`,
          run: () => vscode.commands.executeCommand('genesysMessaging.loadScenario')
        }
      ]
      const chosen = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Connections') })
      await chosen?.run?.()
    }
  }
}
