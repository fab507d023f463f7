import type { ContentView, PanelView } from '../protocol'
import { told, type SharedValue } from './sharedValue'

/** The name that `edit` uses for the message's text. */
export const textField = 'text'

/** What the person can change, by field. */
export type Fields = ReadonlyMap<string, SharedValue>

const contentFields = (content: ContentView): readonly { readonly id: string; readonly value: string }[] => {
  switch (content.kind) {
    case 'text':
      return [{ id: textField, value: content.text }]
    case 'template':
      return content.parameters
    case 'media':
    case 'none':
      return []
  }
}

/** What stands in the fields after the extension has shown `view`. A field that is not shown any more is forgotten. */
export const fieldsTold = (fields: Fields, { message }: PanelView): Fields => {
  if (message === undefined) return new Map()
  const inView = [...(message.kinds ? [message.kinds] : []), ...contentFields(message.content), ...message.fields]
  return new Map(inView.map(({ id, value }) => [id, told(fields.get(id), value)]))
}
