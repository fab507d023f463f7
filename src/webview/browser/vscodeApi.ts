import type { FromPanel, ToPanel } from '../protocol'
import type { VisualState } from './visualState'

/** What VS Code gives a webview, as far as the panel uses it. It may be acquired once only. */
export interface VsCodeApi {
  readonly postMessage: (message: FromPanel) => void
  /** What `setState` was last given, also by an earlier load of the panel and so by an earlier version of it. */
  readonly getState: () => unknown
  readonly setState: (state: VisualState) => void
}

declare global {
  /** Defined by VS Code before any script of the webview runs. */
  const acquireVsCodeApi: () => VsCodeApi
}

/** Tells the extension's messages from others that a window may receive. Their content is trusted: both sides are built together. */
export const isToPanel = (data: unknown): data is ToPanel =>
  typeof data === 'object' && data !== null && 'type' in data && (data.type === 'show' || data.type === 'follow' || data.type === 'reveal')
