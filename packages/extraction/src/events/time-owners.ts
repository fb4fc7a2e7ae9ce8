import type { Token } from '@dateline/english'
import { aimOf } from './aims.ts'
import { LEGAL } from './occasions.ts'
import type { PlacedTimex } from './placed-times.ts'
import { ancestry, childrenBy, headOf, isPredicate, prepositionOf, relation, type Tree } from './tree.ts'

/** The time expressions of a sentence by the token that they date. */
export type Owned = ReadonlyMap<number, readonly PlacedTimex[]>

/** What each time expression of a sentence dates: an event's noun or the verb of a clause. */
export function ownersOf(tree: Tree, timexes: readonly PlacedTimex[], isEvent: (index: number) => boolean): Owned {
  const owned = new Map<number, PlacedTimex[]>()
  const give = (owner: number, placed: PlacedTimex) => owned.set(owner, [...(owned.get(owner) ?? []), placed])
  for (const placed of timexes) {
    const noun = nounAfter(tree, placed, isEvent)
    if (noun !== null) {
      give(noun, { ...placed, preposition: null })
      continue
    }
    const clause = clauseBehind(tree, placed)
    if (clause !== null) {
      give(clause, placed)
      continue
    }
    if (isFeastOf(tree, placed) || isComparison(tree, placed)) continue
    const climbed = climb(tree, placed, isEvent)
    give(climbed.owner, climbed.placed)
    // "During the rally Monday, he said": a bare day behind an event's noun is of both. "Riots overnight" are the last ones.
    const before = placed.timex.from - 1
    const bare = placed.preposition === null && placed.timex.text.toLowerCase() !== 'overnight'
    if (bare && isEvent(before) && before !== climbed.owner) give(before, placed)
  }
  return owned
}

/** "Since the September 11, 2001, attacks", "Sunday's election": what stands before an event's noun in one phrase is its date. */
function nounAfter(tree: Tree, { timex }: PlacedTimex, isEvent: (index: number) => boolean): number | null {
  const before = tree.tokens[timex.from - 1]
  const opens = before && (before.upos === 'DET' || before.upos === 'ADJ' || before.xpos === 'PRP$')
  const possessive = tree.tokens[timex.to]?.xpos === 'POS' || /['’]s?$/.test(timex.text)
  if (!opens && !possessive) return null
  for (let at = timex.to; at < timex.to + 6; at++) {
    const token = tree.tokens[at]
    if (!token) return null
    const next = tree.tokens[at + 1]
    if (isEvent(at) && next?.upos !== 'NOUN') return at
    // "An April 2007 shooting": the tagger takes it for a verb.
    if (at === timex.to && before?.upos === 'DET' && token.xpos === 'VBG') return at
    const within = ['ADJ', 'NOUN', 'PROPN', 'NUM'].includes(token.upos) || token.xpos === 'POS' || token.text === ','
    if (!within || isPredicate(token)) return null
  }
  return null
}

const CALENDAR = /\d|day\b|^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i

/** "A hotel Christmas ball": what a feast is the kind of is not held on its day. */
const isFeastOf = (tree: Tree, { timex, top }: PlacedTimex): boolean =>
  /^\p{Lu}/u.test(timex.text) &&
  !CALENDAR.test(timex.text) &&
  top.deprel === 'compound' &&
  tree.tokens[timex.to]?.upos !== 'PUNCT'

const COMPARED = new Set(['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'last', 'only', 'latest'])

/** "The fifth raid since September", "the deadliest attack since 2003" are themselves of another time. */
function isComparison(tree: Tree, { timex, top, preposition }: PlacedTimex): boolean {
  return (
    preposition === 'since' &&
    [headOf(tree, top), tree.tokens[timex.from - 2]].some(
      (noun) =>
        noun !== undefined &&
        ['NOUN', 'PROPN'].includes(noun.upos) &&
        childrenBy(tree, noun.index, 'amod').some(
          (word) => word.xpos === 'JJS' || COMPARED.has(word.lemma.toLowerCase()),
        ),
    )
  )
}

const BREAKS = new Set([';', ':', '--', '–', '—', '-'])

/**
 * "It was filed in London, but on Monday the parties agreed": a time behind the word or mark that opens a clause, and in
 * front of its subject, is of that clause, though the parser may hang it on the verb before.
 */
function clauseBehind(tree: Tree, { timex, top }: PlacedTimex): number | null {
  const head = tree.tokens[top.head]
  if (!head) return null
  if (head.index > timex.from) return relativeInFront(tree, timex.from, timex.to, head)
  let open = timex.from - 1
  while (open > head.index && tree.tokens[open]?.upos === 'ADP') open--
  const mark = tree.tokens[open]
  if (!mark || open <= head.index || !(mark.deprel === 'cc' || BREAKS.has(mark.text))) return null
  const verb = tree.tokens.find(
    (token) =>
      token.index > timex.to &&
      token.head === head.index &&
      ['conj', 'parataxis', 'advcl'].includes(relation(token)) &&
      childrenBy(tree, token.index, 'nsubj', 'csubj').some((subject) => subject.index >= timex.to),
  )
  return verb?.index ?? null
}

/** "The fire that destroyed the barn on Tuesday took two lives": right before the main verb it ends the clause in front. */
function relativeInFront(tree: Tree, from: number, to: number, verb: Token): number | null {
  const isNext = to === verb.index || childrenBy(tree, verb.index, 'aux').some((aux) => aux.index === to)
  const subject = childrenBy(tree, verb.index, 'nsubj').at(-1)
  if (!isNext || !subject || subject.index > from) return null
  const inside = childrenBy(tree, subject.index, 'acl').find((clause) => clause.index < from && isPredicate(clause))
  return inside?.index ?? null
}

const BOUNDING = new Set(['after', 'before', 'since', 'following', 'prior to', 'ahead of'])

/**
 * The first of an event's noun or a verb above an expression. What is told as before or after something dated, "after
 * the collapse of the bank in 2008", is not of that time but on one side of it.
 */
function climb(
  tree: Tree,
  placed: PlacedTimex,
  isEvent: (index: number) => boolean,
): { owner: number; placed: PlacedTimex } {
  const { top } = placed
  let preposition: string | null = null
  const found = (owner: Token) => ({
    owner: owner.index,
    placed: preposition ? { ...placed, preposition } : placed,
  })
  for (const token of ancestry(tree, top.index).slice(1)) {
    const ends =
      isEvent(token.index) ||
      isPredicate(token) ||
      token.deprel === 'root' ||
      childrenBy(tree, token.index, 'cop').length > 0
    const event = aimOf(tree, token, isEvent)
    if (event) return found(event)
    if (ends) {
      // "Was charged with murder Saturday": a deed stands beside the day of what is done about it.
      const verb = headOf(tree, token)
      return found(verb && relation(token) === 'obl' && LEGAL.has(verb.lemma) ? verb : token)
    }
    const over = prepositionOf(tree, token.index)
    const opens = childrenBy(tree, token.index, 'case').some((mark) => mark.index < placed.timex.from)
    if (over && opens && BOUNDING.has(over)) preposition = over
  }
  return found(top)
}
