import * as vscode from 'vscode'
import { reportFailure } from '../failures'
import type { Log } from '../log'

/** Every command of the extension. package.json contributes the same names; a test holds the two together. */
export const commandNames = [
  'startSandbox',
  'stopSandbox',
  'connect',
  'disconnect',
  'refresh',
  'diagnose',
  'explain',
  'followUp',
  'openConversation',
  'copyConversationId',
  'showLog'
] as const

export type CommandName = (typeof commandNames)[number]

/** What each command does. Its argument comes from menus, keybindings and other extensions, and is checked by who uses it. */
export type CommandHandlers = Readonly<Record<CommandName, (argument: unknown) => Promise<void>>>

export const commandId = (name: CommandName): string => `genesysMessaging.${name}`

/** Registers every command behind one wrapper: what goes wrong reaches the person once, in words. */
export const registerCommands = (handlers: CommandHandlers, log: Log): vscode.Disposable =>
  vscode.Disposable.from(
    ...commandNames.map((name) =>
      vscode.commands.registerCommand(commandId(name), async (argument: unknown) => {
        try {
          await handlers[name](argument)
        } catch (error) {
          // Not awaited: the command is over, and the message stays until it is closed.
          void reportFailure(error, name, log)
        }
      })
    )
  )
