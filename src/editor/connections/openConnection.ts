import * as vscode from 'vscode'
import { PlatformError } from '../../genesys/platformError'
import type { Connections } from '../../store/connections'
import { sandboxId } from '../authentication/profile'
import type { Session } from '../authentication/session'
import { cancellable } from '../progress'
import type { SandboxConnection } from '../sandbox/sandboxConnection'

/** What opening a connection works with. */
export interface OpeningMeans {
  readonly connections: Connections
  readonly session: Session
  readonly sandbox: SandboxConnection
}

/** Rejects when a person calls off what is being opened. What arrives of it after that is dropped. */
const closedOn = (signal: AbortSignal, id: string, { connections, session }: OpeningMeans): Promise<never> =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => {
      if (connections.find(id)?.standing.kind !== 'opening') return
      session.close(id)
      reject(new PlatformError('Connecting', { kind: 'cancelled' }))
    })
  })

/** Opens a connection that is known, or the sandbox. Resolves when it is open or a person has called it off; rejects when it cannot be opened. */
export const openConnection = async (id: string, means: OpeningMeans): Promise<void> => {
  const { session, sandbox } = means
  await cancellable(vscode.l10n.t('Connecting'), async (signal) => {
    await (id === sandboxId ? sandbox.start() : Promise.race([session.open(id, signal), closedOn(signal, id, means)]))
  })
}
