import type { Token } from '@dateline/english'
import {
  ancestry,
  childrenBy,
  childrenOf,
  headOf,
  isCounted,
  prepositionOf,
  relation,
  withConjuncts,
  type Tree,
} from './tree.ts'

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

const RELATIVISERS = new Set(['who', 'whom', 'which', 'that', 'whose', 'where', 'when'])
/** Verbs whose object does what their complement says: "urge X to resign", "accuse X of killing". */
const OBJECT_CONTROL = new Set(
  `accuse ask urge order force allow enable tell persuade convince invite call want press push lead cause require
  authorise authorize permit encourage instruct advise warn help blame suspect charge prevent stop ban bar convict
  praise criticise criticize condemn thank see hear find expect command direct compel appoint name elect`.split(/\s+/),
)
const DEPTH = 6

class Slots {
  readonly map = new Map<string, number[]>()
  add(slot: string, indices: readonly number[]): void {
    const found = this.map.get(slot)
    if (!found) this.map.set(slot, [...indices])
    else for (const index of indices) if (!found.includes(index)) found.push(index)
  }
}

export function isParticiple(tree: Tree, verb: Token): boolean {
  const clause = verb.deprel === 'acl' || verb.deprel === 'advcl' || verb.deprel === 'amod'
  return (
    clause &&
    (verb.xpos === 'VBN' || verb.xpos === 'VBD') &&
    !childrenBy(tree, verb.index, 'nsubj', 'aux', 'mark').length
  )
}

export function isPassive(tree: Tree, index: number): boolean {
  const verb = tree.tokens[index]
  if (!verb) return false
  const auxiliaries = childrenBy(tree, index, 'aux')
  if (auxiliaries.some((child) => child.deprel === 'aux:pass')) return true
  // "had stormed" is active, whatever the parser calls its subject.
  if (auxiliaries.some((child) => child.lemma === 'have') && !auxiliaries.some((child) => child.lemma === 'be'))
    return false
  if (childrenOf(tree, index).some((child) => child.deprel === 'nsubj:pass')) return true
  if (isParticiple(tree, verb)) return true
  const head = headOf(tree, verb)
  const shares =
    verb.deprel === 'conj' && head && verb.xpos === 'VBN' && !childrenBy(tree, index, 'nsubj', 'aux', 'obj').length
  return Boolean(shares && isPassive(tree, head.index))
}

const isRelativiser = (token: Token): boolean => RELATIVISERS.has(token.lemma.toLowerCase()) && token.upos !== 'NOUN'

/** What a relative pronoun stands for: what its clause modifies, else the noun before it. */
function antecedent(tree: Tree, token: Token, verb: Token): number {
  if (!isRelativiser(token)) return token.index
  const clause = ancestry(tree, verb.index).find((up) => relation(up) === 'acl')
  if (clause && clause.head >= 0) return clause.head
  for (let at = token.index - 1; at >= 0 && at >= token.index - 4; at--) {
    const upos = tree.tokens[at]?.upos
    if (upos === 'NOUN' || upos === 'PROPN') return at
    if (upos === 'VERB') break
  }
  return token.index
}

/** Who stands as the subject of a verb, by its own words or by the construction around it. */
export function surfaceSubject(tree: Tree, index: number, depth = DEPTH): number[] {
  const verb = tree.tokens[index]
  if (!verb || depth === 0) return []
  const absolute = absoluteSubject(tree, index)
  if (absolute !== null) return withConjuncts(tree, absolute)
  const own = childrenBy(tree, index, 'nsubj')
  const named = own.filter((token) => !isRelativiser(token))
  if (named.length > 0) return named.flatMap((token) => withConjuncts(tree, token.index))
  if (own.length > 0) return own.flatMap((token) => withConjuncts(tree, antecedent(tree, token, verb)))
  const head = headOf(tree, verb)
  const strayed = isFinite(tree, verb) ? strayedSubject(tree, index) : []
  if (!head || strayed.length > 0) return strayed
  if (verb.deprel === 'ccomp' && isFinite(tree, verb)) {
    // "announced the general had been discharged", the general taken for what was announced.
    const between = childrenBy(tree, head.index, 'obj', 'xcomp', 'iobj').filter(
      ({ index: at, upos }) => at > head.index && at < index && upos !== 'VERB',
    )
    return between.slice(-1).flatMap((token) => withConjuncts(tree, token.index))
  }
  if (verb.deprel === 'conj')
    return head.upos === 'VERB' || head.upos === 'AUX' || head.upos === 'ADJ' || head.upos === 'NOUN'
      ? surfaceSubject(tree, head.index, depth - 1)
      : []
  if (relation(verb) === 'acl') {
    const mark = childrenBy(tree, index, 'mark')[0]?.lemma
    const governor = headOf(tree, head)
    if (governor && mark && mark !== 'to' && verb.deprel === 'acl') {
      const controlled = OBJECT_CONTROL.has(governor.lemma) && relation(head) === 'obj'
      if (controlled && (mark === 'of' || mark === 'for' || mark === 'from')) return withConjuncts(tree, head.index)
      if (ADVERBIAL.has(mark)) {
        const outer = ancestry(tree, head.index).find((token) => token.upos === 'VERB')
        return outer ? surfaceSubject(tree, outer.index, depth - 1) : []
      }
    }
    if (verb.xpos === 'VB') return nounAgent(tree, head.index, depth - 1)
    return mark === 'of' || mark === 'for' ? nounAgent(tree, head.index, depth - 1) : withConjuncts(tree, head.index)
  }
  if (verb.deprel === 'xcomp' || relation(verb) === 'advcl') {
    const mark = childrenBy(tree, index, 'mark')[0]?.lemma
    const controlled =
      OBJECT_CONTROL.has(head.lemma) &&
      (verb.deprel === 'xcomp' || mark === 'of' || mark === 'for' || mark === 'from' || mark === 'to')
    if (controlled) {
      const objects = childrenBy(tree, head.index, 'obj', 'iobj')
      if (objects.length > 0) return objects.flatMap((token) => withConjuncts(tree, token.index))
      const called = childrenBy(tree, head.index, 'obl').find((token) => prepositionOf(tree, token.index) === 'on')
      if (called) return withConjuncts(tree, called.index)
    }
    return surfaceSubject(tree, head.index, depth - 1)
  }
  return []
}

/** "… of the president having stepped down": the noun right before "having". */
function absoluteSubject(tree: Tree, index: number): number | null {
  const having = childrenBy(tree, index, 'aux').find((aux) => aux.text.toLowerCase() === 'having')
  if (!having || childrenBy(tree, index, 'nsubj').length > 0) return null
  const before = tree.tokens[having.index - 1]
  if (before?.upos !== 'NOUN' && before?.upos !== 'PROPN') return null
  let top = before
  while (['flat', 'compound'].includes(relation(top)) && headOf(tree, top)) top = headOf(tree, top) as Token
  return top.index
}

/** Marks of clauses that share the subject of the clause around them, even where the parser hangs them on a noun. */
const ADVERBIAL = new Set(['by', 'after', 'before', 'while', 'without', 'since', 'when'])

const FINITE = new Set(['VBD', 'VBZ', 'VBP', 'MD'])
const isFinite = (tree: Tree, verb: Token): boolean =>
  FINITE.has(verb.xpos) || childrenBy(tree, verb.index, 'aux').some((helper) => FINITE.has(helper.xpos))

/**
 * The subject of a finite verb that the parser gave to a clause in between: "Tokayev, who won, was sworn in", "youths
 * wearing masks attacked".
 */
function strayedSubject(tree: Tree, index: number): number[] {
  for (const clause of childrenBy(tree, index, 'advcl', 'acl', 'parataxis')) {
    if (clause.index > index) continue
    const subjects = childrenBy(tree, clause.index, 'nsubj')
    const named = subjects.filter((token) => !isRelativiser(token))
    const takes = subjects.length > named.length || clause.xpos === 'VBG'
    if (named.length > 0 && takes) return named.flatMap((token) => withConjuncts(tree, token.index))
  }
  return []
}

/** Who does what a noun tells of: possessor, "by" phrase, subject of the verb whose object it is. */
function nounAgent(tree: Tree, index: number, depth: number): number[] {
  const noun = tree.tokens[index]
  if (!noun || depth <= 0) return []
  const owner = childrenBy(tree, index, 'nmod:poss')
  if (owner.length > 0) return owner.flatMap((token) => withConjuncts(tree, token.index))
  const by = byPhrases(tree, index)
  if (by.length > 0) return by
  for (const clause of childrenBy(tree, index, 'acl')) {
    const agents = byPhrases(tree, clause.index)
    if (agents.length > 0) return agents
    if (clause.xpos === 'VBG' || clause.xpos === 'VB') continue
    if (clause.deprel === 'acl:relcl') {
      const subjects = childrenBy(tree, clause.index, 'nsubj').filter((token) => !RELATIVISERS.has(token.lemma))
      if (subjects.length > 0 && !isPassive(tree, clause.index))
        return subjects.flatMap((token) => withConjuncts(tree, token.index))
    }
  }
  const verb = headOf(tree, noun)
  if (!verb || verb.upos !== 'VERB') return []
  if (noun.deprel === 'obj') return surfaceSubject(tree, verb.index, depth - 1)
  if (noun.deprel === 'nsubj:pass') return byPhrases(tree, verb.index)
  return []
}

function byPhrases(tree: Tree, index: number): number[] {
  return childrenBy(tree, index, 'obl', 'nmod')
    .filter((token) => prepositionOf(tree, token.index) === 'by' && token.upos !== 'NUM')
    .flatMap((token) => withConjuncts(tree, token.index))
}

/** `mark` goes in front of the slots' names. */
function addPrepositions(slots: Slots, tree: Tree, index: number, mark = ''): void {
  for (const child of childrenOf(tree, index)) {
    const kind = relation(child)
    if (kind === 'obl' || (kind === 'nmod' && child.deprel !== 'nmod:poss')) {
      const preposition = prepositionOf(tree, child.index)
      if (preposition) slots.add(mark + preposition, withConjuncts(tree, child.index))
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

/** "want X to go": X in front of "to" is the object of the verb above, whatever the parser hangs it on. */
function raisedFrom(tree: Tree, infinitive: Token): Token[] {
  const to = childrenBy(tree, infinitive.index, 'mark').find((mark) => mark.lemma.toLowerCase() === 'to')
  return to && infinitive.xpos === 'VB'
    ? childrenBy(tree, infinitive.index, 'obj').filter((token) => token.index < to.index)
    : []
}

/** Verbs whose particle the parser takes for a preposition: "calling in troops". */
const PHRASAL = new Set(
  'call:in send:in bring:in hand:over round:up blow:up pick:up turn:over step:up break:up take:over call:up call:off put:off bring:down'.split(
    ' ',
  ),
)

function phrasalObjects(tree: Tree, verb: Token): number[] {
  const next = tree.tokens[verb.index + 1]
  if (!next || next.deprel !== 'case' || !PHRASAL.has(`${verb.lemma}:${next.lemma.toLowerCase()}`)) return []
  return next.head >= 0 ? withConjuncts(tree, next.head) : []
}

function objectsOf(tree: Tree, verb: Token): number[] {
  const phrasal = phrasalObjects(tree, verb)
  if (phrasal.length > 0) return phrasal
  const lent = raisedFrom(tree, verb)
  const raised = childrenBy(tree, verb.index, 'xcomp').flatMap((complement) => raisedFrom(tree, complement))
  const own = [...childrenBy(tree, verb.index, 'obj').filter((token) => !lent.includes(token)), ...raised].flatMap(
    (token) => withConjuncts(tree, antecedent(tree, token, verb)),
  )
  if (own.length > 0 || isPassive(tree, verb.index)) return own
  const counted = childrenBy(tree, verb.index, 'obl').filter((token) => isStrayedObject(tree, verb, token))
  if (counted.length > 0) return counted.flatMap((token) => withConjuncts(tree, token.index))
  if (verb.deprel === 'acl:relcl' && verb.head >= 0) {
    const subject = childrenBy(tree, verb.index, 'nsubj')[0]
    if (subject && !RELATIVISERS.has(subject.lemma.toLowerCase())) return withConjuncts(tree, verb.head)
  }
  const sharing = childrenOf(tree, verb.index).find((child) => child.deprel === 'conj' && child.upos === 'VERB')
  return sharing && !childrenBy(tree, sharing.index, 'nsubj').length
    ? childrenBy(tree, sharing.index, 'obj').flatMap((token) => withConjuncts(tree, token.index))
    : []
}

/** A noun behind its verb without a preposition and without a time is its object, whatever the parser calls it. */
function isStrayedObject(tree: Tree, verb: Token, { index, deprel, upos, lemma }: Token): boolean {
  if (deprel !== 'obl' || index < verb.index || prepositionOf(tree, index) !== null) return false
  return (upos === 'NOUN' || (upos === 'PROPN' && !DAYS.test(lemma))) && !TIMES.has(lemma.toLowerCase())
}

const DAYS =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/i
const TIMES = new Set(
  'today yesterday tomorrow tonight day night week weekend month year morning afternoon evening hour minute time moment'.split(
    ' ',
  ),
)

const PARTICLES = new Set(
  'up down out off over in back away forward aside on closer close under through around'.split(' '),
)

/**
 * "Germany delivered tanks": where a sentence has no other finite verb, a past form between two nouns is its verb,
 * though the parser took it for a modifier of the second.
 */
function mistakenModifier(tree: Tree, verb: Token): { subject: number[]; object: number[] } | null {
  if (verb.xpos !== 'VBD' && verb.xpos !== 'VBN') return null
  const lonely = !tree.tokens.some((token) => token !== verb && FINITE.has(token.xpos))
  if (lonely && verb.deprel === 'acl' && tree.tokens[verb.head]?.head === -1) {
    // "A bomb killed ten people", read as a bomb that was killed.
    const objects = childrenBy(tree, verb.index, 'obj', 'obl').filter(
      (token) => relation(token) === 'obj' || (isStrayedObject(tree, verb, token) && isCounted(tree, token.index)),
    )
    if (objects.length > 0)
      return {
        subject: withConjuncts(tree, verb.head),
        object: objects.flatMap((token) => withConjuncts(tree, token.index)),
      }
  }
  if (!lonely || verb.deprel !== 'amod' || verb.head <= verb.index) return null
  const before = tree.tokens[verb.index - 1]
  if (before?.upos !== 'NOUN' && before?.upos !== 'PROPN') return null
  let subject = before.index
  while (tree.tokens[subject - 1] && ['PROPN', 'NOUN', 'ADJ', 'DET'].includes(tree.tokens[subject - 1]?.upos ?? ''))
    subject--
  const owner = tree.tokens[subject - 1]?.lemma === 'of' ? subject - 2 : before.index
  return { subject: [owner], object: withConjuncts(tree, verb.head) }
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
  let top = noun
  while (top.deprel === 'conj' && top.head >= 0 && tree.tokens[top.head]) top = tree.tokens[top.head] as Token
  if (top !== noun) {
    addPrepositions(slots, tree, top.index)
    for (const token of childrenBy(tree, top.index, 'nmod:poss')) slots.add('subj', withConjuncts(tree, token.index))
  } else for (const other of withConjuncts(tree, index)) if (other !== index) addPrepositions(slots, tree, other)
  const verb = headOf(tree, top)
  if (verb && verb.upos === 'VERB' && ['obj', 'nsubj', 'obl'].includes(relation(top))) {
    support.unshift(verb.index)
    if (carries(verb.lemma)) {
      if (top.deprel === 'obj')
        slots.add('subj', isPassive(tree, verb.index) ? byPhrases(tree, verb.index) : surfaceSubject(tree, verb.index))
      if (top.deprel === 'nsubj:pass') slots.add('subj', byPhrases(tree, verb.index))
      if (relation(top) !== 'obl') addPrepositions(slots, tree, verb.index)
    } else addPrepositions(slots, tree, verb.index, '~')
  }
  return { slots: slots.map, passive: false, particles: new Set(), support }
}
