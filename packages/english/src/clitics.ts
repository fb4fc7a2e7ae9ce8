const WHOLE = new Map<string, number>([
  ['cannot', 3],
  ['gonna', 3],
  ['gotta', 3],
  ['wanna', 3],
  ['lemme', 3],
  ['gimme', 3],
])
const NEGATION = /n['’]t$/i
const ENDING = /['’](?:s|re|ve|ll|d|m|em)$/i

/** Lengths of the parts that a word falls into: `won't` → 2, 3 (`wo` `n't`); `world's` → 5, 2; `cannot` → 3, 3. */
export function cliticCuts(word: string): number[] {
  const first = WHOLE.get(word.toLowerCase())
  if (first !== undefined) return [first, word.length - first]
  const cut = NEGATION.test(word) ? word.length - 3 : word.search(ENDING)
  return cut > 0 ? [...cliticCuts(word.slice(0, cut)), word.length - cut] : [word.length]
}
