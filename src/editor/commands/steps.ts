import * as vscode from 'vscode'

/** What came of one question. */
export type Answer<Value> = { readonly kind: 'next'; readonly value: Value } | { readonly kind: 'back' } | { readonly kind: 'cancelled' }

/** A question, and where it stands among the others. */
export interface Question {
  readonly title: string
  readonly step?: number
  readonly totalSteps?: number
  /** Whether there is a question before it to go back to. */
  readonly canGoBack?: boolean
}

/** Shows the box until it is answered, left by its Back button, or closed. */
const answerOf = <Value>(
  box: vscode.QuickPick<vscode.QuickPickItem & { readonly value: Value }> | vscode.InputBox,
  { title, step, totalSteps, canGoBack = false }: Question,
  listen: (answer: (value: Value) => void) => readonly { dispose(): unknown }[]
): Promise<Answer<Value>> =>
  new Promise((resolve) => {
    box.title = title
    box.step = step
    box.totalSteps = totalSteps
    box.ignoreFocusOut = true
    box.buttons = canGoBack ? [vscode.QuickInputButtons.Back] : []
    const end = (answer: Answer<Value>): void => {
      resolve(answer)
      for (const disposable of disposables) disposable.dispose()
    }
    const disposables: readonly { dispose(): unknown }[] = [
      box,
      box.onDidTriggerButton(() => {
        end({ kind: 'back' })
      }),
      box.onDidHide(() => {
        end({ kind: 'cancelled' })
      }),
      ...listen((value) => {
        end({ kind: 'next', value })
      })
    ]
    box.show()
  })

/** A line to choose, and what it stands for. */
export type Choice<Value> = vscode.QuickPickItem & { readonly value: Value }

/** Lets the person choose one line. The one that was chosen before is in front. */
export const pickStep = <Value>(
  question: Question & { readonly placeHolder: string; readonly choices: readonly Choice<Value>[]; readonly chosen?: Value | undefined }
): Promise<Answer<Value>> => {
  const box = vscode.window.createQuickPick<Choice<Value>>()
  box.items = question.choices
  box.placeholder = question.placeHolder
  box.matchOnDescription = true
  box.matchOnDetail = true
  box.activeItems = question.choices.filter(({ value }) => question.chosen !== undefined && value === question.chosen)
  return answerOf(box, question, (answer) => [
    box.onDidAccept(() => {
      const [item] = box.selectedItems
      if (item) answer(item.value)
    })
  ])
}

/** Asks for a line of text, which is trimmed. An empty one is not taken. */
export const inputStep = (
  question: Question & {
    readonly prompt: string
    readonly value?: string | undefined
    readonly placeHolder?: string
    readonly password?: boolean
    /** Says in words what is wrong with the text. */
    readonly check?: (text: string) => string | undefined
  }
): Promise<Answer<string>> => {
  const box = vscode.window.createInputBox()
  box.prompt = question.prompt
  box.value = question.value ?? ''
  box.placeholder = question.placeHolder
  box.password = question.password ?? false
  const wrong = (text: string): string | undefined => (text === '' ? vscode.l10n.t('Nothing is entered.') : question.check?.(text))
  return answerOf<string>(box, question, (answer) => [
    box.onDidChangeValue(() => {
      box.validationMessage = undefined
    }),
    box.onDidAccept(() => {
      const text = box.value.trim()
      const message = wrong(text)
      if (message === undefined) answer(text)
      else box.validationMessage = message
    })
  ])
}
