import fc from 'fast-check'
import type { Sdk } from '../../../src/genesys/api'

/** What becomes of a frame on its way: it comes at once, comes twice, comes after the next one, or never. */
export type Fate = 'at once' | 'twice' | 'late' | 'never'

export const fates = fc.array(fc.constantFrom<Fate>('at once', 'at once', 'twice', 'late', 'never'), { minLength: 1, maxLength: 12 })

/** A websocket that brings its frames in another order, some of them twice and some not at all. The fates come round again when there are more frames. */
export const disordered =
  (order: readonly Fate[]) =>
  (openSocket: Sdk['openSocket']): Sdk['openSocket'] =>
  (uri, { onFrame, onClosed }, signal) => {
    let count = 0
    let late: string[] = []
    const pass = (text: string): void => {
      const fate = order[count++ % order.length]
      if (fate === 'late') {
        late.push(text)
        return
      }
      if (fate !== 'never') onFrame(text)
      if (fate === 'twice') onFrame(text)
      const held = late
      late = []
      held.forEach(onFrame)
    }
    return openSocket(uri, { onFrame: pass, onClosed }, signal)
  }
