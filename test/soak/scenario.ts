/** What a scenario did, in words with numbers, and what it found wrong; none: it held. */
export interface Report {
  did: string[]
  problems: string[]
}

export interface SoakOptions {
  /** How long it goes on under load; what is verified afterwards comes on top */
  milliseconds: number
  random: () => number
  /** Shows how far it is */
  tell: (what: string) => void
}

export type Scenario = (options: SoakOptions) => Promise<Report>

/** Mulberry32: the same numbers for the same seed. */
export function randomly(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** One of them by chance. */
export function oneOf<T>(random: () => number, values: readonly T[]): T | undefined {
  return values[Math.floor(random() * values.length)]
}
