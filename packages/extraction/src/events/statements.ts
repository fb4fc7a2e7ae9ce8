import { precisionOf, type ExtractedEvent, type Span } from '@dateline/domain'
import type { ActorMention } from '../actors/types.ts'
import type { Candidate } from './candidates.ts'
import { statementConfidence } from './confidence.ts'
import type { Scene } from './context.ts'
import { UNDATED } from './dates.ts'
import type { PlacedTimex } from './placed-times.ts'
import type { Cluster } from './merge.ts'
import { startingIn, touching } from './ordered.ts'
import { placeOfWords } from './places.ts'
import { targetsOf } from './targets.ts'
import { dateStatements } from './statement-dates.ts'
import { toneOf } from './tone.ts'
import { continues, join, speechOf, speechOfFrame, type Speech } from './speech.ts'

export interface Known {
  candidates: readonly Candidate[]
  clusters: readonly Cluster[]
  timexes: ReadonlyMap<number, readonly PlacedTimex[]>
  /** Words that tell of other events, as `sentence:token` */
  deeds: ReadonlySet<string>
}

/** The statements of a document: attributions that are speech acts, and speech acts without reported words. */
export function statementsOf(scene: Scene, known: Known): ExtractedEvent[] {
  const said = scene.attributions
    .map((attribution) => speechOf(scene, attribution))
    .filter((speech) => speech !== null)
    .filter((speech) => !isDeed(speech, known.deeds))
  const acts = known.candidates.map((candidate) => speechOfFrame(scene, candidate)).filter((speech) => speech !== null)
  const all = [...said, ...acts.filter((act) => !said.some((speech) => covers(speech, act)))]
  all.sort((a, b) => a.trigger.start - b.trigger.start)
  const speeches: Speech[] = []
  for (const speech of all) {
    const before = speeches.at(-1)
    if (before && continues(scene, before, speech)) join(before, speech)
    else speeches.push(speech)
  }
  speeches.forEach((speech, index) => aim(scene, speech, speeches[index - 1]))
  dateStatements(scene, speeches, known)
  const tellings = tellingsOf(known.clusters)
  return speeches.map((speech) => statementOf(scene, speech, tellings))
}

/** "agreed to lend", "attacked the village": the word is the deed of another event, and there are no others. */
const isDeed = ({ quotes, sentence, token }: Speech, deeds: ReadonlySet<string>): boolean =>
  quotes.length === 0 && deeds.has(`${sentence}:${token}`)

/** Who praises, blames or urges whom, as far as the cue does not say so. */
function aim(scene: Scene, speech: Speech, before: Speech | undefined): void {
  if (speech.stance === 'neutral') speech.stance = toneOf(scene, speech)
  if (speech.targets.length > 0) return
  speech.targets = targetsOf(scene, speech)
  // What a speaker goes on to say is aimed at the same.
  const goesOn = before && before.speaker.id === speech.speaker.id && speech.sentence - before.last <= 2
  if (speech.targets.length === 0 && goesOn && speech.stance !== 'neutral' && speech.stance === before.stance)
    speech.targets = [...before.targets]
}

/** The same words: one cue, or the act within the sentence of a statement by the same speaker. */
function covers(speech: Speech, act: Speech): boolean {
  if (speech.sentence !== act.sentence && speech.last !== act.sentence) return false
  const overlap = speech.trigger.start < act.trigger.end && act.trigger.start < speech.trigger.end
  return (
    overlap ||
    speech.spans.some((span) => span.start <= act.trigger.start && act.trigger.end <= span.end) ||
    (speech.token === act.token && speech.sentence === act.sentence)
  )
}

function evidenceOf(scene: Scene, { spans }: Speech): Span[] {
  const [from, to] = boundsOf(spans)
  return touching(scene.parsed.sentences, from, to)
    .filter(({ start, end }) => spans.some((span) => span.start < end && start < span.end))
    .map(({ start, end }) => ({ start, end, text: scene.parsed.text.slice(start, end) }))
}

/** The office or body that a speaker speaks for: "president, Kazakhstan", "Access Now"; a body speaks for itself. */
function affiliationOf(scene: Scene, speaker: ActorMention): string | null {
  if (speaker.kind !== 'person') return speaker.kind === 'group' ? null : speaker.name
  const [post] = scene.actors.info(speaker.id)?.offices ?? []
  const office = speaker.office ?? post?.office ?? null
  const body = speaker.affiliation ?? post?.of ?? null
  const name = body ? (scene.actors.info(body)?.name ?? null) : null
  return [office, name].filter(Boolean).join(', ') || null
}

/** Where an event is told, and its place among the events. */
interface Telling {
  start: number
  rank: number
  type: string
}

const tellingsOf = (clusters: readonly Cluster[]): Telling[] =>
  clusters
    .flatMap(({ type, members }, rank) => members.map(({ trigger }) => ({ start: trigger.start, rank, type })))
    .sort((a, b) => a.start - b.start)

const boundsOf = (spans: readonly Span[]): [from: number, to: number] => [
  Math.min(...spans.map((span) => span.start)),
  Math.max(...spans.map((span) => span.end)),
]

/** What the words are about: an event that they tell or name, else an actor in them. */
function aboutOf(scene: Scene, speech: Speech, tellings: readonly Telling[]): string | null {
  const inside = (offset: number) => speech.spans.some((span) => span.start <= offset && offset < span.end)
  const [from, to] = boundsOf(speech.spans)
  const [told] = startingIn(tellings, from, to)
    .filter(({ start }) => inside(start))
    .sort((a, b) => a.rank - b.rank)
  if (told) return told.type
  const actor = startingIn(scene.actors.mentions, from, to).find(
    (mention) => inside(mention.start) && mention.id !== speech.speaker.id && mention.via !== 'pronoun',
  )
  return speech.targets[0]?.id ?? actor?.id ?? null
}

function statementOf(scene: Scene, speech: Speech, tellings: readonly Telling[]): ExtractedEvent {
  const participant = (role: string) => (mention: ActorMention) => ({
    role,
    actor: mention.id,
    mention: { start: mention.start, end: mention.end, text: mention.text },
  })
  const date = speech.date ?? UNDATED
  return {
    type: 'statement',
    trigger: speech.trigger,
    evidence: evidenceOf(scene, speech),
    date: { ...date, precision: precisionOf(date.edtf) },
    participants: [
      ...[speech.speaker, ...speech.others].map(participant('speaker')),
      ...speech.targets.map(participant('target')),
    ],
    place: placeOfWords(scene, speech.sentence, speech.token),
    attributes: {
      speaker: speech.speaker.id,
      affiliation: affiliationOf(scene, speech.speaker),
      mode: speech.mode,
      quote: speech.quotes.length > 0 ? speech.quotes.map((quote) => quote.text) : null,
      about: aboutOf(scene, speech, tellings),
      stance: speech.stance,
      act: speech.act,
      venue: speech.venue?.text ?? null,
    },
    realis: 'actual',
    assertedBy: null,
    confidence: statementConfidence(speech),
  }
}
