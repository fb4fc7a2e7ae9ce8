import type { EventDate, EventPlace, EventType, Realis, Span } from '@dateline/domain'
import type { ActorMention } from '../actors/types.ts'
import type { Paths } from '../frames/lexicon.ts'
import { attributesOf } from './attributes.ts'
import { casualtiesOf, type Casualty } from './casualties.ts'
import { quotationAt, type Scene } from './context.ts'
import { ownDate, type PlacedTimex } from './dates.ts'
import { placeOf } from './places.ts'
import { nounReading, verbReading } from './realis.ts'
import { contentHead, matchTriggers, type TriggerMatch } from './triggers.ts'
import {
  ancestry,
  childrenBy,
  childrenOf,
  clauseOf,
  isPredicate,
  relation,
  stretch,
  subtreeOf,
  type Tree,
} from './tree.ts'

export interface Role {
  role: string
  mention: ActorMention
}

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

export function participantsOf(scene: Scene, match: TriggerMatch, paths: Paths = match.trigger.roles): Role[] {
  const found: Role[] = []
  for (const { name, alternatives } of paths) {
    for (const slots of alternatives) {
      const roles = slots.flatMap((slot) =>
        (match.args.slots.get(slot) ?? []).flatMap((index) => roleAt(scene, match, name, index)),
      )
      const fresh = roles.filter(({ mention }) => !found.some((other) => other.mention.id === mention.id))
      if (fresh.length === 0) continue
      for (const role of fresh) if (!found.some((other) => other.mention.id === role.mention.id)) found.push(role)
      break
    }
  }
  return found
}

function roleAt(scene: Scene, match: TriggerMatch, role: string, index: number): Role[] {
  const { tree, trigger } = match
  const mention = scene.actors.actorOf(tree.index, index) ?? scene.actors.actorOf(tree.index, contentHead(tree, index))
  if (!mention || mention.kind === 'place') return []
  const filler = trigger.frame.fillers.get(role)
  if (filler && !filler.any && !filler.kinds.has(mention.kind)) return []
  if (mention.media && role !== 'target' && role !== 'victim' && role !== 'affected') return []
  return [{ role, mention }]
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

function spanOf(scene: Scene, from: number, to: number): Span {
  return { start: from, end: to, text: scene.parsed.text.slice(from, to) }
}

const EVIDENCE_LIMIT = 400

/** The clause that tells of the event; the whole sentence where that is short or the clause is the main one. */
function evidenceOf(scene: Scene, tree: Tree, index: number): Span {
  const { sentence } = tree
  let clause = clauseOf(tree, index)
  // A participle or an infinitive alone says too little: what it hangs on belongs to it.
  for (let token = tree.tokens[clause]; token && token.head >= 0; token = tree.tokens[clause]) {
    if (
      relation(token) === 'xcomp' ||
      (relation(token) === 'acl' && token.deprel !== 'acl:relcl') ||
      (relation(token) === 'advcl' && token.xpos === 'VBG')
    )
      clause = clauseOf(tree, token.head)
    else break
  }
  const whole = spanOf(scene, sentence.start, sentence.end)
  if (sentence.end - sentence.start <= EVIDENCE_LIMIT / 2) return whole
  const found = stretch(tree, subtreeOf(tree, clause))
  const own = tree.tokens[index]
  if (!found || !own || found.start > own.start || found.end < own.end)
    return whole.text.length <= EVIDENCE_LIMIT
      ? whole
      : spanOf(scene, own?.start ?? sentence.start, own?.end ?? sentence.end)
  return spanOf(scene, found.start, found.end)
}

function candidateOf(
  scene: Scene,
  match: TriggerMatch,
  timexes: readonly PlacedTimex[],
  isEvent: (index: number) => boolean,
): Candidate {
  const { tree, token, trigger, kind } = match
  const headline = scene.parts[tree.index] === 'headline'
  const reading = kind === 'verb' ? verbReading(tree, token, headline) : nounReading(tree, token, headline)
  const participants = participantsOf(scene, match)
  const date = ownDate(match, timexes, isEvent, scene.published)
  const place = placeOf(scene, match, isEvent)
  const quotation = quotationAt(scene, token.start)
  const refused = trigger.refused && reading.realis === 'negated' && reading.lexical ? trigger.refused : null
  const realis = refused ? 'actual' : trigger.realis && reading.realis === 'actual' ? trigger.realis : reading.realis
  const definite = kind !== 'verb' && isDefinite(tree, token.index)
  const distinct = childrenBy(tree, token.index, 'amod', 'det').some((child) => DISTINCT.has(child.lemma.toLowerCase()))
  const pinned = participants.length > 0 || date !== null || place !== null
  const barePlural =
    kind === 'noun' && token.xpos === 'NNS' && !childrenBy(tree, token.index, 'det', 'nmod:poss', 'nummod').length
  const background =
    kind === 'verb' &&
    date === null &&
    relation(token) === 'advcl' &&
    childrenBy(tree, token.index, 'mark').some((mark) =>
      ['before', 'until', 'since'].includes(mark.lemma.toLowerCase()),
    )
  const generic =
    background ||
    (kind === 'verb' && reading.habitual && realis === 'actual') ||
    (trigger.weak && !pinned && !definite) ||
    (barePlural && date === null && participants.length === 0 && quotation >= 0)
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

/** Whether the one's word is an argument, a support verb or a coordinate telling of the other. */
function linked(a: Candidate, b: Candidate): boolean {
  const { tree, token } = a.match
  const other = b.match.token
  if (a.match.args.support.includes(other.index)) return true
  for (const [slot, values] of a.match.args.slots) {
    if (['after', 'before', 'since', 'following', 'prior to', 'despite', 'until'].includes(slot)) continue
    if (slot !== 'comp' && values.includes(other.index)) return true
  }
  if (token.deprel === 'conj' && token.head === other.index && !isPredicate(token)) return true
  // "exploded, killing three": the participle tells on.
  if (relation(token) === 'advcl' && token.xpos === 'VBG' && token.head === other.index) return true
  return ancestry(tree, token.index)[1]?.index === other.index && token.deprel === 'compound'
}

/** "hurled petrol bombs", "fought running battles": the noun is what the verb is done with and no event beside it. */
const ABSORBED: Readonly<Partial<Record<EventType, readonly EventType[]>>> = {
  unrest: ['attack', 'armed_conflict', 'protest'],
  armed_conflict: ['attack'],
  crackdown: ['attack'],
}

function absorbs(verb: Candidate, noun: Candidate): boolean {
  if (verb.match.kind !== 'verb' || noun.match.kind === 'verb' || !ABSORBED[verb.type]?.includes(noun.type))
    return false
  const { slots } = verb.match.args
  return ['obj', 'with', 'by'].some((slot) => slots.get(slot)?.includes(noun.match.token.index))
}

const HOSTS = new Set<EventType>(['attack', 'unrest', 'disaster', 'armed_conflict', 'crackdown', 'protest'])
const KILLS = new Set('kill wound injure murder slay shoot'.split(' '))

/** The event of the sentence that took the lives: the one that is an argument of the verb, around it, or within it. */
function hostOf(casualty: Casualty, candidates: readonly Candidate[]): Candidate | null {
  const hosts = candidates.filter((candidate) => HOSTS.has(candidate.type))
  const { token } = casualty
  const nouns = hosts.filter((host) => host.match.kind === 'noun')
  const bound =
    nouns.find((host) => host.match.args.support.includes(token.index)) ??
    nouns.find((host) => relation(host.match.token) !== 'root' && host.match.token.head === token.index)
  if (bound) return bound
  const own = hosts.find((host) => host.match.token.index === token.index)
  const around = hosts.find(
    (host) =>
      host !== own &&
      ancestry(host.match.tree, token.index)
        .slice(1, 4)
        .some((up) => up.index === host.match.token.index),
  )
  if (around) return around
  const within = hosts.find(
    (host) =>
      host !== own &&
      ancestry(host.match.tree, host.match.token.index)
        .slice(1, 4)
        .some((up) => up.index === token.index),
  )
  return within ?? own ?? null
}

function addLoss(candidate: Candidate, { loss, quantity }: Casualty): void {
  if (!candidate.match.trigger.frame.frame.casualties?.includes(loss)) return
  const known = candidate.attributes[loss] as { value: number } | undefined
  if (!known || quantity.value > known.value) candidate.attributes[loss] = quantity
}

/** All tellings of events in one sentence, those that are one event by construction tied together. */
export function candidatesOf(scene: Scene, tree: Tree, timexes: readonly PlacedTimex[]): Candidate[] {
  const matches = tree.tokens.flatMap((token) => matchTriggers(tree, token, scene.actors))
  const at = new Set(matches.filter((match) => match.kind === 'noun').map((match) => match.token.index))
  const isEvent = (index: number) => at.has(index)
  let candidates = matches.map((match) => candidateOf(scene, match, timexes, isEvent))
  candidates = candidates.filter((one) => !candidates.some((other) => absorbs(other, one)))
  for (const casualty of casualtiesOf(tree)) {
    const host = hostOf(casualty, candidates)
    const killing = candidates.find(
      (candidate) => candidate.match.token.index === casualty.token.index && candidate.type === 'attack',
    )
    if (!host) continue
    addLoss(host, casualty)
    if (killing && killing !== host) {
      if (host.type === 'attack') tie(killing, host)
      // "killed in the quake", "died in clashes": the deaths are the other event's and no attack of their own.
      else if (KILLS.has(casualty.token.lemma) && host.match.kind === 'noun')
        candidates = candidates.filter((candidate) => candidate !== killing)
    }
  }
  for (const a of candidates) for (const b of candidates) if (a !== b && a.type === b.type && linked(a, b)) tie(a, b)
  return candidates
}

function tie(a: Candidate, b: Candidate): void {
  if (!a.sameAs.includes(b)) a.sameAs.push(b)
  if (!b.sameAs.includes(a)) b.sameAs.push(a)
}
