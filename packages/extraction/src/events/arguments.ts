import type { Token } from '@dateline/english'
import { mistakenModifier, objectsOf } from './objects.ts'
import { byPhrases, isParticiple, isPassive, RELATIVISERS, surfaceSubject } from './subjects.ts'
import { childrenBy, childrenOf, headOf, prepositionOf, relation, withConjuncts, type Tree } from './tree.ts'

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

class Slots {
  readonly map = new Map<string, number[]>()
  add(slot: string, indices: readonly number[]): void {
    const found = this.map.get(slot)
    if (!found) this.map.set(slot, [...indices])
    else for (const index of indices) if (!found.includes(index)) found.push(index)
  }
}

/** `mark` goes in front of the slots' names; a preposition `but` is left out. */
function addPrepositions(slots: Slots, tree: Tree, index: number, mark = '', but: string | null = null): void {
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

function addModifiers(slots: Slots, tree: Tree, index: number): void {
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

const PARTICLES = new Set(
  'up down out off over in back away forward aside on closer close under through around'.split(' '),
)

const GIVING = new Set('give lend grant offer send pay hand award sell owe promise deny donate'.split(' '))
const AMOUNTS = new Set('million billion trillion thousand hundred dozen'.split(' '))

/** "lend Greece billions", "gave Mali two million dollars": the receiver, which the parser put within the sum. */
function receiverIn(tree: Tree, object: number): number[] {
  return childrenBy(tree, object, 'compound', 'nmod', 'amod')
    .filter((token) => {
      const next = tree.tokens[token.index + 1]
      return token.upos === 'PROPN' && next !== undefined && (next.upos === 'NUM' || AMOUNTS.has(next.lemma))
    })
    .map((token) => token.index)
}

export function verbArguments(tree: Tree, index: number): Arguments {
  const slots = new Slots()
  const verb = tree.tokens[index]
  const passive = isPassive(tree, index)
  const particles = new Set<string>()
  if (!verb) return { slots: slots.map, passive, particles, support: [] }
  const main = mistakenModifier(tree, verb)
  const subject =
    main?.subject ?? (verb.deprel === 'amod' && verb.head >= 0 ? [verb.head] : surfaceSubject(tree, index))
  const objects = main?.object ?? objectsOf(tree, verb)
  if (passive && !main) {
    slots.add(objects.length > 0 ? 'iobj' : 'obj', subject)
    slots.add('subj', byPhrases(tree, index))
  } else slots.add('subj', subject)
  slots.add('obj', objects)
  for (const child of childrenOf(tree, index)) {
    if (child.deprel === 'iobj') slots.add('iobj', withConjuncts(tree, child.index))
    if (child.deprel === 'xcomp' || child.deprel === 'ccomp') slots.add('comp', [child.index])
    if (relation(child) === 'advcl' && child.xpos === 'VB') slots.add('comp', [child.index])
    if (child.deprel === 'compound:prt' || (PARTICLES.has(child.lemma) && child.deprel === 'advmod'))
      particles.add(child.lemma)
    // The parser takes a particle for a stranded preposition now and then.
    if (PARTICLES.has(child.lemma) && (child.xpos === 'RP' || child.xpos === 'IN') && child.index === index + 1)
      particles.add(child.lemma)
  }
  if (GIVING.has(verb.lemma) && !slots.map.has('iobj'))
    slots.add(
      'iobj',
      objects.flatMap((at) => receiverIn(tree, at)),
    )
  // "asked the council for help": one object alone is the object, whatever it is called.
  if (objects.length === 0 && !passive) slots.add('obj', slots.map.get('iobj') ?? [])
  addPrepositions(slots, tree, index)
  for (const object of slots.map.get('obj') ?? []) {
    addPrepositions(slots, tree, object)
    addModifiers(slots, tree, object)
    for (const child of childrenOf(tree, object))
      if (child.deprel === 'acl' && child.xpos === 'VB') slots.add('comp', [child.index])
  }
  const next = tree.tokens[index + 1]
  if (next && next.xpos === 'RP') particles.add(next.lemma)
  return { slots: slots.map, passive, particles, support: [] }
}

const SPELLS = new Set('wave spate series string round spell outbreak rash succession campaign'.split(' '))

/** The noun by which a noun hangs in its sentence: of a list the first one, of "a wave of unrest" the wave. */
function topOf(tree: Tree, noun: Token): Token {
  for (let top = noun; ;) {
    const head = tree.tokens[top.head]
    const within = relation(top) === 'nmod' && head && SPELLS.has(head.lemma) && prepositionOf(tree, top.index) === 'of'
    if (!head || (top.deprel !== 'conj' && !within)) return top
    top = head
  }
}

/** `carries`: whether a verb of that lemma lends its subject and its prepositions to the noun ("hold", "launch"). */
export function nounArguments(tree: Tree, index: number, carries: (lemma: string) => boolean): Arguments {
  const slots = new Slots()
  const noun = tree.tokens[index]
  if (!noun) return { slots: slots.map, passive: false, particles: new Set(), support: [] }
  const support: number[] = []
  for (const token of childrenBy(tree, index, 'nmod:poss')) slots.add('subj', withConjuncts(tree, token.index))
  slots.add('subj', byPhrases(tree, index))
  addPrepositions(slots, tree, index)
  addModifiers(slots, tree, index)
  for (const child of childrenOf(tree, index)) {
    if (relation(child) !== 'acl') continue
    if (child.xpos === 'VB') slots.add('comp', [child.index])
    support.push(child.index)
    if (carries(child.lemma) || isParticiple(tree, child)) {
      slots.add('subj', byPhrases(tree, child.index))
      addPrepositions(slots, tree, child.index)
    }
    if (child.deprel === 'acl:relcl' && !isPassive(tree, child.index) && carries(child.lemma)) {
      const subject = childrenBy(tree, child.index, 'nsubj').filter(
        (token) => !RELATIVISERS.has(token.lemma.toLowerCase()),
      )
      slots.add(
        'subj',
        subject.flatMap((token) => withConjuncts(tree, token.index)),
      )
    }
  }
  const top = topOf(tree, noun)
  if (top !== noun) {
    addPrepositions(slots, tree, top.index)
    slots.add('subj', byPhrases(tree, top.index))
    for (const token of childrenBy(tree, top.index, 'nmod:poss')) slots.add('subj', withConjuncts(tree, token.index))
  } else for (const other of withConjuncts(tree, index)) if (other !== index) addPrepositions(slots, tree, other)
  const verb = headOf(tree, top)
  if (verb && verb.upos === 'VERB' && ['obj', 'nsubj', 'obl'].includes(relation(top))) {
    support.unshift(verb.index)
    // "unleashed a wave of unrest by students": an active verb has no such phrase, its object has.
    if (top.deprel === 'obj' && !isPassive(tree, verb.index))
      slots.add(
        'subj',
        byPhrases(tree, verb.index).filter((by) => by > noun.index),
      )
    if (carries(verb.lemma)) {
      if (top.deprel === 'obj')
        slots.add('subj', isPassive(tree, verb.index) ? byPhrases(tree, verb.index) : surfaceSubject(tree, verb.index))
      if (top.deprel === 'nsubj:pass') slots.add('subj', byPhrases(tree, verb.index))
      // "unleashed a wave of unrest by students": who they are done by is said of a passive verb alone.
      const but = isPassive(tree, verb.index) ? null : 'by'
      if (relation(top) !== 'obl') addPrepositions(slots, tree, verb.index, '', but)
    } else addPrepositions(slots, tree, verb.index, '~')
  }
  return { slots: slots.map, passive: false, particles: new Set(), support }
}
