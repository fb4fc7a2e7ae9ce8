/**
 * A sketch of a text by which near-copies are recognised: the least hashes of its runs of three words under 32 hash
 * functions (Broder: On the resemblance and containment of documents, 1997), 16 bits each. The share of equal ones
 * estimates how many runs of both texts they have in common (Jaccard), to about a tenth.
 */
const HASHES = 32
const RUN = 3

/** Hexadecimal, 4 digits a hash; null where the text is shorter than ten runs and says nothing by being alike. */
export function sketchOf(text: string): string | null {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length < RUN + 9) return null
  const least = new Uint32Array(HASHES).fill(0xffffffff)
  for (let i = 0; i + RUN <= words.length; i += 1) {
    const hash = hashOf(`${words[i]} ${words[i + 1]} ${words[i + 2]}`)
    for (let n = 0; n < HASHES; n += 1) {
      const value = mixed(hash, n)
      if (value < (least[n] ?? 0)) least[n] = value
    }
  }
  return [...least].map((value) => (value & 0xffff).toString(16).padStart(4, '0')).join('')
}

/** Two texts are near-copies from so many equal hashes on: a third of all their runs are in both. */
const ENOUGH = 11

export function areNearCopies(a: string, b: string): boolean {
  let equal = 0
  for (let at = 0; at < HASHES * 4; at += 4) if (a.slice(at, at + 4) === b.slice(at, at + 4)) equal += 1
  return equal >= ENOUGH
}

/** Near-copies have one of these in common, all but surely: pairs of hashes, with where they stand. */
export function bandsOf(sketch: string): string[] {
  return Array.from({ length: HASHES / 2 }, (_, band) => `${band} ${sketch.slice(band * 8, band * 8 + 8)}`)
}

/** FNV-1a, 32 bits. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** The n-th hash function: a finalizer of MurmurHash3 over the hash and n. */
function mixed(hash: number, n: number): number {
  let h = hash ^ Math.imul(n + 1, 0x9e3779b1)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
