import { edtfBounds, parseDay, precisionOf, type EventDate, type Span } from '@dateline/domain'
import type { Token } from '@dateline/english'
import { withPreposition, type TimexMention } from '../time/timexes.ts'
import type { Scene } from './context.ts'
import { ancestry, childrenBy, clauseOf, headOf, isPredicate, prepositionOf, relation, type Tree } from './tree.ts'

/** A time expression in its tree: the word that it hangs by, and the preposition in front of it. */
export interface PlacedTimex {
  timex: TimexMention
  /** The token of the expression whose head lies outside of it */
  top: Token
  preposition: string | null
}

const spanOf = ({ start, end, text }: TimexMention): Span => ({ start, end, text })

/** The time expressions of each sentence that date something, by sentence. */
export function placeTimexes(scene: Scene): ReadonlyMap<number, readonly PlacedTimex[]> {
  const bySentence = new Map<number, PlacedTimex[]>()
  for (const timex of scene.timexes) {
    const tree = scene.trees[timex.sentence]
    if (!tree || timex.from >= timex.to || !isDate(timex) || timex.start < scene.filing) continue
    const inside = tree.tokens.slice(timex.from, timex.to)
    const top = inside.find((token) => token.head < timex.from || token.head >= timex.to) ?? inside[0]
    if (!top) continue
    const preposition = wordBefore(tree, timex.from) ?? prepositionOf(tree, top.index)
    const placed = { timex, top, preposition }
    bySentence.set(timex.sentence, [...(bySentence.get(timex.sentence) ?? []), placed])
  }
  return bySentence
}

/** A mere time of day ("at 1800", "0000 GMT") is of a day that other words name. */
function isDate({ kind, text, value }: TimexMention): boolean {
  if (kind === 'DATE') return true
  return (
    kind === 'TIME' &&
    !(
      /T\d/.test(value) &&
      !/[a-z]*day\b|night|morning|evening|noon|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i.test(text)
    )
  )
}

const BEFORE = new Set(['until', 'till', 'since', 'before', 'after', 'by', 'from', 'through'])
function wordBefore(tree: Tree, from: number): string | null {
  const word = tree.tokens[from - 1]?.text.toLowerCase()
  return word && BEFORE.has(word) ? word : null
}

/** What a time expression hangs on: the first of an event's noun or a verb above it. */
function ownerOf(tree: Tree, top: Token, isEvent: (index: number) => boolean): number {
  for (const token of ancestry(tree, top.index).slice(1)) {
    if (isEvent(token.index)) return token.index
    if (isPredicate(token)) return token.index
    const copula = childrenBy(tree, token.index, 'cop').length > 0
    if (copula || token.deprel === 'root') return token.index
  }
  return top.index
}

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
      if (mark === 'to' && at.xpos === 'VB') break
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
  const owned = new Map<number, PlacedTimex[]>()
  for (const placed of timexes) {
    const owner = ownerOf(tree, placed.top, isEvent)
    owned.set(owner, [...(owned.get(owner) ?? []), placed])
  }
  const own = owned.get(token.index)
  if (own) return read(own, published)
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
      relation(token) !== 'obj' &&
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

function widthOf(edtf: string): number {
  const bounds = edtfBounds(edtf)
  const [from, to] = [parseDay(bounds?.earliest ?? ''), parseDay(bounds?.latest ?? '')]
  return from === null || to === null ? Infinity : to - from
}

function read(placed: readonly PlacedTimex[], published: string | null): EventDate | null {
  const dated = placed
    .map((one) => ({ one, edtf: edtfOf(one, published) }))
    .filter((pair): pair is { one: PlacedTimex; edtf: string } => pair.edtf !== null)
  dated.sort((a, b) => widthOf(a.edtf) - widthOf(b.edtf) || a.one.timex.start - b.one.timex.start)
  const best = dated[0]
  if (!best) return null
  const { timex } = best.one
  return {
    edtf: best.edtf,
    precision: precisionOf(best.edtf),
    basis: timex.value === 'PRESENT_REF' ? 'publication' : timex.anchor === 'explicit' ? 'explicit' : 'relative',
    expression: spanOf(timex),
  }
}

function edtfOf({ timex, preposition }: PlacedTimex, published: string | null): string | null {
  if (timex.value === 'PRESENT_REF') return published
  if (timex.edtf === null || timex.edtf === 'unknown') return null
  return preposition ? withPreposition(timex.edtf, preposition) : timex.edtf
}
