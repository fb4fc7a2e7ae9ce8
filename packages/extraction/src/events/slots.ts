import { childrenBy, childrenOf, prepositionOf, relation, withConjuncts, type Tree } from './tree.ts'

/**
 * The arguments of a predicate, verb or noun, whatever the construction: active, passive, relative and reduced
 * relative clauses, control, conjunction, support verbs, possessors. Slots are those of frames/types.ts; the values
 * are token indices of the heads, conjuncts apart, the nearest reading first.
 */
export interface Arguments {
  slots: ReadonlyMap<string, readonly number[]>
  passive: boolean
  /** Particles and adverbs of a verb, lower case: "down", "back" */
  particles: ReadonlySet<string>
  /** The verbs that a noun hangs on */
  support: readonly number[]
}

/** Slots while they are filled: each head once, in the order of finding. */
export class Slots {
  readonly map = new Map<string, number[]>()
  add(slot: string, indices: readonly number[]): void {
    const found = this.map.get(slot)
    if (!found) this.map.set(slot, [...indices])
    else for (const index of indices) if (!found.includes(index)) found.push(index)
  }
}

/** `mark` goes in front of the slots' names; a preposition `but` is left out. */
export function addPrepositions(slots: Slots, tree: Tree, index: number, mark = '', but: string | null = null): void {
  for (const child of childrenOf(tree, index)) {
    const kind = relation(child)
    if (kind === 'obl' || (kind === 'nmod' && child.deprel !== 'nmod:poss')) {
      const preposition = prepositionOf(tree, child.index)
      if (preposition && preposition !== but) slots.add(mark + preposition, withConjuncts(tree, child.index))
    } else if (kind === 'advcl' || kind === 'acl') {
      const word = childrenBy(tree, child.index, 'mark')[0]?.lemma
      if (word && word !== 'to' && word !== 'that') slots.add(mark + word, [child.index])
    }
  }
}

/** What stands before a noun, and before that: "Russian army troops". */
export function addModifiers(slots: Slots, tree: Tree, index: number): void {
  for (const child of childrenOf(tree, index)) {
    const kind = relation(child)
    if (
      kind === 'compound' ||
      kind === 'amod' ||
      (kind === 'nmod' && !prepositionOf(tree, child.index) && child.deprel !== 'nmod:poss')
    ) {
      slots.add('mod', withConjuncts(tree, child.index))
      for (const inner of childrenBy(tree, child.index, 'compound', 'amod')) slots.add('mod', [inner.index])
    }
  }
}
