import * as vscode from 'vscode'
import type { Connection } from '../../../genesys/connection'
import type { CannedResponse } from '../../../model/cannedResponse'
import { sentenceOf } from '../../failures'

type Item = vscode.QuickPickItem & { readonly response?: CannedResponse }

/** How long somebody who types is waited for before the platform is asked. */
const typingMs = 200

const itemOf = (response: CannedResponse): Item => ({
  label: response.name,
  description: [
    ...response.libraries.map(({ name }) => name),
    ...(response.isPlain ? [] : [vscode.l10n.t('HTML, inserted with its tags')])
  ].join(' · '),
  detail: response.text.replace(/\s+/g, ' ').slice(0, 300),
  // The platform has searched: what it found is shown, whatever the editor would make of what was typed.
  alwaysShow: true,
  response
})

const note = (label: string): Item => ({ label, alwaysShow: true })

/**
 * Lets a person choose a canned response; the platform is searched as they type. What goes wrong is said in the list.
 * @param fits which ones are offered
 * @returns `undefined` when none was chosen
 */
export const pickResponse = (
  connection: Connection,
  title: string,
  fits: (response: CannedResponse) => boolean
): Promise<CannedResponse | undefined> =>
  new Promise((resolve) => {
    const box = vscode.window.createQuickPick<Item>()
    let searching = new AbortController()
    let waiting: NodeJS.Timeout | undefined
    box.title = title
    box.placeholder = vscode.l10n.t('Search by name or words')

    const search = async (phrase: string): Promise<void> => {
      searching.abort()
      const { signal } = (searching = new AbortController())
      box.busy = true
      try {
        const { rows, isComplete } = await connection.responses(phrase, signal)
        if (signal.aborted) return
        const items = rows.filter(fits).map(itemOf)
        const more = isComplete ? [] : [note(vscode.l10n.t('There are more: type to narrow the search.'))]
        box.items = items.length === 0 ? [note(vscode.l10n.t('Nothing found that can be sent this way.')), ...more] : [...items, ...more]
      } catch (error) {
        if (!signal.aborted) box.items = [note(sentenceOf(error))]
      }
      if (!signal.aborted) box.busy = false
    }

    box.onDidChangeValue((phrase) => {
      clearTimeout(waiting)
      waiting = setTimeout(() => void search(phrase.trim()), typingMs)
    })
    box.onDidAccept(() => {
      const [chosen] = box.selectedItems
      if (chosen?.response === undefined) return
      resolve(chosen.response)
      box.hide()
    })
    box.onDidHide(() => {
      clearTimeout(waiting)
      searching.abort()
      resolve(undefined)
      box.dispose()
    })
    box.show()
    void search('')
  })
