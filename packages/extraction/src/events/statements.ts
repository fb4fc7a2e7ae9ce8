import { parseDay, edtfBounds, precisionOf, type EventDate, type ExtractedEvent, type Span } from '@dateline/domain'
import type { ActorMention } from '../actors/types.ts'
import { dateByEvent } from './anchors.ts'
import type { Candidate } from './candidates.ts'
import { statementConfidence } from './confidence.ts'
import type { Scene } from './context.ts'
import { byPublication, publishedDate, UNDATED, until } from './dates.ts'
import { ownDate, type PlacedTimex } from './own-date.ts'
import type { Cluster } from './merge.ts'
import { targetsOf } from './targets.ts'
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
  const day = dayOfNews(scene, known.clusters, known.timexes)
  let previous: Speech | null = null
  for (const speech of speeches) {
    speech.date =
      dateOf(scene, speech, known.timexes.get(speech.sentence) ?? []) ??
      eventDate(scene, speech, known.clusters) ??
      inheritedDate(scene, speech, previous) ??
      defaultDate(scene, speech, day)
    previous = speech
  }
  return speeches.map((speech) => statementOf(scene, speech, known.clusters))
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

function dateOf(scene: Scene, speech: Speech, timexes: readonly PlacedTimex[]): EventDate | null {
  const tree = scene.trees[speech.sentence]
  const token = speech.token === null ? undefined : tree?.tokens[speech.token]
  if (!tree || !token) return null
  const quoted = (offset: number) => scene.parsed.quotations.some((q) => q.innerStart <= offset && offset < q.innerEnd)
  const outside = timexes.filter(({ timex }) => !quoted(timex.start))
  return ownDate({ tree, token, kind: token.upos === 'VERB' ? 'verb' : 'noun' }, outside, () => false, scene.published)
}

/** "Prior to the election, the group accused …" */
function eventDate(scene: Scene, { sentence, token }: Speech, clusters: readonly Cluster[]): EventDate | null {
  const tree = scene.trees[sentence]
  const cue = token === null ? undefined : tree?.tokens[token]
  return tree && cue ? dateByEvent(scene, tree, cue, clusters) : null
}

/** What the same speaker says next, in the same paragraph or the one after, is said on the same occasion. */
function inheritedDate(scene: Scene, speech: Speech, previous: Speech | null): EventDate | null {
  if (!previous?.date || previous.speaker.id !== speech.speaker.id || previous.date.edtf === 'unknown') return null
  const tense = tenseOf(scene, speech)
  const told = tense === 'past' || (tense === 'present' && speech.quotes.length > 0)
  return speech.sentence - previous.last <= 2 && told ? { ...previous.date, basis: 'inherited' } : null
}

type Tense = 'past' | 'perfect' | 'present' | 'none'

function tenseOf(scene: Scene, { sentence, token }: Speech): Tense {
  const tree = scene.trees[sentence]
  const cue = token === null ? undefined : tree?.tokens[token]
  if (!tree || !cue) return 'past'
  if (cue.upos !== 'VERB') return cue.upos === 'NOUN' ? 'none' : 'past'
  const helper = (tree.children[cue.index] ?? []).find((child) => child.deprel === 'aux' && child.lemma === 'have')
  if (helper) return helper.xpos === 'VBD' ? 'past' : 'perfect'
  if (cue.xpos === 'VBZ' || cue.xpos === 'VBP') return 'present'
  return 'past'
}

interface News {
  /** The first and the last day on which the report's undated words can have been said */
  date: EventDate
}

const LEAD = 4
/** How long after an event a report about it is still news. */
const NEWS_DAYS = 21

/**
 * When the undated words of a report were said: on the day of publication where its first lines tell of that day,
 * else between the event that it is about and publication; null where neither is known to the day.
 */
function dayOfNews(scene: Scene, clusters: readonly Cluster[], timexes: Known['timexes']): News | null {
  const { published } = scene
  const today = parseDay(published ?? '')
  if (!published || today === null) return null
  const first = scene.parts.indexOf('body')
  const lead = [...timexes].filter(([sentence]) => sentence < first + LEAD).flatMap(([, placed]) => placed)
  const ofToday = lead.some(
    ({ timex }) => timex.edtf === published && timex.anchor === 'relative' && timex.value !== 'PRESENT_REF',
  )
  if (ofToday || clusters.some(({ date }) => date?.basis === 'publication' && date.precision === 'day'))
    return { date: publishedDate(published) }
  const recent = clusters.filter(({ date, realis }) => {
    const bounds = date && edtfBounds(date.edtf)
    const [from, to] = [parseDay(bounds?.earliest ?? ''), parseDay(bounds?.latest ?? '')]
    return (
      from !== null &&
      from === to &&
      from <= today &&
      today - from <= NEWS_DAYS &&
      (realis === 'actual' || realis === 'ongoing')
    )
  })
  const main = recent.reduce<Cluster | null>(
    (best, one) => (best && best.members.length >= one.members.length ? best : one),
    null,
  )
  const from = (main?.date && edtfBounds(main.date.edtf)?.earliest) ?? latestDay(timexes, today)
  return from ? { date: until(from, published, main?.date?.expression ?? null) } : null
}

/** The last day before publication that the report names. */
function latestDay(timexes: Known['timexes'], today: number): string | null {
  const days = [...timexes.values()]
    .flat()
    .map(({ timex }) => ({ day: parseDay(timex.edtf ?? ''), text: (timex.edtf ?? '').replace(/[~?%]$/, '') }))
    .filter(({ day, text }) => text.length === 10 && day !== null && day < today && today - day <= NEWS_DAYS)
  return days.reduce<string | null>((last, { text }) => (last === null || text > last ? text : last), null)
}

function defaultDate(scene: Scene, speech: Speech, day: News | null): EventDate {
  const tense = tenseOf(scene, speech)
  if (tense === 'perfect' && scene.published) return byPublication(scene.published)
  return day && tense === 'past' ? day.date : UNDATED
}

function evidenceOf(scene: Scene, { spans }: Speech): Span[] {
  return scene.parsed.sentences
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

/** What the words are about: an event that they tell or name, else an actor in them. */
function aboutOf(scene: Scene, speech: Speech, clusters: readonly Cluster[]): string | null {
  const inside = (offset: number) => speech.spans.some((span) => span.start <= offset && offset < span.end)
  const told = clusters.find(({ members }) => members.some(({ trigger }) => inside(trigger.start)))
  if (told) return told.type
  const actor = scene.actors.mentions.find(
    (mention) => inside(mention.start) && mention.id !== speech.speaker.id && mention.via !== 'pronoun',
  )
  return speech.targets[0]?.id ?? actor?.id ?? null
}

function statementOf(scene: Scene, speech: Speech, clusters: readonly Cluster[]): ExtractedEvent {
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
    place: null,
    attributes: {
      speaker: speech.speaker.id,
      affiliation: affiliationOf(scene, speech.speaker),
      mode: speech.mode,
      quote: speech.quotes.length > 0 ? speech.quotes.map((quote) => quote.text) : null,
      about: aboutOf(scene, speech, clusters),
      stance: speech.stance,
      act: speech.act,
      venue: speech.venue?.text ?? null,
    },
    realis: 'actual',
    assertedBy: null,
    confidence: statementConfidence(speech),
  }
}
