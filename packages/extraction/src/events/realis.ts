import type { Realis } from '@dateline/domain'
import type { Token } from '@dateline/english'
import {
  FUTURE,
  WISH,
  UNDONE_COMPLEMENT,
  KEPT_OFF_COMPLEMENT,
  ALLEGED,
  REPORTED,
  DOUBTED,
  BELIEVED,
  FUTURE_NOUNS,
  ALLEGED_NOUNS,
  CAUSES,
  DONE_ADJECTIVES,
  ADJECTIVES_OF_FUTURE,
} from './governors.ts'
import { childrenBy, childrenOf, headOf, isPredicate, relation, type Tree } from './tree.ts'

/**
 * How an event is told: the realis of its own verb or of the words that govern its noun. `habitual` is what is told
 * as a custom or in general; `lexical` says that a word of its own ("cancelled", "planned") decides it and not a
 * mere "not" or "may".
 */
export interface Reading {
  realis: Realis
  habitual: boolean
  lexical: boolean
}

export const ACTUAL: Reading = { realis: 'actual', habitual: false, lexical: false }
export const as = (realis: Realis, lexical = false): Reading => ({ realis, habitual: false, lexical })

const isNegation = (token: Token): boolean =>
  ['not', "n't", 'never', 'n’t', 'neither', 'nor', 'hardly'].includes(token.lemma.toLowerCase()) ||
  /^n['’]t$/i.test(token.text)

function isNegated(tree: Tree, index: number): boolean {
  return childrenOf(tree, index).some(
    (child) =>
      (child.deprel === 'advmod' && isNegation(child)) ||
      (['nsubj', 'nsubj:pass', 'obj'].includes(child.deprel) &&
        childrenOf(tree, child.index).some((det) => det.deprel === 'det' && det.lemma.toLowerCase() === 'no')) ||
      (relation(child) === 'nsubj' && ['nobody', 'none', 'nothing'].includes(child.lemma.toLowerCase())),
  )
}

/** "said it would send troops": the future of a reported word. */
function isReported(tree: Tree, verb: Token): boolean {
  const head = headOf(tree, verb)
  const question = tree.tokens.some((token) => token.text === '?')
  return (
    !question &&
    (relation(verb) === 'ccomp' ||
      (verb.deprel === 'conj' && head !== undefined && relation(head) === 'ccomp') ||
      verb.deprel === 'acl:relcl' ||
      verb.head < 0) &&
    !tree.tokens.some((token) => token.lemma.toLowerCase() === 'if')
  )
}

/** What may stand between a form of be and the infinitive that it arranges. */
const ARRANGED = new Set(['due', 'set', 'about', 'bound', 'slated'])

/** "is to be sworn in", "is due to take office": read off the words, for trees differ on them. */
function isArranged(tree: Tree, verb: Token): boolean {
  const before = tree.tokens.slice(Math.max(0, verb.index - 5), verb.index)
  const to = before.findLastIndex((token) => token.lemma.toLowerCase() === 'to')
  if (to < 1 || !infinitiveForm(tree, verb)) return false
  const be = ARRANGED.has(before[to - 1]!.lemma.toLowerCase()) ? before[to - 2] : before[to - 1]
  return be?.lemma === 'be' && ['VBZ', 'VBP', 'VBD'].includes(be.xpos)
}

/** What the auxiliaries, the negation and the marks of a verb say by themselves. */
function ownReading(tree: Tree, verb: Token, headline: boolean): Reading {
  const auxiliaries = childrenBy(tree, verb.index, 'aux', 'cop', 'aux:pass')
  const negated = isNegated(tree, verb.index)
  const marks = childrenBy(tree, verb.index, 'mark', 'advmod').map((token) => token.lemma.toLowerCase())
  if (marks.some((mark) => mark === 'if' || mark === 'unless' || mark === 'whether')) return as('hypothetical')
  if (marks.includes('without') || marks.includes('instead')) return as('negated')
  for (const { lemma, xpos } of auxiliaries) {
    if (xpos !== 'MD') continue
    const modal = lemma.toLowerCase()
    if (negated) return as('negated')
    if (modal === 'would') return as(isReported(tree, verb) ? 'future' : 'hypothetical')
    return as(['will', 'shall', "'ll", '’ll', 'wo'].includes(modal) ? 'future' : 'hypothetical')
  }
  if (negated) return as('negated')
  const helper = auxiliaries.find((token) => token.lemma === 'be' && token.deprel === 'aux')
  if (verb.xpos === 'VBG' && helper) {
    const perfect = auxiliaries.some((token) => token.lemma === 'have')
    return perfect || helper.xpos !== 'VBD' ? as('ongoing') : ACTUAL
  }
  if (isArranged(tree, verb)) return as('future', true)
  const first = auxiliaries[0] ?? verb
  const present = first.xpos === 'VBZ' || first.xpos === 'VBP'
  if (present && !headline && first.lemma !== 'have') return { ...ACTUAL, habitual: true }
  return ACTUAL
}

/** The stronger of what the word itself and the words around it say. */
const RANK: Readonly<Record<Realis, number>> = {
  actual: 0,
  ongoing: 1,
  future: 2,
  alleged: 3,
  hypothetical: 4,
  negated: 5,
}
export function stronger(inner: Reading, outer: Reading): Reading {
  const flip = inner.realis === 'negated' && outer.realis === 'negated'
  if (flip) return inner
  const top = RANK[outer.realis] > RANK[inner.realis] ? outer : inner
  return { ...top, habitual: inner.habitual }
}

const infinitiveForm = (tree: Tree, verb: Token): boolean =>
  verb.xpos === 'VB' || childrenBy(tree, verb.index, 'aux:pass', 'aux').some((aux) => aux.xpos === 'VB')

function infinitive(tree: Tree, verb: Token): boolean {
  return (
    infinitiveForm(tree, verb) && childrenBy(tree, verb.index, 'mark').some((mark) => mark.lemma.toLowerCase() === 'to')
  )
}

function governed(tree: Tree, verb: Token, headline: boolean, depth: number): Reading {
  const head = headOf(tree, verb)
  if (!head || depth === 0) return ACTUAL
  const kind = relation(verb)
  const lemma = head.lemma.toLowerCase()
  const outer = () => (isPredicate(head) ? verbReading(tree, head, headline, depth - 1) : ACTUAL)
  const without = (reading: Reading): Reading => ({ ...reading, habitual: false })
  if (kind === 'conj') {
    if (!isPredicate(head)) return ACTUAL
    // "refusing to recognise and allowing": the gerund goes with the gerund above, not with the infinitive.
    const above = verb.xpos === 'VBG' && infinitive(tree, head) ? headOf(tree, head) : undefined
    if (above?.xpos === 'VBG') return without(verbReading(tree, above, headline, depth - 1))
    const own = childrenBy(tree, verb.index, 'aux', 'nsubj').length > 0
    return own ? governed(tree, head, headline, depth - 1) : without(verbReading(tree, head, headline, depth - 1))
  }
  const mark = childrenBy(tree, verb.index, 'mark')[0]?.lemma.toLowerCase()
  if (
    kind === 'xcomp' ||
    (kind === 'advcl' && infinitive(tree, verb)) ||
    (kind === 'ccomp' && infinitive(tree, verb))
  ) {
    if (UNDONE_COMPLEMENT.has(lemma)) return as('negated', true)
    if (KEPT_OFF_COMPLEMENT.has(lemma)) return as('negated')
    if (ALLEGED.has(lemma) || lemma === 'appear' || lemma === 'seem') return as('alleged', true)
    if (WISH.has(lemma)) return as('hypothetical', true)
    if (FUTURE.has(lemma)) return stronger(as('future', true), without(outer()))
    if (kind === 'advcl' && !CAUSES.has(lemma)) return as('hypothetical')
    if (['ADJ', 'NOUN', 'ADV', 'ADP'].includes(head.upos)) {
      if (DONE_ADJECTIVES.has(lemma)) return without(outer())
      return ADJECTIVES_OF_FUTURE.has(lemma) ? as('future', true) : as('hypothetical', true)
    }
    return without(outer())
  }
  if (kind === 'ccomp' || kind === 'csubj') {
    if (DOUBTED.has(lemma)) return as('negated', true)
    if (REPORTED.has(lemma)) return as('alleged', true)
    if (BELIEVED.has(lemma) && verb.xpos !== 'VBD') return as('hypothetical', true)
    return ACTUAL
  }
  if (kind === 'advcl') {
    if (mark === 'of' || mark === 'for') return ALLEGED.has(lemma) ? as('alleged', true) : ACTUAL
    if (mark === 'from') return KEPT_OFF_COMPLEMENT.has(lemma) ? as('negated') : ACTUAL
    if (mark === 'by') return without(outer())
    if (
      mark === 'as' ||
      mark === 'while' ||
      mark === 'after' ||
      mark === 'before' ||
      mark === 'when' ||
      mark === 'since' ||
      mark === 'because'
    )
      return ACTUAL
    return verb.xpos === 'VBG' ? without(outer()) : ACTUAL
  }
  if (kind === 'acl') {
    if (verb.deprel === 'acl:relcl') return ACTUAL
    if (infinitive(tree, verb) || mark === 'of' || mark === 'for' || mark === 'from') {
      const governor = headOf(tree, head)
      if (governor && ALLEGED.has(governor.lemma) && (mark === 'of' || mark === 'for')) return as('alleged', true)
      if (ALLEGED_NOUNS.has(lemma)) return as('alleged', true)
      if (FUTURE_NOUNS.has(lemma) && infinitive(tree, verb)) return as('future', true)
      if (infinitive(tree, verb)) return as('hypothetical')
    }
    if (mark === 'by') {
      const clause = headOf(tree, head)
      return clause && isPredicate(clause) ? without(verbReading(tree, clause, headline, depth - 1)) : ACTUAL
    }
  }
  return ACTUAL
}

export function verbReading(tree: Tree, verb: Token, headline: boolean, depth = 6): Reading {
  const own = ownReading(tree, verb, headline)
  if (infinitive(tree, verb) && relation(verb) === 'root' && own.realis !== 'future') return as('hypothetical')
  return stronger(own, governed(tree, verb, headline, depth))
}
