/** Measures texts in the font of `element`, at `size` pixels. */
export const textWidthIn = (element: Element, size: number): ((text: string) => number) => {
  const context = document.createElement('canvas').getContext('2d')
  return (text) => {
    // Without a canvas, the width of letters on average.
    if (context === null) return text.length * size * 0.6
    context.font = `${size}px ${getComputedStyle(element).fontFamily}`
    return context.measureText(text).width
  }
}
