import type { Token } from '@dateline/english'
import type { PlacedTimex } from './placed-times.ts'
import { ancestry, childrenBy, isPredicate, prepositionOf, relation, type Tree } from './tree.ts'

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
    const within = ['ADJ', 'NOUN', 'PROPN', 'NUM'].includes(token.upos) || token.xpos === 'POS' || token.text === ','
    if (!within || isPredicate(token)) return null
  }
  return null
}

const BREAKS = new Set([';', ':', '--', '–', '—', '-'])

/**
 * "It was filed in London, but on Monday the parties agreed": a time behind the word or mark that opens a clause, and in
 * front of its subject, is of that clause, though the parser may hang it on the verb before.
 */
function clauseBehind(tree: Tree, { timex, top }: PlacedTimex): number | null {
  const head = tree.tokens[top.head]
  if (!head || head.index > timex.from) return null
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
    if (ends) return found(token)
    const over = prepositionOf(tree, token.index)
    const opens = childrenBy(tree, token.index, 'case').some((mark) => mark.index < placed.timex.from)
    if (over && opens && BOUNDING.has(over)) preposition = over
  }
  return found(top)
}
