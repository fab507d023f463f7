import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { Log } from '../../src/editor/log'
import { ConversationsTree } from '../../src/editor/tree/conversationsTree'
import type { Node } from '../../src/editor/tree/nodes'
import { ViewOptions } from '../../src/editor/tree/viewOptions'
import { memento } from './support/kept'
import { readFilter } from '../../src/store/listing/filter'
import { openSandboxed, type Sandboxed } from './support/sandboxed'

const labelOf = ({ label }: vscode.TreeItem): string => (typeof label === 'string' ? label : (label?.label ?? ''))

const tooltipText = ({ tooltip }: vscode.TreeItem): string => (typeof tooltip === 'object' ? tooltip.value : (tooltip ?? ''))

describe('The Conversations view', () => {
  let at: Sandboxed
  let tree: ConversationsTree
  const log = new Log()
  const kept = memento()
  const options = new ViewOptions(kept)
  const changed = new vscode.EventEmitter<Node | undefined>()

  before(async () => {
    at = await openSandboxed()
    tree = new ConversationsTree(at.connections, options, changed, () => Promise.resolve(), log)
  })
  after(async () => {
    tree.dispose()
    changed.dispose()
    log.dispose()
    await at.sandbox.stop()
  })

  const children = async (node?: Node): Promise<Node[]> => tree.getChildren(node)

  const groups = async (): Promise<Node[]> => {
    const [connection] = await children()
    return connection ? (await children(connection)).filter(({ kind }) => kind === 'group') : []
  }

  const rowOf = async (name: string): Promise<Node> => {
    const rows = (await Promise.all((await groups()).map((group) => children(group)))).flat()
    const row = rows.find((node) => node.kind === 'conversation' && node.id === at.idOf(name))
    assert.ok(row, `${name} is shown`)
    return row
  }

  const spokenMessages = async (row: Node): Promise<readonly string[]> =>
    (await children(row))
      .filter(({ kind }) => kind === 'message')
      .map((message) => tree.getTreeItem(message).accessibilityInformation?.label ?? '')

  it('tells its menu how a conversation stands', async () => {
    for (const [name, state] of [
      ['queued-web', 'queued'],
      ['alerting-web', 'alerting'],
      ['ended-web', 'endedWindowOpen']
    ] as const)
      assert.equal(tree.getTreeItem(await rowOf(name)).contextValue, `conversation-${state}`)
  })

  it('shows the sandbox as what it is', async () => {
    const [connection] = await children()
    assert.ok(connection)
    const item = tree.getTreeItem(connection)
    assert.equal(labelOf(item), 'Sandbox')
    assert.equal(item.description, 'local, no account')
  })

  it('says in the connection’s row how its conversations are kept true', async () => {
    const [connection] = await children()
    const open = at.connections.get('sandbox')
    assert.ok(connection && open)
    at.connections.updated(open, { kind: 'live', refused: [] })
    assert.equal(tree.getTreeItem(connection).description, 'local, no account · live')
    at.connections.updated(open, { kind: 'polling', everySeconds: 30, why: 'There is no queue to listen to.' })
    const item = tree.getTreeItem(connection)
    assert.equal(item.description, 'local, no account · every 30 s')
    assert.match(tooltipText(item).replaceAll('&nbsp;', ' '), /There is no queue to listen to/)
    at.connections.updated(open, undefined)
  })

  it('groups the conversations by state, what can be acted on first, with their number', async () => {
    const shown = (await groups()).map((group) => tree.getTreeItem(group))
    assert.deepEqual(shown.map(labelOf).slice(0, 8), [
      'Connected',
      'Alerting an agent',
      'Parked',
      'Waiting in queue',
      'With a bot or API',
      'After-conversation work',
      'Ended, reply window open',
      'Ended, reply window over'
    ])
    const count = shown.reduce((sum, { description }) => sum + Number(description), 0)
    assert.equal(count, at.open.conversations.rows().length)
  })

  it('says of the ended conversation until when the reply window is open', async () => {
    const item = tree.getTreeItem(await rowOf('ended-web'))
    assert.equal(labelOf(item), 'Jamie Rivera')
    assert.match(String(item.description), /^\d+ h left to reply · web messaging$/)
    assert.match(item.accessibilityInformation?.label ?? '', /Jamie Rivera.*reply window open/)
  })

  it('shows each communication with its state, when it ended and why', async () => {
    const items = (await children(await rowOf('ended-web'))).filter(({ kind }) => kind === 'leg').map((leg) => tree.getTreeItem(leg))
    assert.deepEqual(items.map(labelOf), ['Customer', 'Flow Order status', 'Queue Web support', 'Agent Nora Lind'])
    assert.match(String(items.at(-1)?.description), /^disconnected .*\(client\)$/)
  })

  it('shows the messages below them in order, with what they say, who wrote them, and what became of them', async () => {
    const row = await rowOf('ended-web')
    const areRead = (spoken: readonly string[]): boolean => spoken.every((label) => label.includes('“'))
    const read = new Promise<void>((resolve) => {
      const subscription = changed.event(async () => {
        if (!areRead(await spokenMessages(row))) return
        subscription.dispose()
        resolve()
      })
    })
    if (!areRead(await spokenMessages(row))) await read
    const spoken = await spokenMessages(row)
    assert.match(spoken[0] ?? '', /^from the customer, .*\d\d:\d\d, “.+”, Jamie Rivera/)
    assert.ok(spoken.some((label) => /^to the customer, .*\d\d:\d\d, “.+”, Nora Lind, delivered$/.test(label)))
  })

  it('says first that a message was not delivered, and why', async () => {
    const row = await rowOf('ended-delivery-failed')
    const spoken = await spokenMessages(row)
    assert.match(spoken.at(-1) ?? '', /^to the customer, .*\d\d:\d\d, failed: \w/)
  })

  it('keeps a row unfolded that moves to another group, until somebody folds it', async () => {
    const row = await rowOf('ended-web')
    await children(row)
    assert.ok(tree.unfolded.has(at.refOf('ended-web')))
    assert.equal(tree.getTreeItem(row).collapsibleState, vscode.TreeItemCollapsibleState.Expanded)
    tree.fold(row)
    assert.ok(!tree.unfolded.has(at.refOf('ended-web')))
    assert.equal(tree.getTreeItem(row).collapsibleState, vscode.TreeItemCollapsibleState.Collapsed)
  })

  it('refreshes only the row of a conversation that stays in its state', async () => {
    await rowOf('connected-web')
    const fired: (Node | undefined)[] = []
    const subscription = changed.event((node) => fired.push(node))
    await at.open.conversations.read(at.idOf('connected-web'))
    subscription.dispose()
    assert.deepEqual(fired, [{ kind: 'conversation', ...at.refOf('connected-web') }])
  })

  it('groups by channel, by queue, by connection or all together, and remembers it', async () => {
    const labels = async (): Promise<string[]> => (await groups()).map((group) => labelOf(tree.getTreeItem(group)))
    await options.groupBy('channel')
    assert.ok((await labels()).includes('SMS'))
    await options.groupBy('queue')
    assert.ok((await labels()).includes('Web support'))
    await options.groupBy('connection')
    const [connection] = await children()
    const rows = (await children(connection)).filter(({ kind }) => kind === 'conversation')
    assert.equal(rows.length, at.open.conversations.rows().length)
    await options.groupBy('time')
    const roots = await children()
    assert.deepEqual(
      roots.map(({ kind }) => kind),
      ['connection', ...rows.map(() => 'conversation'), 'older']
    )
    assert.deepEqual(await children(roots[0]), [])
    const descriptions = roots.map((node) => String(tree.getTreeItem(node).description))
    assert.ok(
      descriptions.some((text) => text.startsWith('Connected · Nora Lind')),
      'the state is said where no group says it'
    )
    assert.equal(new ViewOptions(kept).grouping, 'time')
    await options.groupBy('state')
  })

  it('shows what the filter leaves, and counts what it hides', async () => {
    const reading = readFilter('state:queued channel:sms')
    assert.ok(reading.kind === 'filter')
    options.filterBy(reading.filter)
    assert.deepEqual(
      (await groups()).map((group) => labelOf(tree.getTreeItem(group))),
      ['Waiting in queue']
    )
    assert.deepEqual(tree.counts, { shown: 1, all: at.open.conversations.rows().length })
    options.filterBy(undefined)
    assert.equal(tree.counts.shown, tree.counts.all)
  })

  it('tells the ids and the window of a conversation to who points at it', async () => {
    const row = await rowOf('ended-web')
    const { tooltip } = tree.resolveTreeItem(tree.getTreeItem(row), row)
    const text = tooltip instanceof vscode.MarkdownString ? tooltip.value : ''
    for (const said of [at.idOf('ended-web'), 'Reply window until', 'Notifier']) assert.ok(text.includes(said), `${said} in ${text}`)
  })
})
