import type { Instant } from '../../model/instant'
import type { FromPanel } from '../protocol'
import type { LocalTime } from './time/localTime'
import type { VisualState } from './visualState'

/** What the parts of the panel may know and do besides showing their piece of the view. */
export interface Panel {
  readonly say: (message: FromPanel) => void
  readonly visual: VisualState
  readonly setVisual: (change: (visual: VisualState) => VisualState) => void
  /** What stands in a field now, which may be newer than what the extension said. */
  readonly valueOf: (field: string, told: string) => string
  /** The person changed a field. */
  readonly enter: (field: string, value: string) => void
  /** The route that the person has chosen, which may be newer than what the extension said. */
  readonly chosenRoute: (told: string) => string
  readonly chooseRoute: (route: string) => void
  /** What is pointed at in the picture of the conversation, by its place among the things there. */
  readonly pointed: number | undefined
  readonly point: (thing: number | undefined) => void
  /** The format of the request; the extension prints it. */
  readonly chooseFormat: (format: string) => void
  /** The request was copied a moment ago. */
  readonly copied: boolean
  readonly copy: () => void
  /** The action whose request was copied a moment ago. */
  readonly copiedAction: string | undefined
  readonly copyAction: (action: string) => void
  readonly now: Instant
  readonly time: LocalTime
  /** Room from left to right, in pixels. */
  readonly width: number
  /** Width of a small text in the panel's font, in pixels. */
  readonly textWidth: (text: string) => number
}
