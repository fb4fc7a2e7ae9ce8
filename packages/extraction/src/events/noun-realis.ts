import type { Token } from '@dateline/english'
import {
  WISH,
  UNDONE,
  KEPT_OFF,
  ALLEGED,
  FUTURE_NOUNS,
  WISH_NOUNS,
  UNDONE_NOUNS,
  ALLEGED_NOUNS,
  FUTURE_ADJECTIVES,
  DOUBTFUL_ADJECTIVES,
  ALLEGED_ADJECTIVES,
  UNDONE_ADJECTIVES,
  SUPPOSED,
} from './governors.ts'
import { ACTUAL, as, stronger, verbReading, type Reading } from './realis.ts'
import { childrenBy, childrenOf, headOf, isPredicate, prepositionOf, relation, type Tree } from './tree.ts'

const TEMPORAL = new Set([
  'after',
  'before',
  'during',
  'since',
  'following',
  'until',
  'prior to',
  'ahead of',
  'amid',
  'despite',
  'because of',
  'over',
  'due to',
])

export function nounReading(tree: Tree, noun: Token, headline: boolean, depth = 6): Reading {
  const own = ownNounReading(tree, noun)
  let top = noun
  while ((top.deprel === 'conj' || top.deprel === 'appos') && headOf(tree, top)) top = headOf(tree, top) as Token
  const head = headOf(tree, top)
  if (
    childrenBy(tree, noun.index, 'cop').length > 0 &&
    childrenBy(tree, noun.index, 'nsubj').some((subject) => SUPPOSED.has(subject.lemma))
  )
    return as('hypothetical', true)
  if (!head || depth === 0) return own
  const preposition = prepositionOf(tree, top.index)
  const lemma = head.lemma.toLowerCase()
  if (head.upos === 'NOUN') {
    if (preposition && TEMPORAL.has(preposition)) return own
    const clauseOfHead = () => nounReading(tree, head, headline, depth - 1)
    if (relation(top) === 'nmod' || top.deprel === 'compound') {
      if (WISH_NOUNS.has(lemma) && preposition !== 'in' && preposition !== 'to')
        return stronger(own, as('hypothetical', true))
      if (UNDONE_NOUNS.has(lemma)) return stronger(own, as('negated', true))
      if (ALLEGED_NOUNS.has(lemma)) return stronger(own, as('alleged', true))
      if (FUTURE_NOUNS.has(lemma) && (preposition === 'for' || preposition === 'on'))
        return stronger(own, as('future', true))
      return preposition === 'of' || top.deprel === 'compound' ? stronger(own, clauseOfHead()) : own
    }
    return own
  }
  if (!isPredicate(head)) return own
  if (preposition && TEMPORAL.has(preposition)) return own
  const verb = verbReading(tree, head, headline, depth - 1)
  const bare = { ...verb, habitual: false }
  if (ALLEGED.has(lemma) && (preposition === 'of' || preposition === 'for')) return stronger(own, as('alleged', true))
  const governedBy =
    relation(top) === 'obj' ||
    top.deprel === 'nsubj:pass' ||
    relation(top) === 'xcomp' ||
    preposition === 'for' ||
    preposition === 'from' ||
    preposition === 'to' ||
    preposition === 'on'
  if (governedBy) {
    if (KEPT_OFF.has(lemma) && preposition !== 'to') return stronger(own, as('negated'))
    if (UNDONE.has(lemma) && preposition !== 'to')
      return stronger(own, bare.realis === 'negated' ? ACTUAL : as('negated', true))
    // Who calls a strike announces it; who calls for one wishes it.
    if (lemma === 'call' && relation(top) === 'obj') return stronger(own, as('future', true))
    if (WISH.has(lemma)) return stronger(own, as('hypothetical', true))
    if (
      ['plan', 'schedule', 'arrange', 'organise', 'organize', 'announce', 'set', 'slate'].includes(lemma) &&
      relation(top) !== 'obl'
    )
      return stronger(own, as('future', true))
    return stronger(own, bare)
  }
  if (relation(top) === 'nsubj') {
    if (lemma === 'fail' || lemma === 'collapse') return stronger(own, as('negated', true))
    return bare.realis === 'future' || bare.realis === 'ongoing' ? stronger(own, bare) : own
  }
  return own
}

function ownNounReading(tree: Tree, noun: Token): Reading {
  if (prepositionOf(tree, noun.index) === 'without') return as('negated')
  for (const child of childrenOf(tree, noun.index)) {
    const lemma = child.lemma.toLowerCase()
    if (child.deprel === 'det' && lemma === 'no') return as('negated')
    if (child.deprel === 'amod' || child.deprel === 'compound') {
      if (FUTURE_ADJECTIVES.has(lemma) && lemma !== 'next') return as('future', true)
      if (DOUBTFUL_ADJECTIVES.has(lemma) && lemma !== 'further') return as('hypothetical', true)
      if (ALLEGED_ADJECTIVES.has(lemma)) return as('alleged', true)
      if (UNDONE_ADJECTIVES.has(lemma)) return as('negated', true)
    }
    if (child.deprel === 'acl' && (child.lemma === 'plan' || child.lemma === 'schedule')) return as('future', true)
    if (child.deprel === 'acl:relcl' && childrenBy(tree, child.index, 'aux').some((aux) => aux.lemma === 'will'))
      return as('future')
    if (
      child.deprel === 'acl:relcl' &&
      childrenBy(tree, child.index, 'aux:pass').length > 0 &&
      (child.lemma === 'schedule' || child.lemma === 'plan')
    )
      return as('future', true)
  }
  return ACTUAL
}
