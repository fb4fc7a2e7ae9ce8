import type { Token } from '@dateline/english'
import { antecedent, FINITE, isPassive, RELATIVISERS } from './subjects.ts'
import { childrenBy, childrenOf, isCounted, prepositionOf, relation, withConjuncts, type Tree } from './tree.ts'

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

export function objectsOf(tree: Tree, verb: Token): number[] {
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

/** Whether a stretch of a sentence between marks has no other finite verb: "…, the ministry said" is another one. */
function isLonely(tree: Tree, verb: Token): boolean {
  const isMark = (token: Token | undefined) => token !== undefined && /^[,;:–—]$/.test(token.text)
  let [from, to] = [verb.index, verb.index]
  while (from > 0 && !isMark(tree.tokens[from - 1])) from--
  while (to + 1 < tree.tokens.length && !isMark(tree.tokens[to + 1])) to++
  return !tree.tokens.slice(from, to + 1).some((token) => token !== verb && FINITE.has(token.xpos))
}

/**
 * "Germany delivered tanks": where a sentence has no other finite verb, a past form between two nouns is its verb,
 * though the parser took it for a modifier of the second.
 */
export function mistakenModifier(tree: Tree, verb: Token): { subject: number[]; object: number[] } | null {
  if (verb.xpos !== 'VBD' && verb.xpos !== 'VBN') return null
  const lonely = isLonely(tree, verb)
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
  if (verb.deprel === 'amod' && verb.head === verb.index - 1 && tree.tokens[verb.index + 1]?.upos !== 'ADP') {
    // "GUNMEN MURDERED PARTY LEADER X", read as gunmen who were.
    const object = childrenOf(tree, verb.head).find(
      ({ index, upos, deprel }) =>
        index > verb.index && (upos === 'NOUN' || upos === 'PROPN') && !prepositionOf(tree, index) && deprel !== 'conj',
    )
    if (object) return { subject: withConjuncts(tree, verb.head), object: withConjuncts(tree, object.index) }
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
