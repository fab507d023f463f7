import * as vscode from 'vscode'
import { hours, minutes } from '../../model/instant'
import type { ScenarioSummary } from '../../sandbox/index'
import { sandboxId } from '../authentication/profile'
import { ReportedError } from '../failures'
import type { SandboxConnection } from '../sandbox/sandboxConnection'

type WithProgress = (work: () => Promise<void>) => Thenable<void>

const pickScenario = async (scenarios: readonly ScenarioSummary[]): Promise<ScenarioSummary | undefined> => {
  const picked = await vscode.window.showQuickPick(
    scenarios.map((scenario) => ({ label: scenario.title, description: scenario.summary, detail: scenario.tryThis, scenario })),
    {
      title: vscode.l10n.t('Load a scenario into the sandbox'),
      placeHolder: vscode.l10n.t('Which situation? It replaces the conversations that the sandbox has.'),
      matchOnDescription: true,
      matchOnDetail: true
    }
  )
  return picked?.scenario
}

/** Tells what to try, with a button that does it and explains what came of it, else with one that opens the conversation that it is about. */
const offerToTry = async (scenario: ScenarioSummary, conversationId: string | undefined): Promise<void> => {
  const tryIt = vscode.l10n.t('Try It')
  const diagnose = vscode.l10n.t('Diagnose Send…')
  const chosen = await vscode.window.showInformationMessage(
    `${scenario.title}. ${scenario.tryThis}`,
    ...(scenario.canBeTried ? [tryIt] : []),
    ...(conversationId === undefined ? [] : [diagnose])
  )
  if (chosen === tryIt) await vscode.commands.executeCommand('genesysMessaging.tryScenario')
  if (chosen === diagnose)
    await vscode.commands.executeCommand('genesysMessaging.diagnose', { kind: 'conversation', connectionId: sandboxId, id: conversationId })
}

/** Does what shows the situation of the scenario that is loaded, and explains what came of it. */
export const tryScenario = async (sandbox: SandboxConnection, withProgress: WithProgress): Promise<void> => {
  let exchange: string | undefined
  await withProgress(async () => {
    exchange = await sandbox.tryScenario()
  })
  if (exchange === undefined)
    throw new ReportedError(vscode.l10n.t('This scenario has nothing to try at once. Its description says what to do.'))
  await vscode.commands.executeCommand('genesysMessaging.explain', exchange)
}

/**
 * Loads a scenario, with the sandbox started if it does not run.
 * @param name the scenario’s; without one the person chooses
 */
export const loadScenario = async (sandbox: SandboxConnection, withProgress: WithProgress, name: unknown): Promise<void> => {
  const { scenarios } = await import('../../sandbox/index')
  const scenario = scenarios.find((known) => known.name === name) ?? (await pickScenario(scenarios))
  if (scenario === undefined) return
  let conversations: Readonly<Record<string, string>> = {}
  await withProgress(async () => {
    conversations = await sandbox.loadScenario(scenario.name)
  })
  // Not awaited: the command is over, and the advice stays until it is closed.
  void offerToTry(scenario, scenario.about === undefined ? undefined : conversations[scenario.about])
}

/** How far the clock can be moved at once, and what for. */
const moves = (): readonly (vscode.QuickPickItem & { readonly milliseconds: number })[] => [
  { label: vscode.l10n.t('1 minute'), milliseconds: minutes(1), detail: vscode.l10n.t('Deliveries end; an alert that nobody takes ends.') },
  { label: vscode.l10n.t('1 hour'), milliseconds: hours(1) },
  {
    label: vscode.l10n.t('24 hours'),
    milliseconds: hours(24),
    detail: vscode.l10n.t('WhatsApp takes templates only; tokens of a client expire.')
  },
  { label: vscode.l10n.t('72 hours'), milliseconds: hours(72), detail: vscode.l10n.t('Reply windows end.') },
  { label: vscode.l10n.t('7 days'), milliseconds: hours(7 * 24), detail: vscode.l10n.t('Facebook takes no reply any more.') }
]

/**
 * Moves the sandbox’s clock ahead.
 * @param duration in milliseconds; without one the person chooses
 */
export const advanceSandboxClock = async (sandbox: SandboxConnection, withProgress: WithProgress, duration: unknown): Promise<void> => {
  const milliseconds =
    typeof duration === 'number'
      ? duration
      : (
          await vscode.window.showQuickPick(moves(), {
            title: vscode.l10n.t('Move the sandbox’s clock ahead'),
            placeHolder: vscode.l10n.t('By how long? What falls due on the way happens now.')
          })
        )?.milliseconds
  if (milliseconds === undefined) return
  await withProgress(() => sandbox.advanceClock(milliseconds))
}
