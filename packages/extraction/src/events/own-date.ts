import { precisionOf, type EventDate } from '@dateline/domain'
import type { Token } from '@dateline/english'
import { dateOfTimexes, type PlacedTimex } from './placed-times.ts'
import { clausesFor, clausesUnder, LEGAL, SPEECH } from './occasions.ts'
import { ownersOf, type Owned } from './time-owners.ts'
import { isPastVerb } from './tense.ts'
import { ancestry, childrenBy, clauseOf, headOf, isPredicate, prepositionOf, relation, type Tree } from './tree.ts'

/**
 * "Since 2017, when a general was killed", "this week, when police confirmed that a man had died": what a clause with
 * "when" tells is of the time that it stands behind, what it reports at least of the same week, month or year.
 */
function whenOf(tree: Tree, token: Token, timexes: readonly PlacedTimex[]): PlacedTimex | null {
  let reported = false
  for (const verb of ancestry(tree, clauseOf(tree, token.index)).slice(0, 4)) {
    const when = childrenBy(tree, verb.index, 'advmod', 'mark').find((mark) => mark.lemma.toLowerCase() === 'when')
    if (when) {
      const before = tree.tokens[when.index - 1]?.text === ',' ? when.index - 1 : when.index
      const found = timexes.find(({ timex }) => timex.to === before)
      return found && (!reported || isCoarse(found)) ? { ...found, preposition: null } : null
    }
    const kind = relation(verb)
    if (kind !== 'ccomp' && kind !== 'conj' && kind !== 'xcomp') return null
    reported ||= kind === 'ccomp'
  }
  return null
}

/** Of a week or more */
const isCoarse = ({ timex: { edtf } }: PlacedTimex): boolean => edtf !== null && precisionOf(edtf) !== 'day'

export interface TriggerPlace {
  tree: Tree
  token: Token
  kind: 'verb' | 'noun' | 'adjective'
}

/** The date that the sentence itself gives an event, null where it gives none. */
export function ownDate(
  place: TriggerPlace,
  timexes: readonly PlacedTimex[],
  isEvent: (index: number) => boolean,
  published: string | null,
): EventDate | null {
  const { tree, token } = place
  if (timexes.length === 0) return null
  const owned = ownersOf(tree, timexes, isEvent)
  const read = dateOfTimexes
  const own = owned.get(token.index)
  if (own) return read(own, published)
  const named = whenOf(tree, token, timexes)
  if (named) return read([named], published)
  if (place.kind !== 'verb' && isChargedWith(tree, token)) return null
  if (place.kind !== 'verb' && relation(token) !== 'root') {
    // Nouns between the event and its clause: "the victory in last week's election".
    for (const up of ancestry(tree, token.index).slice(1)) {
      if (isPredicate(up)) break
      const found = owned.get(up.index)
      if (found && relation(up) !== 'acl') return read(found, published)
    }
    for (const down of childrenBy(tree, token.index, 'acl')) {
      const found = owned.get(down.index)
      if (found) return read(found, published)
    }
    const head = headOf(tree, token)
    const preposition = prepositionOf(tree, token.index)
    if (preposition && ANCHORING.has(preposition) && verbBehind(tree, token) === null) return null
    if (
      relation(token) === 'nmod' &&
      head &&
      head.upos === 'NOUN' &&
      !isEvent(head.index) &&
      preposition !== 'of' &&
      preposition !== 'in'
    )
      return null
  }
  if (place.kind !== 'verb' && token.deprel === 'nsubj') {
    // "Russia's foray took a heavy toll this week": the time is of the toll.
    const verb = headOf(tree, token)
    if (verb && isPredicate(verb) && !occurs(tree, verb)) return null
  }
  const clause = place.kind === 'verb' ? token.index : (verbBehind(tree, token) ?? clauseOf(tree, token.index))
  for (const { clause: up, leading } of clausesFor(tree, clause)) {
    const head = tree.tokens[up]
    if (
      place.kind !== 'verb' &&
      up === clause &&
      head &&
      SPEECH.has(head.lemma) &&
      !['obj', 'iobj'].includes(relation(token)) &&
      token.deprel !== 'nsubj:pass'
    )
      continue
    const found = owned.get(up)?.filter(({ top }) => !leading || top.index < up)
    if (found && found.length > 0) return read(found, published)
    // "Riots killed three and engulfed the city on Monday, as crowds burnt shops": the day is of both verbs.
    if (up !== clause && !leading)
      for (const sibling of childrenBy(tree, up, 'conj')) {
        const shared = owned.get(sibling.index)
        if (shared && childrenBy(tree, sibling.index, 'nsubj').length === 0) return read(shared, published)
      }
  }
  if (place.kind === 'verb')
    for (const down of clausesUnder(tree, token.index)) {
      const found = owned.get(down)
      if (found) return read(found, published)
    }
  const only = dayOfSentence(tree, clause, timexes, owned)
  return only && read([only], published)
}

/**
 * "A warship foiled an attack on vessels crossing the gulf on Friday": the one day that a sentence names is of its main
 * clause, though the parser hangs it on a participle or a noun within.
 */
function dayOfSentence(tree: Tree, clause: number, timexes: readonly PlacedTimex[], owned: Owned): PlacedTimex | null {
  const [only] = timexes
  const root = tree.tokens.find((token) => token.head < 0)
  if (!only || timexes.length > 1 || isCoarse(only) || !root || !isPastVerb(tree, root) || SPEECH.has(root.lemma))
    return null
  if (LEGAL.has(root.lemma) || !clausesFor(tree, clause).some((occasion) => occasion.clause === root.index)) return null
  const [holder] = [...owned].find(([, placed]) => placed.some(({ timex }) => timex === only.timex)) ?? []
  const token = holder === undefined ? undefined : tree.tokens[holder]
  if (!token || childrenBy(tree, token.index, 'aux', 'cop', 'mark', 'nsubj').length > 0) return null
  const within = ancestry(tree, token.index).every((up) => !FINITE.has(up.deprel) && !isBounded(tree, up))
  const low = token.upos !== 'VERB' || token.xpos === 'VBG' || token.xpos === 'VBN'
  return within && low && token.index !== root.index ? only : null
}

const FINITE = new Set(['ccomp', 'acl:relcl', 'advcl', 'parataxis'])
const isBounded = (tree: Tree, token: Token): boolean => ANCHORING.has(prepositionOf(tree, token.index) ?? '')

/** "After a fire broke out on Friday": the noun is the subject of the verb behind it, whatever the parser says. */
function verbBehind(tree: Tree, token: Token): number | null {
  const next = tree.tokens[token.index + 1]
  const isFree = next?.xpos === 'VBD' && next.head === token.head && childrenBy(tree, next.index, 'nsubj').length === 0
  return isFree && relation(token) === 'obl' ? next.index : null
}

/** "Was charged on Saturday with one count of murder": the day is that of the charge. */
function isChargedWith(tree: Tree, token: Token): boolean {
  const path = ancestry(tree, token.index)
  const at = path.findIndex(isPredicate)
  const [verb, noun] = [path[at], path[at - 1]]
  return verb !== undefined && noun !== undefined && LEGAL.has(verb.lemma) && relation(noun) === 'obl'
}

/** "The vote took place on Sunday" says when it was; "the war took its toll on Sunday" does not. */
function occurs(tree: Tree, verb: Token): boolean {
  const takesPlace = verb.lemma === 'take' && childrenBy(tree, verb.index, 'obj').some(({ lemma }) => lemma === 'place')
  return takesPlace || OCCURS.has(verb.lemma)
}

/** What an event does when it happens. */
const OCCURS = new Set(
  `kill wound injure happen occur begin start come end follow erupt break be hit strike continue last spread shake
  rock leave destroy damage devastate resume conclude open go flare rage explode cause trigger force prompt drag
  collapse fail draw attract sweep slam pound lash batter pummel tear rip roar barrel inundate submerge jolt rattle ravage flatten`.split(
    /\s+/,
  ),
)

/** Under these a noun is where other things are dated from, and not dated with them. */
export const ANCHORING = new Set([
  'after',
  'before',
  'since',
  'until',
  'following',
  'prior to',
  'ahead of',
  'despite',
  'because of',
  'due to',
  'over',
  'about',
])
