/** Of items in the order of their starts those that begin in [from, to); found by bisection, as a document may be long. */
export function startingIn<T extends { start: number }>(items: readonly T[], from: number, to: number): readonly T[] {
  return items.slice(firstFrom(items, from), firstFrom(items, to))
}

/** Of stretches that lie one behind the other those that share a character with [from, to). */
export function touching<T extends { start: number; end: number }>(
  items: readonly T[],
  from: number,
  to: number,
): readonly T[] {
  const first = firstFrom(items, from)
  const before = items[first - 1]
  return items.slice(before && before.end > from ? first - 1 : first, firstFrom(items, to))
}

/** Index of the first item that begins at an offset or behind it. */
function firstFrom(items: readonly { start: number }[], offset: number): number {
  let [low, high] = [0, items.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((items[middle]?.start ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}
