/** What survives a reload of the panel: what is only about looking, and which conversation it showed. */
export interface VisualState {
  /** The conversation’s id: after a reload the extension fills the panel again by it. */
  readonly conversation?: string
  /** The disclosures that stand open. */
  readonly open: readonly string[]
  /** The format chosen in the request; absent: the first. */
  readonly format?: string
  readonly scrollTop: number
}

export const untouched: VisualState = { open: [], scrollTop: 0 }

const isText = (value: unknown): value is string => typeof value === 'string'

/** Reads a saved state. What is not as expected falls back to `untouched`: it may be of another version. */
export const readVisualState = (saved: unknown): VisualState => {
  if (typeof saved !== 'object' || saved === null) return untouched
  const open = 'open' in saved && Array.isArray(saved.open) ? saved.open.filter(isText) : untouched.open
  const scrollTop = 'scrollTop' in saved && typeof saved.scrollTop === 'number' ? saved.scrollTop : untouched.scrollTop
  return {
    open,
    scrollTop,
    ...('format' in saved && isText(saved.format) ? { format: saved.format } : {}),
    ...('conversation' in saved && isText(saved.conversation) ? { conversation: saved.conversation } : {})
  }
}

export const withDisclosure = (state: VisualState, id: string, open: boolean): VisualState => ({
  ...state,
  open: open ? [...new Set([...state.open, id])] : state.open.filter((other) => other !== id)
})

/** The state with the conversation that is shown now; the same state when it is that already. */
export const withConversation = (state: VisualState, conversation: string | undefined): VisualState =>
  conversation === undefined || conversation === state.conversation ? state : { ...state, conversation }
