import assert from 'node:assert/strict'
import { commands, extensions } from 'vscode'
import type { ActionId } from '../../src/followUp/actions/action'
import { actionsFor } from '../../src/followUp/actions/requests'
import type { CommandName } from '../../src/editor/commands/commandNames'
import { stateOrder } from '../../src/editor/tree/nodes'

interface Contributions {
  readonly commands: readonly { readonly command: string }[]
  readonly menus: Readonly<Record<string, readonly { readonly command: string; readonly when: string; readonly group?: string }[]>>
  readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>
  readonly viewsContainers: { readonly activitybar: readonly { readonly id: string }[] }
}

const prefix = 'genesysMessaging.'

const extension = () => {
  const found = extensions.getExtension<unknown>('messaging-inspector.genesys-messaging-inspector')
  assert.ok(found, 'the extension is not there')
  return found
}

const contributions = (): Contributions => (extension().packageJSON as { readonly contributes: Contributions }).contributes

/** VS Code registers commands of its own for each view and view container: `<id>.focus`, `<id>.open` and others. */
const isMadeByVscode = (command: string): boolean => {
  const { views, viewsContainers } = contributions()
  const ids = [...Object.values(views).flat(), ...viewsContainers.activitybar].map(({ id }) => id)
  return ids.some((id) => command.startsWith(`${id}.`) && !contributedCommands().includes(command))
}

const contributedCommands = (): string[] => contributions().commands.map(({ command }) => command)

const registeredCommands = async (): Promise<string[]> => (await commands.getCommands(true)).filter((command) => command.startsWith(prefix))

describe('the contributions in package.json', () => {
  before(async () => {
    await extension().activate()
  })

  it('belong to an extension that activates', () => {
    assert.equal(extension().isActive, true)
  })

  it('name only commands with our prefix', () => {
    assert.deepEqual(
      contributedCommands().filter((command) => !command.startsWith(prefix)),
      []
    )
  })

  it('name only commands that are registered', async () => {
    const registered = await registeredCommands()
    assert.notEqual(contributedCommands().length, 0)
    assert.deepEqual(
      contributedCommands().filter((command) => !registered.includes(command)),
      []
    )
  })

  it('name every command that is registered', async () => {
    const contributed = contributedCommands()
    assert.deepEqual(
      (await registeredCommands()).filter((command) => !contributed.includes(command) && !isMadeByVscode(command)),
      []
    )
  })

  const actionOf: Readonly<Partial<Record<CommandName, ActionId>>> = {
    accept: 'accept',
    resume: 'resume',
    assignToMe: 'assign',
    leave: 'leave',
    disconnectEverybody: 'disconnect'
  }

  /** The commands in the context menu of a row, in their groups. */
  const menuOf = (row: string): readonly { readonly name: string; readonly group: string }[] =>
    (contributions().menus['view/item/context'] ?? []).flatMap(({ command, when, group = '' }) => {
      const [, exactly, pattern] = /viewItem (?:== (\S+)|=~ \/(.+)\/)$/.exec(when) ?? []
      const isOffered = exactly === row || (pattern !== undefined && new RegExp(pattern).test(row))
      return isOffered ? [{ name: command.slice(prefix.length), group }] : []
    })

  for (const state of stateOrder)
    it(`offer in the menu of a conversation that is ${state} what can be changed there, as the panel does`, () => {
      const menu = menuOf(`conversation-${state}`)
      const changes = menu.filter(({ group }) => group.startsWith('2_change'))
      assert.deepEqual(
        changes.map(({ name }) => Object.entries(actionOf).find(([command]) => command === name)?.[1]).sort(),
        [...actionsFor(state)].sort()
      )
      for (const name of ['diagnose', 'followUp', 'openConversation', 'copyAs', 'copyLink'])
        assert.ok(
          menu.some((entry) => entry.name === name),
          name
        )
    })

  it('offer none of these in the menu of a communication, a message or a connection', () => {
    for (const row of ['leg', 'message', 'connection-open-sandbox', 'group'])
      assert.deepEqual(
        menuOf(row).filter(({ group }) => group.startsWith('2_change')),
        []
      )
  })

  it('have these in the command palette', () => {
    const hidden = (contributions().menus['commandPalette'] ?? []).map(({ command }) => command)
    for (const name of Object.keys(actionOf)) {
      assert.ok(contributedCommands().includes(`${prefix}${name}`), name)
      assert.ok(!hidden.includes(`${prefix}${name}`), name)
    }
  })
})
