import * as vscode from 'vscode'
import { PlatformError } from '../../genesys/platformError'
import type { Connections, KnownConnection } from '../../store/connections'
import { sandboxId } from '../authentication/profile'
import type { Session } from '../authentication/session'
import { connectionIdIn, connectionOf, connectionPickItem } from '../connections/pickConnection'
import { needsSignIn } from '../connections/standing'
import { notConnected } from '../failures'
import { cancellable } from '../progress'
import type { SandboxConnection } from '../sandbox/sandboxConnection'

/** What the commands about connections work with. */
export interface ConnectionMeans {
  readonly connections: Connections
  readonly session: Session
  readonly sandbox: SandboxConnection
}

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

const isSignedOut = (connections: Connections, id: string | undefined): boolean => {
  const known = connections.find(id)
  return known !== undefined && !known.facts.isSandbox && needsSignIn(known.standing)
}

/** Reads the conversations of these connections again, all at once. One that fails stops no other; that every one fails is told. */
const refresh = async (connections: Connections, ids: readonly string[]): Promise<void> => {
  const title =
    ids.length === 1
      ? vscode.l10n.t('Reading the conversations')
      : vscode.l10n.t('Reading the conversations of {0} organisations', ids.length)
  await cancellable(title, async (signal) => {
    const readings = ids.map((id) => connections.refresh(id, signal))
    const results = await Promise.allSettled(readings)
    if (signal.aborted || results.some(({ status }) => status === 'fulfilled')) return
    // Where somebody was signed out, a notification of its own says so.
    await Promise.all(readings.filter((_reading, at) => !isSignedOut(connections, ids[at])))
  })
}

/** What the commands about connections do. */
export const connectionCommands = ({
  connections,
  session,
  sandbox
}: ConnectionMeans): Readonly<Record<ConnectionCommand, (argument: unknown) => Promise<void>>> => {
  const open = async (id: string): Promise<void> => {
    await cancellable(vscode.l10n.t('Connecting'), async (signal) => {
      await (id === sandboxId ? sandbox.start() : Promise.race([session.open(id, signal), closedOn(signal, id)]))
    })
  }

  /** Rejects when a person calls off what is being opened. What arrives of it after that is dropped. */
  const closedOn = (signal: AbortSignal, id: string): Promise<never> =>
    new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => {
        if (connections.find(id)?.standing.kind !== 'opening') return
        session.close(id)
        reject(new PlatformError('Connecting', { kind: 'cancelled' }))
      })
    })

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
      if (known) await open(known.facts.id)
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
      await refresh(
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
              : open(known.facts.id)
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
