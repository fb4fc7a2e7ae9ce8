import type { Span } from '@dateline/domain'
import type { Token } from '@dateline/english'
import type { Actors } from '../actors/types.ts'
import type { Cue } from './cues.ts'
import { childrenOf, isBelow, subtreeOf, type Tree } from './tree.ts'
import type { Act, Stance } from './types.ts'

/** Where things are said: the noun of a phrase with in, at, on, during, through. */
const VENUES = new Set(
  `statement interview conference briefing speech address letter report tweet post message email e-mail memo memorandum
  article column op-ed editorial blog broadcast debate rally hearing testimony ceremony meeting summit press communique
  communiqué release twitter facebook telegram instagram television tv radio video paper study assessment announcement
  declaration court parliament congress session remark comment call note`.split(/\s+/),
)

const PREPOSITIONS = new Set(['in', 'at', 'on', 'during', 'via', 'through', 'before'])

/**
 * The outlet or occasion of what is said: "told Reuters", "said in a statement", "said at a rally in Lyon". `addressee` is
 * the token of whom it is said to.
 */
export function venueOf(
  tree: Tree,
  cue: Token,
  addressee: Token | null,
  sentence: number,
  actors: Actors,
): Token[] | null {
  if (addressee && actors.at(sentence, addressee.index)?.media) return withoutClauses(tree, addressee)
  for (const phrase of childrenOf(tree, cue.index, 'obl')) {
    const marks = childrenOf(tree, phrase.index, 'case').map((mark) => mark.text.toLowerCase())
    const isOutlet = (token: Token): boolean => actors.at(sentence, token.index)?.media === true
    if (marks.some((mark) => mark === 'to' || mark === 'by') && isOutlet(phrase)) return withoutClauses(tree, phrase)
    if (!marks.some((mark) => PREPOSITIONS.has(mark))) continue
    if (VENUES.has(phrase.lemma.toLowerCase()) || isOutlet(phrase)) return withoutClauses(tree, phrase)
  }
  return null
}

/** The phrase without its preposition and the clauses on it, which may be what is said: "told Reuters that …". */
function withoutClauses(tree: Tree, phrase: Token): Token[] {
  const marks = new Set(childrenOf(tree, phrase.index, 'case').map((mark) => mark.index))
  const clauses = subtreeOf(tree, phrase.index).filter(
    (token) => token.deprel.startsWith('acl') || token.deprel === 'advcl',
  )
  return subtreeOf(tree, phrase.index).filter(
    (token) => !marks.has(token.index) && !clauses.some((clause) => isBelow(tree, token.index, clause.index)),
  )
}

export function spanOfTokens(text: string, tokens: readonly Token[]): Span | null {
  const words = tokens.filter((token) => token.upos !== 'PUNCT')
  const [first, last] = [words[0], words.at(-1)]
  return first && last ? { start: first.start, end: last.end, text: text.slice(first.start, last.end) } : null
}

const CONCERN =
  /^(?:concern|alarm|fear|worry|regret|dismay|outrage|anger|doubt|disappointment|frustration|condolence|unease|anxiety)$/
const APPROVAL =
  /^(?:support|hope|confidence|satisfaction|solidarity|gratitude|willingness|readiness|optimism|thanks|appreciation)$/

/** The act and stance of a cue with this object and these words: "call for" urges, "express concern" is concern. */
export function actOf(tree: Tree, cue: Cue, verb: Token): { act: Act; stance: Stance } {
  const right = (tree.children[verb.index] ?? []).filter((child) => child.index > verb.index)
  if (verb.lemma === 'call') {
    const isAppeal = right.some((child) =>
      childrenOf(tree, child.index, 'case', 'mark').some((mark) => ['for', 'on', 'upon'].includes(mark.lemma)),
    )
    return { act: isAppeal ? 'urge' : cue.act, stance: cue.stance }
  }
  if (verb.lemma === 'express' || verb.lemma === 'voice') {
    const object = right.find((child) => child.deprel === 'obj')?.lemma.toLowerCase() ?? ''
    if (CONCERN.test(object)) return { act: 'concern', stance: 'negative' }
    return { act: 'comment', stance: APPROVAL.test(object) ? 'positive' : 'neutral' }
  }
  return { act: cue.act, stance: cue.stance }
}
