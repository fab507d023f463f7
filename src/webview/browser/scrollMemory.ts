export interface ScrollMemory {
  /** To call whenever the content has changed: goes to the remembered place as soon as there is content enough. */
  readonly restore: () => void
  /** Somebody goes elsewhere: the remembered place counts no more. */
  readonly forget: () => void
}

/** Keeps the place that the page is scrolled to: `saved` is gone back to once, later places are given to `save`. */
export const scrollMemory = (saved: number, save: (top: number) => void): ScrollMemory => {
  let wanted: number | undefined = saved
  const forget = (): void => {
    wanted = undefined
  }
  for (const byPerson of ['wheel', 'keydown', 'pointerdown']) window.addEventListener(byPerson, forget, { passive: true })
  window.addEventListener('scrollend', () => {
    if (wanted === undefined) save(window.scrollY)
  })
  return {
    forget,
    restore: () => {
      // The components of the page take their size after this turn.
      requestAnimationFrame(() => {
        if (wanted === undefined) return
        window.scrollTo(0, wanted)
        if (Math.abs(window.scrollY - wanted) < 1) forget()
      })
    }
  }
}
