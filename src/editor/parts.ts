/** The extension itself: what extension.ts registers, built when it is first needed. This file is the entry of dist/editor.js. */
import { homedir } from 'node:os'
import path from 'node:path'
import type * as vscode from 'vscode'
import { loadSdk } from '../genesys/loadSdk'
import { systemPace } from '../genesys/traffic/pace'
import { days } from '../model/instant'
import { Connections } from '../store/connections'
import { forgetOldDrafts } from '../store/draftRetention'
import { Drafts } from '../store/drafts'
import { LiveConnections } from '../store/live/liveConnections'
import { rereadAfterSend } from '../store/rereadAfterSend'
import { Sends } from '../store/outbox/sends'
import { takeUpSends } from '../store/outbox/takeUpSends'
import { SignedOuts } from '../store/signedOuts'
import { Accounts } from './authentication/accounts'
import { additionalHosts } from './authentication/additionalHosts'
import { BrowserSignIns, openInBrowser } from './authentication/browserSignIn'
import { Connector } from './authentication/connector'
import { migrateOnlyConnection } from './authentication/migrate'
import { sandboxId, type ConnectionProfile } from './authentication/profile'
import { ConnectionProfiles } from './authentication/profiles'
import { ConnectionSecrets } from './authentication/secrets'
import { Session } from './authentication/session'
import { SignedInUris } from './authentication/signedInUris'
import { showSignedOut } from './authentication/showSignedOut'
import type { CommandName } from './commands/commandNames'
import { connect } from './commands/connect/connect'
import { commandHandlers } from './commands/handlers'
import { signingInCommands } from './commands/signingIn'
import { openConnection } from './connections/openConnection'
import { followConnections } from './contextKeys'
import { ConversationDocuments } from './documents/conversationDocuments'
import { ruleReference } from './documents/ruleReference'
import { reportFailure } from './failures'
import { askToConnect, openLink, type LinkMeans } from './links/openLink'
import { uriHandler } from './links/uris'
import { chosenQueues, pollSeconds } from './live/settings'
import { watchWhatIsShown } from './live/watching'
import { Log } from './log'
import { Panels } from './panel/panels'
import { forgetDraftsAndSends } from './personalData/forget'
import { keepDays } from './personalData/keepDays'
import { reportUnreadable } from './personalData/reportUnreadable'
import { sendStorages } from './personalData/sendStorages'
import { lookBackDays } from './reading'
import { SandboxConnection } from './sandbox/sandboxConnection'
import { StatusBar } from './statusBar'
import { ConversationsTree } from './tree/conversationsTree'
import type { Node } from './tree/nodes'
import { ViewOptions } from './tree/viewOptions'
import { ViewStatus } from './tree/viewStatus'

/** The events of what is registered at activation, before there are parts to fire them. */
export interface Events {
  readonly treeChanged: vscode.EventEmitter<Node | undefined>
  readonly documentChanged: vscode.EventEmitter<vscode.Uri>
  readonly sessionsChanged: vscode.EventEmitter<vscode.AuthenticationProviderAuthenticationSessionsChangeEvent>
}

export interface Parts {
  /** Runs a command. What goes wrong reaches the person once, in words. */
  readonly run: (name: CommandName, argument: unknown) => Promise<void>
  readonly tree: ConversationsTree
  readonly panels: Panels
  readonly documents: ConversationDocuments
  readonly accounts: Accounts
  readonly uris: vscode.UriHandler
}

/** Builds the parts. Nothing is read or connected here: that happens when somebody looks. */
export const buildParts = (
  context: vscode.ExtensionContext,
  { treeChanged, documentChanged, sessionsChanged }: Events,
  view: vscode.TreeView<Node>
): Parts => {
  const log = new Log()
  const connections = new Connections()
  const drafts = new Drafts(context.workspaceState, systemPace, (error) => {
    log.error('drafts', error)
  })
  const storages = sendStorages(path.join(context.globalStorageUri.fsPath, 'sends'), keepDays)
  const sends = new Sends({
    pace: systemPace,
    storages,
    onFailure: (doing, error) => {
      log.error(doing, error)
    },
    onUnreadable: (_connectionId, file) => {
      reportUnreadable(file)
    }
  })
  const profiles = new ConnectionProfiles(context.globalState)
  const secrets = new ConnectionSecrets(context.secrets)
  const connector = new Connector({
    secrets,
    means: async () => ({ sdk: await loadSdk(), pace: systemPace, random: Math.random }),
    additionalHosts,
    onSignedOut: (id, kind) => {
      connections.signedOut(id, kind)
    },
    onFailure: (doing, error) => {
      log.error(doing, error)
    }
  })
  const session = new Session(
    profiles,
    connector,
    connections,
    {
      forget: async (id) => {
        await sends.forget(id)
        await drafts.forget(id)
      }
    },
    () => migrateOnlyConnection(context.secrets, profiles, secrets),
    log
  )
  const extensionId = context.extension.id
  const uris = new SignedInUris(extensionId)
  const browser = new BrowserSignIns({ sdk: loadSdk, pace: systemPace, uris, openBrowser: openInBrowser, log })
  const places = { home: homedir(), environment: process.env }
  const signedOuts = new SignedOuts(connections, systemPace, (known) => void showSignedOut(known))
  const signOutUser = (profile: ConnectionProfile): Promise<void> => {
    signedOuts.expect(profile.id)
    return session.signOutUser(profile)
  }
  const signingIn = { extensionId, browser, connector, connections, profiles, secrets, session, places, signOutUser }
  const accounts = new Accounts(
    {
      profiles,
      secrets,
      connectUser: () => connect(signingIn, 'user'),
      signOutUser
    },
    sessionsChanged
  )
  const sandbox = new SandboxConnection(connections, log, systemPace, () => sends.forget(sandboxId))
  const documents = new ConversationDocuments(connections, documentChanged, (id) => session.restored(id))
  const panels = new Panels(
    context.extensionUri,
    { connections, drafts, sends, documents, log, openRule: ruleReference(context.extensionUri) },
    (id) => session.restored(id)
  )
  const options = new ViewOptions(context.workspaceState)
  const tree = new ConversationsTree(connections, options, treeChanged, () => session.restore(), log)
  const handlers = commandHandlers({
    connections,
    session,
    sandbox,
    signingIn: signingInCommands(signingIn),
    panels,
    documents,
    extensionId,
    options,
    tree,
    forgetDraftsAndSends: () => forgetDraftsAndSends(drafts, sends),
    log
  })
  const links: LinkMeans = {
    connections,
    know: () => session.know(),
    mayConnect: askToConnect,
    connect: (id) => openConnection(id, { connections, session, sandbox }),
    openPanel: async (conversation) => {
      await panels.openConversation(conversation, 'routes')
    }
  }
  const live = new LiveConnections(connections, {
    pace: systemPace,
    pollSeconds,
    lookBackDays,
    chosenQueues,
    onFailure: (doing, error) => {
      log.error(doing, error)
    }
  })
  const rereading = rereadAfterSend(sends, connections, (error) => {
    log.error('reading after a send', error)
  })
  const tidyPersonalData = async (): Promise<void> => {
    const now = Date.now()
    await drafts.tidy()
    await forgetOldDrafts(context.workspaceState, now - days(keepDays()), now)
    // Nothing is written there any more that takeUpSends could look through.
    if (keepDays() === 0) await storages.clear()
  }
  tidyPersonalData().catch((error: unknown) => {
    log.error('forgetting old personal data', error)
  })
  context.subscriptions.push(
    log,
    drafts,
    sends,
    takeUpSends(sends, connections, keepDays),
    rereading,
    profiles,
    session,
    sandbox,
    documents,
    panels,
    tree,
    live,
    watchWhatIsShown(live, view, tree.unfolded, panels, documents),
    view.onDidCollapseElement(({ element }) => {
      tree.fold(element)
    }),
    new ViewStatus(view, connections, options, tree),
    new StatusBar(connections),
    followConnections(connections),
    signedOuts,
    accounts
  )

  const told = async (doing: string, work: () => Promise<void>): Promise<void> => {
    try {
      await work()
    } catch (error) {
      // Not awaited: the command is over, and the message stays until it is closed.
      void reportFailure(error, doing, log)
    }
  }

  return {
    run: (name, argument) => told(name, () => handlers[name](argument)),
    tree,
    panels,
    documents,
    accounts,
    uris: uriHandler(uris, (uri) => told('link', () => openLink(uri, links)))
  }
}
