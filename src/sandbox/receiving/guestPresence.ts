/** Whether the guests of web messaging conversations can be reached now. */
export interface GuestPresence {
  isOnline(conversationId: string): boolean
}

/** Every guest is there, but for those of the conversations in `offline`. */
export const everyGuestBut = (offline: ReadonlySet<string>): GuestPresence => ({
  isOnline: (conversationId) => !offline.has(conversationId)
})
