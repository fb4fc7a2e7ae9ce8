import type { Token } from '@dateline/english'
import {
  ancestry,
  childrenBy,
  childrenOf,
  headOf,
  prepositionOf,
  relation,
  subtreeOf,
  withConjuncts,
  type Tree,
} from './tree.ts'

export const RELATIVISERS = new Set(['who', 'whom', 'which', 'that', 'whose', 'where', 'when'])

/** Verbs whose object does what their complement says: "urge X to resign", "accuse X of killing". */
const OBJECT_CONTROL = new Set(
  `accuse ask urge order force allow enable tell persuade convince invite call want press push lead cause require
  authorise authorize permit encourage instruct advise warn help blame suspect charge prevent stop ban bar convict
  praise criticise criticize condemn thank see hear find expect command direct compel appoint name elect`.split(/\s+/),
)

const DEPTH = 6

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
export function antecedent(tree: Tree, token: Token, verb: Token): number {
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
  const beside = isFinite(tree, verb) ? besideSubject(tree, verb) : null
  if (beside) return withConjuncts(tree, beside.index)
  const strayed = isFinite(tree, verb) ? strayedSubject(tree, index) : []
  if (!head || strayed.length > 0) return strayed
  if (verb.deprel === 'ccomp' && isFinite(tree, verb)) {
    // "announced the general had been discharged", the general taken for what was announced.
    const between = childrenBy(tree, head.index, 'obj', 'xcomp', 'iobj').filter(
      ({ index: at, upos }) => at > head.index && at < index && upos !== 'VERB',
    )
    return between.slice(-1).flatMap((token) => withConjuncts(tree, token.index))
  }
  const told = verb.deprel === 'conj' ? toldBefore(tree, verb, head) : null
  if (told) return surfaceSubject(tree, told.index, depth - 1)
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

const SAYING = new Set(
  'say tell add announce report note declare state claim confirm insist stress warn call urge demand promise pledge vow reject welcome condemn praise criticise criticize accuse thank appeal explain reiterate deny express'.split(
    ' ',
  ),
)

/** "Police said X gave himself up and was charged": what is coordinated with a saying goes on with what is said. */
function toldBefore(tree: Tree, verb: Token, head: Token): Token | null {
  if (!SAYING.has(head.lemma) || !childrenBy(tree, verb.index, 'aux:pass').length) return null
  const said = childrenBy(tree, head.index, 'ccomp').find(
    (clause) => head.index < clause.index && clause.index < verb.index && clause.upos === 'VERB',
  )
  return said && surfaceSubject(tree, said.index, 2).length > 0 ? said : null
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

export const FINITE = new Set(['VBD', 'VBZ', 'VBP', 'MD'])

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

/** A noun that stands right before a finite verb and hangs on what the verb hangs on: "REBELS OF THE M-5 KILLED …". */
function besideSubject(tree: Tree, verb: Token): Token | null {
  if (verb.head < 0) return null
  // Before a verb that stands before its own governor nothing else can be its subject: "X fled, police said".
  const others = verb.index < verb.head ? /^(?:conj|cc$|punct)/ : /^(?:nsubj|obj|conj|cc$|punct)/
  const found = childrenOf(tree, verb.head).find(
    ({ index, upos, deprel }) => index < verb.index && (upos === 'NOUN' || upos === 'PROPN') && !others.test(deprel),
  )
  if (!found || prepositionOf(tree, found.index)) return null
  const inside = new Set(subtreeOf(tree, found.index))
  const own = new Set(childrenBy(tree, verb.index, 'aux', 'advmod').map((token) => token.index))
  for (let at = found.index; at < verb.index; at++) if (!inside.has(at) && !own.has(at)) return null
  return found
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

export function byPhrases(tree: Tree, index: number): number[] {
  const own = byPhrasesUnder(tree, index)
  if (own.length > 0 || (tree.tokens[index]?.upos !== 'NOUN' && tree.tokens[index]?.xpos !== 'VBG')) return own
  // "the killing of a boy by police": the parser has the police under the boy.
  return childrenBy(tree, index, 'nmod', 'obl')
    .filter((token) => prepositionOf(tree, token.index) === 'of')
    .flatMap((token) => byPhrasesUnder(tree, token.index))
}

function byPhrasesUnder(tree: Tree, index: number): number[] {
  return childrenBy(tree, index, 'obl', 'nmod')
    .filter((token) => prepositionOf(tree, token.index) === 'by' && token.upos !== 'NUM')
    .flatMap((token) => withConjuncts(tree, token.index))
}
