import * as vscode from 'vscode'
import { fillIn, substitutionsOf, type CannedResponse } from '../../../model/cannedResponse'
import { inputStep } from '../../commands/steps'

/** Asks for what stands in the places of a response, one after another. `undefined` when it was called off. */
export const filledIn = async (response: CannedResponse): Promise<string | undefined> => {
  const places = substitutionsOf(response)
  const values: Record<string, string> = {}
  for (let at = 0; at < places.length;) {
    const place = places[at]
    if (place === undefined) break
    const answer = await inputStep({
      title: response.name,
      prompt: place.description ?? vscode.l10n.t('What stands for {0}', place.id),
      value: values[place.id] ?? place.defaultValue,
      step: at + 1,
      totalSteps: places.length,
      canGoBack: at > 0
    })
    switch (answer.kind) {
      case 'next':
        values[place.id] = answer.value
        at++
        break
      case 'back':
        at--
        break
      case 'cancelled':
        return undefined
    }
  }
  return fillIn(response, values)
}
