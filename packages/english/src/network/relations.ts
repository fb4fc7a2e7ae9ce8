/** Relations of which a head has one at most; those of a line exclude each other. */
const UNIQUE = [['nsubj', 'nsubj:pass', 'csubj', 'csubj:pass'], ['obj'], ['iobj'], ['nsubj:outer', 'csubj:outer']]

/** Names the arcs of a sentence: see `createNaming`. */
export type Naming = (scores: Float32Array, at: number, row: number, heads: Int32Array) => Int32Array

/**
 * Names each arc by its best relation; where that would give a head two subjects or two objects, the one that loses
 * least takes its next best. `scores` has a row a word, a column a relation.
 */
export function createNaming(relations: string[]): Naming {
  const root = relations.indexOf('root')
  const groupOf = relations.map((relation) => UNIQUE.findIndex((group) => group.includes(relation)))
  const groups = UNIQUE.length
  const outer = relations.indexOf('nsubj:outer')
  const copula = relations.indexOf('cop')
  const subject = relations.indexOf('nsubj')

  return (scores, at, row, heads) => {
    const n = heads.length
    const named = new Int32Array(n)
    /** For each word the groups that it may no longer take, as bits */
    const barred = new Uint8Array(n)
    const best = (word: number, without: number): number => {
      let top = -Infinity
      let found = 0
      for (let j = 0; j < relations.length; j++) {
        const score = scores[at + word * row + j] ?? 0
        const group = groupOf[j] ?? -1
        if (score > top && j !== root && (group < 0 || ((without >> group) & 1) === 0)) {
          top = score
          found = j
        }
      }
      return found
    }
    const scoreOf = (word: number, relation: number): number => scores[at + word * row + relation] ?? 0
    /** Who holds a group at a head, plus one */
    const holders = new Int32Array(n * groups)
    for (let word = 0; word < n; word++) named[word] = heads[word] === -1 ? root : best(word, 0)
    for (let first = 0; first < n; first++) {
      for (let word = first; ;) {
        const group = groupOf[named[word] ?? 0] ?? -1
        const head = heads[word] ?? -1
        if (group < 0 || head < 0) break
        const seat = head * groups + group
        const holder = (holders[seat] ?? 0) - 1
        holders[seat] = word + 1
        if (holder < 0 || holder === word) break
        const regret = (of: number): number =>
          scoreOf(of, named[of] ?? 0) - scoreOf(of, best(of, (barred[of] ?? 0) | (1 << group)))
        const loser = regret(word) < regret(holder) ? word : holder
        if (loser === word) holders[seat] = holder + 1
        barred[loser] = (barred[loser] ?? 0) | (1 << group)
        named[loser] = best(loser, barred[loser] ?? 0)
        word = loser
      }
    }
    // a subject outside the clause stands where the clause is a predicate: "the problem is that …"
    const hasCopula = new Uint8Array(n)
    for (let word = 0; word < n; word++) if (named[word] === copula) hasCopula[heads[word] ?? 0] = 1
    for (let word = 0; word < n; word++) {
      const head = heads[word] ?? -1
      if (named[word] === outer && head >= 0 && hasCopula[head] === 0 && holders[head * groups] === 0)
        named[word] = subject
    }
    return named
  }
}
