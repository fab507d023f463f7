import type { PanelView } from '../protocol'
import { told, type SharedValue } from './sharedValue'

/** The name that `edit` uses for the message's text. */
export const textField = 'text'

/** What the person can change, by field. */
export type Fields = ReadonlyMap<string, SharedValue>

/** What stands in the fields after the extension has shown `view`. A field that is not shown any more is forgotten. */
export const fieldsTold = (fields: Fields, { message }: PanelView): Fields => {
  if (message === undefined) return new Map()
  const inView = [{ id: textField, value: message.text }, ...message.fields]
  return new Map(inView.map(({ id, value }) => [id, told(fields.get(id), value)]))
}
