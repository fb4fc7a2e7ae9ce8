import { precisionOf, type EventDate } from '@dateline/domain'
import type { Token } from '@dateline/english'
import { dateOfTimexes, type PlacedTimex } from './placed-times.ts'
import { ownersOf } from './time-owners.ts'
import { ancestry, childrenBy, clauseOf, headOf, isPredicate, prepositionOf, relation, type Tree } from './tree.ts'

const SPEECH = new Set(
  `say tell announce report add claim state declare warn note confirm explain argue insist stress acknowledge admit
  deny accuse allege predict suggest think believe hope know reveal show find urge call ask demand promise pledge vow
  threaten plan schedule expect agree decide propose order want quote write describe blame`.split(/\s+/),
)

/** Saying so does it: the day of "announced that he had been discharged" is that of the discharge. */
const PERFORMATIVE = new Set(['announce', 'decree', 'order', 'declare', 'rule', 'proclaim'])

/**
 * The clauses whose time is the time of a clause: itself, then what it hangs on as long as that tells of the same
 * occasion. A reported clause has not the time of the saying, a relative one not that of what it stands in.
 */
const isAbsolute = (tree: Tree, verb: Token): boolean =>
  childrenBy(tree, verb.index, 'aux').some((aux) => aux.text.toLowerCase() === 'having')

interface Occasion {
  clause: number
  /** Only times before the clause's verb count */
  leading: boolean
}

function clausesFor(tree: Tree, clause: number): Occasion[] {
  const chain: Occasion[] = [{ clause, leading: false }]
  let leading = false
  let at = tree.tokens[clause]
  for (let step = 0; at && step < 5; step++) {
    const head = headOf(tree, at)
    const kind = relation(at)
    if (!head || isAbsolute(tree, at)) break
    if (kind === 'conj' && isPredicate(head)) {
      // With a subject of its own it shares only what stands in front of both.
      leading ||= childrenBy(tree, at.index, 'nsubj').length > 0
      chain.push({ clause: head.index, leading })
    } else if (kind === 'ccomp' && isPredicate(head) && PERFORMATIVE.has(head.lemma))
      chain.push({ clause: head.index, leading })
    else if (kind === 'xcomp' && isPredicate(head) && !SPEECH.has(head.lemma))
      chain.push({ clause: head.index, leading })
    else if (kind === 'advcl' && isPredicate(head) && !SPEECH.has(head.lemma)) {
      const mark = childrenBy(tree, at.index, 'mark', 'advmod')[0]?.lemma.toLowerCase()
      if (mark && !['as', 'while', 'by', 'when', 'to', 'just'].includes(mark)) break
      // "Voted on Tuesday to remove him": the vote does it.
      if (mark === 'to' && at.xpos === 'VB' && head.lemma !== 'vote') break
      chain.push({ clause: head.index, leading })
    } else if (at.deprel === 'acl' && at.xpos === 'VBG') chain.push({ clause: clauseOf(tree, head.index), leading })
    else break
    at = head
  }
  return chain
}

/** Verbs that govern a clause without a time of their own kind: after "killing three", "as police fought", both hold. */
function clausesUnder(tree: Tree, clause: number): number[] {
  return tree.tokens
    .filter(
      (token) =>
        token.head === clause &&
        ((relation(token) === 'advcl' &&
          ['as', 'when', 'while', undefined].includes(
            childrenBy(tree, token.index, 'mark', 'advmod')[0]?.lemma.toLowerCase(),
          ) &&
          token.xpos !== 'VB') ||
          (token.deprel === 'conj' && isPredicate(token) && childrenBy(tree, token.index, 'nsubj').length === 0)),
    )
    .map((token) => token.index)
}

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
    if (preposition && ANCHORING.has(preposition)) return null
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
    if (verb && isPredicate(verb) && !OCCURS.has(verb.lemma)) return null
  }
  const clause = place.kind === 'verb' ? token.index : clauseOf(tree, token.index)
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
  }
  if (place.kind === 'verb')
    for (const down of clausesUnder(tree, token.index)) {
      const found = owned.get(down)
      if (found) return read(found, published)
    }
  return null
}

/** What an event does when it happens. */
const OCCURS = new Set(
  `kill wound injure happen occur begin start come end follow erupt break be hit strike continue last spread shake
  rock leave destroy damage devastate resume conclude open go flare rage explode cause trigger force prompt drag
  collapse fail sweep`.split(/\s+/),
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
