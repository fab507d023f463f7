/** Does `work` for the items, at most `most` of them at a time, and gives the results in the items’ order. `work` must not reject. */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  most: number,
  work: (item: Item) => Promise<Result>
): AsyncGenerator<Result> {
  const begun: Promise<Result>[] = []
  for await (const item of items) {
    begun.push(work(item))
    const oldest = begun.length < most ? undefined : begun.shift()
    if (oldest) yield await oldest
  }
  for (const rest of begun) yield await rest
}
