export interface WantedLabel {
  readonly text: string
  /** Where it wants to begin; it is moved so that it does not leave the picture. */
  readonly left: number
  readonly width: number
}

export type PlacedLabel<Label extends WantedLabel> = Label & { readonly row: number }

/** Puts each label into the first row in which it meets none of the earlier ones, with `gap` between two. Keeps the order, which is by importance. */
export const inRows = <Label extends WantedLabel>(
  wanted: readonly Label[],
  bounds: { readonly left: number; readonly right: number },
  gap: number
): readonly PlacedLabel<Label>[] => {
  const placed: PlacedLabel<Label>[] = []
  for (const label of wanted) {
    const left = Math.max(bounds.left, Math.min(label.left, bounds.right - label.width))
    const meets = (other: PlacedLabel<Label>): boolean => left < other.left + other.width + gap && other.left < left + label.width + gap
    let row = 0
    while (placed.some((other) => other.row === row && meets(other))) row += 1
    placed.push({ ...label, left, row })
  }
  return placed
}
