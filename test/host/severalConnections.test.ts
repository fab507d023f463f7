import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { conversationOf } from '../../src/editor/commands/pickConversation'
import { isNameTyped } from '../../src/editor/panel/confirmation'
import { ReportedError } from '../../src/editor/failures'
import { Log } from '../../src/editor/log'
import { statusText } from '../../src/editor/statusBar'
import { ConversationsTree } from '../../src/editor/tree/conversationsTree'
import type { Node } from '../../src/editor/tree/nodes'
import { ViewOptions } from '../../src/editor/tree/viewOptions'
import { Connections } from '../../src/store/connections'
import { memento } from './support/kept'
import { addSandbox, type Sandboxed } from './support/sandboxed'

const factsOf = (id: string, name: string) => ({ id, name, place: 'Ireland, eu-west-1', isProduction: false, isSandbox: false })

const tooltipOf = ({ tooltip }: vscode.TreeItem): string => (tooltip instanceof vscode.MarkdownString ? tooltip.value : (tooltip ?? ''))

describe('Several connections in the Conversations view', () => {
  const connections = new Connections()
  const log = new Log()
  const changed = new vscode.EventEmitter<Node | undefined>()
  const tree = new ConversationsTree(connections, new ViewOptions(memento()), changed, () => Promise.resolve(), log)
  let sandbox: Omit<Sandboxed, 'connections'>
  let production: Omit<Sandboxed, 'connections'>

  before(async () => {
    sandbox = await addSandbox(connections, { id: 'sandbox' }, { seed: 1 })
    production = await addSandbox(connections, { id: 'p', name: 'Berg Production', isProduction: true }, { seed: 2 })
  })
  after(async () => {
    tree.dispose()
    changed.dispose()
    log.dispose()
    await Promise.all([sandbox.sandbox.stop(), production.sandbox.stop()])
  })

  const rows = async (): Promise<vscode.TreeItem[]> => (await tree.getChildren()).map((node) => tree.getTreeItem(node))

  const rowOf = async (id: string): Promise<vscode.TreeItem> => {
    const node = (await tree.getChildren()).find((each) => each.kind === 'connection' && each.id === id)
    assert.ok(node, `${id} has a row`)
    return tree.getTreeItem(node)
  }

  it('are a row each, and say in words and by their icon which is live', async () => {
    const shown = (await rows()).map(({ label, description, iconPath }) => [
      label,
      description,
      iconPath instanceof vscode.ThemeIcon ? iconPath.id : undefined,
      iconPath instanceof vscode.ThemeIcon && iconPath.color !== undefined
    ])
    assert.deepEqual(shown, [
      ['Sandbox', 'local, no account', 'beaker', false],
      ['Berg Production', 'production', 'shield', true]
    ])
  })

  it('have rows with ids of their own, also for the same groups', async () => {
    const ids: (string | undefined)[] = []
    for (const connection of await tree.getChildren())
      for (const group of await tree.getChildren(connection)) {
        ids.push(tree.getTreeItem(group).id)
        for (const conversation of await tree.getChildren(group)) ids.push(tree.getTreeItem(conversation).id)
      }
    assert.ok(ids.length > 20)
    assert.equal(new Set(ids).size, ids.length)
  })

  it('say what each credential is, and which of the sends it permits', async () => {
    const tooltip = tooltipOf(await rowOf('p'))
    for (const said of [
      /Organisation/,
      /127\.0\.0\.1/,
      /User\*\* Nora/,
      /OAuth client/,
      /agent message: permitted/,
      /agentless message: permitted/
    ])
      assert.match(tooltip.replaceAll('&nbsp;', ' ').replaceAll('\\', ''), said)
    const { userToken, clientSecret } = production.sandbox.address
    assert.ok(!tooltip.includes(userToken) && !tooltip.includes(clientSecret))
  })

  it('are there while they are not open, and connect with a click', async () => {
    connections.know(factsOf('c', 'Closed & Co'))
    const row = await rowOf('c')
    assert.deepEqual(
      [row.description, row.contextValue, row.collapsibleState, row.command?.command],
      ['not connected', 'connection-closed-organisation', vscode.TreeItemCollapsibleState.None, 'genesysMessaging.openConnection']
    )
    connections.close('c', { kind: 'signedOut' })
    const signedOut = await rowOf('c')
    assert.deepEqual([signedOut.description, signedOut.command?.command], ['sign in again', 'genesysMessaging.signIn'])
    connections.close('c', { kind: 'failed', why: 'The organisation cannot be reached.' })
    const failed = await rowOf('c')
    assert.equal(failed.description, 'could not connect')
    assert.match(tooltipOf(failed).replaceAll('&nbsp;', ' '), /cannot be reached/)
    connections.remove('c')
  })

  it('stay readable when one of them cannot be read; that one says so', async () => {
    const broken = await addSandbox(connections, { id: 'b', name: 'Broken' }, { seed: 3 })
    await broken.sandbox.stop()
    const results = await Promise.allSettled(['sandbox', 'p', 'b'].map((id) => connections.refresh(id)))
    assert.deepEqual(
      results.map(({ status }) => status),
      ['fulfilled', 'fulfilled', 'rejected']
    )
    const row = await rowOf('b')
    assert.equal(row.description, 'conversations could not be read')
    assert.match(tooltipOf(row).replaceAll('&nbsp;', ' '), /cannot be reached/)
    assert.equal((await rowOf('p')).description, 'production')
    connections.remove('b')
  })

  it('say on an open row that a credential is taken no more', async () => {
    connections.signedOut('p', 'user')
    const row = await rowOf('p')
    assert.deepEqual([row.description, row.contextValue], ['sign in again · production', 'connection-open-production-signIn'])
    connections.signedIn('p', 'user')
    assert.equal((await rowOf('p')).contextValue, 'connection-open-production')
  })

  it('are searched for a conversation of which only the id is known', async () => {
    const id = production.idOf('ended-web')
    assert.deepEqual(await conversationOf(id, connections, ''), { connectionId: 'p', id })
    await assert.rejects(
      conversationOf('00000000-0000-4000-8000-000000000000', connections, ''),
      (error) =>
        error instanceof ReportedError &&
        /Nothing was found for .* Sandbox: no conversation, no message, no external contact .* Berg Production: no conversation/.test(
          error.message
        )
    )
  })

  it('pass their own conversation to a command from a row', async () => {
    const ref = production.refOf('ended-web')
    assert.deepEqual(await conversationOf({ kind: 'conversation', ...ref }, connections, ''), ref)
    assert.deepEqual(await conversationOf({ kind: 'leg', connectionId: 'sandbox', conversationId: ref.id }, connections, ''), {
      connectionId: 'sandbox',
      id: ref.id
    })
  })

  it('are named in the status bar, and production stands out', () => {
    assert.equal(statusText([]), undefined)
    assert.deepEqual(statusText([sandbox.open]), { text: '$(beaker) Sandbox', spoken: 'Sandbox, local, no account', isProduction: false })
    assert.deepEqual(statusText([production.open]), {
      text: '$(shield) Berg Production · production',
      spoken: 'Berg Production, production',
      isProduction: true
    })
    assert.deepEqual(statusText([sandbox.open, production.open]), {
      text: '$(shield) 2 connections · production',
      spoken: 'Sandbox, Berg Production',
      isProduction: true
    })
  })
})

describe('The name that is typed before a send on production', () => {
  it('counts when it is the organisation’s, letter by letter', () => {
    assert.ok(isNameTyped(' Berg & Co ', 'Berg & Co'))
    for (const typed of ['', 'berg & co', 'Berg', 'Berg  & Co', 'Berg & Co.']) assert.ok(!isNameTyped(typed, 'Berg & Co'), typed)
  })
})
