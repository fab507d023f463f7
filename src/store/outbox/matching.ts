/**
 * As many pairs as there can be, each of the left and each of the right in one at most (Kuhn’s augmenting paths).
 * @param mayBe whether the two may be a pair, the best reasons first: what pairs by an earlier one stays in a pair
 */
export const matching = <Left, Right>(
  lefts: readonly Left[],
  rights: readonly Right[],
  mayBe: readonly ((left: Left, right: Right) => boolean)[]
): ReadonlyMap<Left, Right> => {
  const leftOf = new Map<Right, Left>()
  const finds = (left: Left, isPair: (left: Left, right: Right) => boolean, tried: Set<Right>): boolean => {
    const open = rights.filter((right) => !tried.has(right) && isPair(left, right))
    const unpaired = open.find((right) => !leftOf.has(right))
    for (const right of unpaired === undefined ? open : [unpaired]) {
      if (tried.has(right)) continue
      tried.add(right)
      const holder = leftOf.get(right)
      if (holder !== undefined && !finds(holder, isPair, tried)) continue
      leftOf.set(right, left)
      return true
    }
    return false
  }
  for (const isPair of mayBe) {
    const paired = new Set(leftOf.values())
    for (const left of lefts) if (!paired.has(left)) finds(left, isPair, new Set())
  }
  return new Map([...leftOf].map(([right, left]) => [left, right]))
}
