import { html, type TemplateResult } from 'lit'
import type { Panel } from '../panel'
import { icon } from './tone'
import { withDisclosure } from '../visualState'

/** Something that opens on request; whether it stands open is remembered under `id`. */
export const disclosure = (id: string, summary: string, content: () => unknown, { visual, setVisual }: Panel): TemplateResult => {
  const open = visual.open.includes(id)
  const toggled = ({ currentTarget }: Event): void => {
    if (currentTarget instanceof HTMLDetailsElement) {
      const { open: nowOpen } = currentTarget
      setVisual((state) => withDisclosure(state, id, nowOpen))
    }
  }
  return html`<details ?open=${open} @toggle=${toggled}>
    <summary>${icon('chevron-right')}${summary}</summary>
    ${open ? content() : ''}
  </details>`
}
