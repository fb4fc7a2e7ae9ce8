import type { Realis } from '@dateline/domain'
import type { Token } from '@dateline/english'
import { childrenBy, childrenOf, headOf, isPredicate, prepositionOf, relation, type Tree } from './tree.ts'

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

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean))

const FUTURE = words(`plan schedule intend prepare expect set agree decide promise pledge vow aim arrange resolve
  commit announce be slate poise promise due bind undertake order`)
const WISH = words(`want urge call ask demand threaten hope seek wish propose request need like prefer encourage
  consider appeal push press beg implore advise recommend suggest oppose mull advocate insist favor favour risk
  discuss contemplate offer dream campaign fear anticipate predict forecast warn pressure debate envisage dare tempt
  instruct tell invite persuade convince lobby warrant rule study await require`)
/** What had been meant or tried and did not come about. */
const UNDONE =
  words(`cancel postpone abort fail refuse reject scrap shelve suspend delay halt collapse abandon block thwart foil
  veto defer drop`)
/** What did not even begin. */
const KEPT_OFF = words('avert prevent avoid decline forbid ban stop deny oppose prohibit resist lack preclude deter')
const UNDONE_COMPLEMENT = words('fail refuse')
const KEPT_OFF_COMPLEMENT = words('decline prevent stop forbid avoid deny ban bar block')
const ALLEGED = words('accuse allege suspect claim purport rumour rumor implicate blame')
const REPORTED = words('claim allege suspect insinuate purport')
const DOUBTED = words('deny doubt dispute refute')
const BELIEVED = words(
  'fear hope expect believe think predict worry suggest wonder imagine warn demand urge insist propose',
)
const FUTURE_NOUNS = words('plan decision intention preparation date schedule agreement pledge promise vow')
const WISH_NOUNS = words(`call demand threat fear prospect possibility risk chance hope need proposal request appeal
  campaign warning offer talk danger likelihood speculation event case idea right ability attempt_to want bid
  eve lead-up run-up opposition`)
const UNDONE_NOUNS = words('cancellation postponement prevention avoidance absence failure lack rejection refusal')
const ALLEGED_NOUNS = words('accusation allegation claim suspicion charge')
const FUTURE_ADJECTIVES = words(
  'planned upcoming scheduled forthcoming coming next future proposed pending impending imminent',
)
const DOUBTFUL_ADJECTIVES = words('possible potential hypothetical would-be likely further')
const ALLEGED_ADJECTIVES = words('alleged suspected purported so-called reported supposed claimed')
const UNDONE_ADJECTIVES = words('cancelled canceled postponed averted aborted rejected')

/** Verbs whose complement came about with them: "forced him to resign". */
const CAUSES = words(
  'force help cause lead prompt allow enable permit let get make compel oblige drive continue begin start manage',
)
const DONE_ADJECTIVES = words('quick swift happy glad sorry proud first last slow lucky honoured honored sad pleased')
const ADJECTIVES_OF_FUTURE = words('due set bound scheduled poised slated')
/** What "the best option was a boycott" has for a subject. */
const SUPPOSED = words(
  'option way solution aim goal hope demand priority idea plan answer alternative choice dream ambition objective',
)

const ACTUAL: Reading = { realis: 'actual', habitual: false, lexical: false }
const as = (realis: Realis, lexical = false): Reading => ({ realis, habitual: false, lexical })

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

function infinitive(tree: Tree, verb: Token): boolean {
  return verb.xpos === 'VB' && childrenBy(tree, verb.index, 'mark').some((mark) => mark.lemma.toLowerCase() === 'to')
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
    if (head.upos === 'ADJ' || head.upos === 'NOUN') {
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
  if (infinitive(tree, verb) && relation(verb) === 'root') return as('hypothetical')
  return stronger(own, governed(tree, verb, headline, depth))
}

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
