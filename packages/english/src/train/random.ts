export interface Random {
  /** Uniform in [0, 1) */
  next(): number
  /** Uniform among 0 … n - 1 */
  below(n: number): number
}

/** A seeded generator (mulberry32), so that training gives the same model every time. */
export function seeded(seed: number): Random {
  let state = seed | 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  return { next, below: (n) => Math.floor(next() * n) }
}

/** Puts items into a random order, in place. */
export function shuffle(items: unknown[], random: Random): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = random.below(i + 1)
    const moved = items[i]
    items[i] = items[j]
    items[j] = moved
  }
}
