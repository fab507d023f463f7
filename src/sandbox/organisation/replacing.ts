interface Identified {
  readonly id: string
}

/** The list with `item` in the place of the one with its id, or at the end where there is none. */
export const withItem = <Item extends Identified>(items: readonly Item[], item: Item): readonly Item[] =>
  items.some(({ id }) => id === item.id) ? items.map((other) => (other.id === item.id ? item : other)) : [...items, item]

export const withoutItem = <Item extends Identified>(items: readonly Item[], id: string): readonly Item[] =>
  items.filter((item) => item.id !== id)
