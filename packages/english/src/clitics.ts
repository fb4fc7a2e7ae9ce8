const WHOLE = new Map<string, number>([
  ['cannot', 3],
  ['gonna', 3],
  ['gotta', 3],
  ['wanna', 3],
  ['lemme', 3],
  ['gimme', 3],
])
const NEGATION = /n['’`]t$/i
const ENDING = /['’`](?:s|re|ve|ll|d|m|em)$/i

/** Lengths of the parts that a word falls into, or nothing where it is one: `won't` → 2, 3 (`wo` `n't`); `cannot` → 3, 3. */
export function cliticCuts(word: string): number[] | undefined {
  if (!/['’`]/.test(word)) {
    const first = word.length > 4 && word.length < 7 ? WHOLE.get(word.toLowerCase()) : undefined
    return first === undefined ? undefined : [first, word.length - first]
  }
  const at = NEGATION.test(word) ? word.length - 3 : word.search(ENDING)
  if (at <= 0) return undefined
  return [...(cliticCuts(word.slice(0, at)) ?? [at]), word.length - at]
}
