import { edtfBounds, parseDay, type EventDate, type Span } from '@dateline/domain'
import { dateByEvent, eventAt } from './anchors.ts'
import type { Scene } from './context.ts'
import { byPublication, publishedDate, UNDATED, until } from './dates.ts'
import type { Cluster } from './merge.ts'
import { ownDate } from './own-date.ts'
import type { PlacedTimex } from './placed-times.ts'
import type { Speech } from './speech.ts'
import { isPerfectVerb } from './tense.ts'
import { childrenBy, relation } from './tree.ts'

/** What the report tells besides, by which its undated words can be dated. */
export interface Told {
  clusters: readonly Cluster[]
  timexes: ReadonlyMap<number, readonly PlacedTimex[]>
}

/** Dates the statements of a report, which are in the order of its text. */
export function dateStatements(scene: Scene, speeches: readonly Speech[], { clusters, timexes }: Told): void {
  const day = dayOfNews(scene, clusters, timexes)
  const occasions = new Map<string, Speech[]>()
  for (const speech of speeches) {
    const own =
      dateOf(scene, speech, timexes.get(speech.sentence) ?? []) ??
      eventDate(scene, speech, clusters) ??
      remarkDate(scene, speech, clusters)
    const before = occasions.get(speech.speaker.id) ?? []
    speech.date = own ?? inheritedDate(scene, speech, before.at(-1) ?? null) ?? defaultDate(scene, speech, day)
    occasions.set(speech.speaker.id, [...before, speech])
  }
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

/**
 * "The minister described the clash as an accident": words about an event that is their object were said between that
 * event and publication.
 */
function remarkDate(scene: Scene, { sentence, token }: Speech, clusters: readonly Cluster[]): EventDate | null {
  const tree = scene.trees[sentence]
  if (!tree || token === null) return null
  for (const object of childrenBy(tree, token, 'obj', 'nsubj:pass')) {
    const event = eventAt(tree, object.index, clusters)
    const day = event?.date && event.realis !== 'future' ? edtfBounds(event.date.edtf)?.earliest : null
    const [from, today] = [parseDay(day ?? ''), parseDay(scene.published ?? '')]
    if (day && from !== null && today !== null && from < today && today - from <= NEWS_DAYS)
      return until(day, scene.published, event?.date?.expression ?? null)
  }
  return null
}

/** What the same speaker says next, in the same paragraph or the one after, is said on the same occasion. */
function inheritedDate(scene: Scene, speech: Speech, previous: Speech | null): EventDate | null {
  if (!previous?.date || !edtfBounds(previous.date.edtf)?.earliest) return null
  const tense = tenseOf(scene, speech)
  const told = tense === 'past' || (tense === 'present' && speech.quotes.length > 0)
  return speech.sentence - previous.last <= 2 && told ? { ...previous.date, basis: 'inherited' } : null
}

type Tense = 'past' | 'pluperfect' | 'perfect' | 'present' | 'none'

function tenseOf(scene: Scene, { sentence, token }: Speech): Tense {
  const tree = scene.trees[sentence]
  const cue = token === null ? undefined : tree?.tokens[token]
  if (!tree || !cue) return 'past'
  if (cue.upos !== 'VERB') return cue.upos === 'NOUN' ? 'none' : 'past'
  if (isPerfectVerb(tree, cue)) return 'perfect'
  if (childrenBy(tree, cue.index, 'aux').some((aux) => aux.lemma === 'have')) return 'pluperfect'
  return cue.xpos === 'VBZ' || cue.xpos === 'VBP' ? 'present' : 'past'
}

const isWithin = ({ trees }: Scene, sentence: number, token: number | null): boolean => {
  const cue = token === null ? undefined : trees[sentence]?.tokens[token]
  return cue !== undefined && ['acl', 'advcl'].includes(relation(cue))
}

interface News {
  /** The first and the last day on which the report's undated words can have been said */
  date: EventDate
  /** The day of what the report is about, `YYYY-MM-DD`; of publication where it is not known */
  since: string
}

const LEAD = 4
/** How long after an event a report about it is still news. */
const NEWS_DAYS = 21

/**
 * When the undated words of a report were said: on the day of publication where its first lines tell of that day,
 * else between the event that it is about and publication; null where neither is known to the day.
 */
function dayOfNews(scene: Scene, clusters: readonly Cluster[], timexes: Told['timexes']): News | null {
  const { published } = scene
  if (!published) return null
  const first = scene.parts.indexOf('body')
  const lead = [...timexes].filter(([sentence]) => sentence < first + LEAD).flatMap(([, placed]) => placed)
  const ofToday = lead.some(
    ({ timex, top }) => timex.edtf === published && timex.value !== 'PRESENT_REF' && top.deprel !== 'root',
  )
  const main = mainDay(clusters, timexes, published)
  if (ofToday || clusters.some(({ date }) => date?.basis === 'publication' && date.precision === 'day'))
    return { date: publishedDate(published), since: main?.day ?? published }
  return main && { date: until(main.day, published, main.expression), since: main.day }
}

/** The day of the event that a report tells of most, if it is recent; else the last day before publication that it names. */
function mainDay(
  clusters: readonly Cluster[],
  timexes: Told['timexes'],
  published: string,
): { day: string; expression: Span | null } | null {
  const today = parseDay(published) ?? 0
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
  const day = (main?.date && edtfBounds(main.date.edtf)?.earliest) ?? latestDay(timexes, today)
  return day ? { day, expression: main?.date?.expression ?? null } : null
}

/** The last day before publication that the report names. */
function latestDay(timexes: Told['timexes'], today: number): string | null {
  const days = [...timexes.values()]
    .flat()
    .map(({ timex }) => ({ day: parseDay(timex.edtf ?? ''), text: (timex.edtf ?? '').replace(/[~?%]$/, '') }))
    .filter(({ day, text }) => text.length === 10 && day !== null && day < today && today - day <= NEWS_DAYS)
  return days.reduce<string | null>((last, { text }) => (last === null || text > last ? text : last), null)
}

function defaultDate(scene: Scene, { sentence, ...speech }: Speech, day: News | null): EventDate {
  const { published } = scene
  const tense = tenseOf(scene, { sentence, ...speech })
  if (tense === 'none' || !published) return UNDATED
  if (tense === 'pluperfect') return day ? byPublication(day.since) : UNDATED
  // "The rule, which critics say is weak": a present within a clause is what they always say.
  if (tense === 'present' && isWithin(scene, sentence, speech.token)) return UNDATED
  if (tense !== 'perfect') return day?.date ?? UNDATED
  // "Has pledged" is of the time since the event; in the first line it is the news; else it was at some time.
  if (day && day.since < published) return until(day.since, published, day.date.expression)
  return sentence === scene.parts.indexOf('body') ? publishedDate(published) : byPublication(published)
}
