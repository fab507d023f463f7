import assert from 'node:assert/strict'
import { commands, extensions } from 'vscode'

interface Contributions {
  readonly commands: readonly { readonly command: string }[]
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
})
