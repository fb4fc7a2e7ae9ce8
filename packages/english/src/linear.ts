/** A linear classifier over hashed features: one row of class weights a feature bucket. */
export interface Linear {
  classes: string[]
  /** log2 of the number of rows */
  bits: number
  weights: Int16Array | Float32Array
}

/** Mixes two numbers into one of 32 bits. */
export function mix(a: number, b: number): number {
  let h = Math.imul(a ^ (b + 0x9e3779b9 + (a << 6) + (a >>> 2)), 0x85ebca6b)
  h ^= h >>> 15
  return Math.imul(h, 0xc2b2ae35) ^ (h >>> 13)
}

/** The hash of a string, 32 bits (FNV-1a over UTF-16 units). */
export function hashOf(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return h
}

/** Sums the rows of `count` features into `scores`. */
export function score(model: Linear, features: Int32Array, count: number, scores: Float32Array): void {
  const { weights } = model
  const width = model.classes.length
  const shift = 32 - model.bits
  scores.fill(0)
  for (let f = 0; f < count; f++) {
    const row = ((features[f] ?? 0) >>> shift) * width
    for (let c = 0; c < width; c++) scores[c] = (scores[c] ?? 0) + (weights[row + c] ?? 0)
  }
}

/** The class with the highest score among the allowed ones. */
export function best(scores: Float32Array, width: number, allowed: (c: number) => boolean = () => true): number {
  let top = -1
  let topScore = -Infinity
  for (let c = 0; c < width; c++) {
    const value = scores[c] ?? 0
    if (value > topScore && allowed(c)) {
      top = c
      topScore = value
    }
  }
  return top
}
