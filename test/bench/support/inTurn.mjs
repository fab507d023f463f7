/**
 * The items one after another, again and again.
 *
 * @template Item
 * @param {readonly Item[]} items
 */
export const inTurn = (items) => {
  let index = -1
  return () => {
    index = (index + 1) % items.length
    const item = items[index]
    if (item === undefined) throw new Error('There is nothing to take.')
    return item
  }
}
