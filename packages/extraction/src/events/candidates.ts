import { isEventType, type EventDate, type EventPlace, type EventType, type Realis, type Span } from '@dateline/domain'
import type { Token } from '@dateline/english'
import { attributesOf } from './attributes.ts'
import { quotationAt, type Scene } from './context.ts'
import { ownDate } from './own-date.ts'
import type { PlacedTimex } from './placed-times.ts'
import { isAhead } from './dates.ts'
import { evidenceOf, spanOf } from './evidence.ts'
import { participantsOf, type Role } from './participants.ts'
import { placeOf } from './places.ts'
import { nounReading } from './noun-realis.ts'
import { verbReading } from './realis.ts'
import { isPastVerb, isPerfectVerb } from './tense.ts'
import type { TriggerMatch } from './triggers.ts'
import { childrenBy, childrenOf, headOf, isPredicate, prepositionOf, relation, type Tree } from './tree.ts'

/** One telling of an event: what one word and its sentence say of it. */
export interface Candidate {
  type: EventType
  match: TriggerMatch
  sentence: number
  trigger: Span
  evidence: Span
  participants: readonly Role[]
  date: EventDate | null
  place: EventPlace | null
  attributes: Record<string, unknown>
  realis: Realis
  /** A word of its own says the realis, not a mere "not" or "may" */
  lexical: boolean
  /** "the vote", "this attack": speaks of something known */
  definite: boolean
  /** "another attack", "other clashes": something else than what was told before */
  distinct: boolean
  /** Told as a custom, in general, or with nothing that would pin it down */
  generic: boolean
  headline: boolean
  /** Index of the quotation that it stands in; -1 outside */
  quotation: number
  /** Other candidates of the sentence that tell of the same event by construction */
  sameAs: Candidate[]
}

const DEFINITE = new Set(['the', 'this', 'that', 'these', 'those', 'both'])
const DISTINCT = new Set([
  'another',
  'other',
  'new',
  'second',
  'third',
  'fresh',
  'separate',
  'further',
  'additional',
  'different',
  'subsequent',
  'previous',
  'earlier',
])

function isDefinite(tree: Tree, index: number): boolean {
  return childrenOf(tree, index).some(
    (child) => (child.deprel === 'det' && DEFINITE.has(child.lemma.toLowerCase())) || child.deprel === 'nmod:poss',
  )
}

const ELSE = new Set(['another', 'other', 'second', 'third', 'separate', 'different'])
const CAUSING = new Set(['prompt', 'trigger', 'provoke', 'spark', 'cause', 'precede'])

/** "Another attack", "a fresh protest", and what the event told so far gave rise to. */
function isDistinct(tree: Tree, token: Token, definite: boolean): boolean {
  const words = definite ? ELSE : DISTINCT
  if (childrenBy(tree, token.index, 'amod', 'det').some((child) => words.has(child.lemma.toLowerCase()))) return true
  const head = token.head < 0 ? undefined : tree.tokens[token.head]
  return token.deprel === 'obj' && head !== undefined && CAUSING.has(head.lemma)
}

export function candidateOf(
  scene: Scene,
  match: TriggerMatch,
  timexes: readonly PlacedTimex[],
  isEvent: (index: number) => boolean,
): Candidate {
  const { tree, token, trigger, kind } = match
  const headline = scene.parts[tree.index] === 'headline'
  const reading = kind === 'verb' ? verbReading(tree, token, headline) : nounReading(tree, token, headline)
  const participants = participantsOf(scene, match)
  const found = lasting(match, ownDate(match, timexes, isEvent, scene.published))
  const ahead = isAhead(found, scene.published)
  // What has happened is not dated from a day that is still to come: the parser hung it wrong.
  const date = ahead && kind === 'verb' && (isPastVerb(tree, token) || isPerfectVerb(tree, token)) ? null : found
  const place = placeOf(scene, match, participants, isEvent)
  const quotation = quotationAt(scene, token.start)
  const refused = trigger.refused && reading.realis === 'negated' && reading.lexical ? trigger.refused : null
  // A request or a threat that is rejected was made all the same.
  const made =
    kind === 'noun' && reading.realis === 'negated' && (trigger.type === 'request' || trigger.type === 'threat')
  // "Was without power": the words say by a "without" what did happen.
  const without = trigger.realis === 'actual' && reading.realis === 'negated' && !reading.lexical
  const told = trigger.realis && (reading.realis === 'actual' || without) ? trigger.realis : reading.realis
  const past = refused || made ? 'actual' : told
  // "The Nov. 8 election", "they meet on Monday": a day that is still to come says it where no word does.
  const realis = ahead && date && past === 'actual' ? 'future' : past
  const definite = kind !== 'verb' && isDefinite(tree, token.index)
  const distinct = isDistinct(tree, token, definite)
  const pinned = participants.length > 0 || date !== null || place !== null || (distinct && quotation < 0)
  const generic =
    isGeneral(match, date, participants.length > 0, quotation >= 0) ||
    (kind === 'verb' && PERSONAL.has(trigger.type) && participants.length === 0 && date === null && place === null) ||
    (reading.habitual && realis === 'actual' && !ACTS.has(trigger.type)) ||
    (trigger.weak && !pinned && !definite)
  return {
    type: trigger.type,
    match,
    sentence: tree.index,
    trigger: spanOf(scene, token.start, token.end),
    evidence: evidenceOf(scene, tree, token.index),
    participants,
    date,
    place,
    attributes: { ...attributesOf(scene, match), ...refused },
    realis,
    lexical: reading.lexical || trigger.realis !== null,
    definite,
    distinct,
    generic,
    headline,
    quotation,
    sameAs: [],
  }
}

/** Types of what somebody does or suffers: a verb that names nobody, no time and no place says nothing of it. */
const PERSONAL = new Set<EventType>(
  'attack arrest legal_action appointment resignation dismissal inauguration threat request diplomatic_meeting arms_transfer aid'
    .split(' ')
    .filter(isEventType),
)
const BEGINS = new Set(['begin', 'start', 'erupt', 'launch'])

/** "The offensive, which began 12 days ago": of a war only the beginning is dated, its end is open. */
function lasting({ trigger, tree, args }: TriggerMatch, date: EventDate | null): EventDate | null {
  const begun = args.support.some((verb) => BEGINS.has(tree.tokens[verb]?.lemma ?? ''))
  if (!date || trigger.type !== 'armed_conflict' || !begun || date.edtf.includes('/')) return date
  return { ...date, edtf: `${date.edtf}/..`, precision: 'interval' }
}

/** Told in the present tense as what somebody does now: "some now want", "the group demands". */
const ACTS = new Set<EventType>(['request', 'threat', 'statement'])
const OCCASION = new Set(
  'ceremony attempt bid wave spree series spate round result package deal victory win defeat'.split(' '),
)
const REMEMBRANCE = new Set(
  'anniversary commemoration memory remembrance memorial film movie book documentary novel museum exhibition history story lesson'.split(
    ' ',
  ),
)
const SPEAKING = new Set('say tell speak announce add note declare explain comment warn ask'.split(' '))

/**
 * Told of in passing and not as something that happens: the setting of a time ("before he left office"), what
 * something else is said to be ("was the worst riot"), kinds of things in a quote, the venue of words.
 */
function isGeneral(
  { kind, tree, token, trigger }: TriggerMatch,
  date: EventDate | null,
  acted: boolean,
  quoted: boolean,
): boolean {
  if (kind === 'verb') {
    // "striking protesters": it says which they are.
    if (token.deprel === 'amod' && token.xpos === 'VBG') return true
    const marks = childrenBy(tree, token.index, 'mark').map((mark) => mark.lemma.toLowerCase())
    return (
      date === null && relation(token) === 'advcl' && marks.some((mark) => ['before', 'until', 'since'].includes(mark))
    )
  }
  // "Was the worst riot", but not "was without power", "were on strike".
  if (childrenBy(tree, token.index, 'cop').length > 0 && prepositionOf(tree, token.index) === null) return true
  // "the sentencing phase", "a trial judge": it says what kind of thing something else is.
  const whole = token.deprel === 'compound' ? headOf(tree, token) : undefined
  // With a verb between the two it is none: "a 7.8 earthquake struck Nepal", read as a kind of Nepal.
  const between = whole ? tree.tokens.slice(token.index, whole.index) : []
  if (whole && !OCCASION.has(whole.lemma.toLowerCase()) && !between.some(({ upos }) => upos === 'VERB')) return true
  const bare = token.xpos === 'NNS' && childrenBy(tree, token.index, 'det', 'nmod:poss', 'nummod').length === 0
  if (bare && date === null && !acted && quoted) return true
  const head = headOf(tree, token)
  // "the anniversary of the march", "a film about the coup": what is told is the remembrance.
  if (head && relation(token) === 'nmod' && REMEMBRANCE.has(head.lemma.toLowerCase())) return true
  const venue =
    trigger.type === 'diplomatic_meeting' && relation(token) === 'obl' && head !== undefined && isPredicate(head)
  return venue && SPEAKING.has(head.lemma)
}
