/** What names the conversation that is shown. */
export interface ShownConversation {
  readonly connectionId: string
  readonly id: string
}

/** What survives a reload of the panel: what is only about looking, and which conversation it showed. */
export interface VisualState {
  /** The conversation that it shows: after a reload the extension fills the panel again by it. */
  readonly conversation?: ShownConversation
  /** The disclosures that stand open. */
  readonly open: readonly string[]
  /** The format chosen in the request; absent: the first. */
  readonly format?: string
  /** The route that the person chose; absent: the best. The extension chooses it again after a reload. */
  readonly route?: string
  readonly scrollTop: number
}

export const untouched: VisualState = { open: [], scrollTop: 0 }

const isText = (value: unknown): value is string => typeof value === 'string'

const readConversation = (saved: unknown): ShownConversation | undefined =>
  typeof saved === 'object' && saved !== null && 'connectionId' in saved && isText(saved.connectionId) && 'id' in saved && isText(saved.id)
    ? { connectionId: saved.connectionId, id: saved.id }
    : undefined

/** Reads a saved state. What is not as expected falls back to `untouched`: it may be of another version. */
export const readVisualState = (saved: unknown): VisualState => {
  if (typeof saved !== 'object' || saved === null) return untouched
  const open = 'open' in saved && Array.isArray(saved.open) ? saved.open.filter(isText) : untouched.open
  const scrollTop = 'scrollTop' in saved && typeof saved.scrollTop === 'number' ? saved.scrollTop : untouched.scrollTop
  const conversation = 'conversation' in saved ? readConversation(saved.conversation) : undefined
  return {
    open,
    scrollTop,
    ...('format' in saved && isText(saved.format) ? { format: saved.format } : {}),
    ...('route' in saved && isText(saved.route) ? { route: saved.route } : {}),
    ...(conversation === undefined ? {} : { conversation })
  }
}

export const withDisclosure = (state: VisualState, id: string, open: boolean): VisualState => ({
  ...state,
  open: open ? [...new Set([...state.open, id])] : state.open.filter((other) => other !== id)
})

/** The state with the conversation that is shown now, without the route of another one; the same state when it is that already. */
export const withConversation = (state: VisualState, shown: ShownConversation | undefined): VisualState => {
  const { conversation, open, format, scrollTop } = state
  if (shown === undefined || (shown.id === conversation?.id && shown.connectionId === conversation.connectionId)) return state
  return { open, scrollTop, ...(format === undefined ? {} : { format }), conversation: { connectionId: shown.connectionId, id: shown.id } }
}
