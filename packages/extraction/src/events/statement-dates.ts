import { edtfBounds, parseDay, type EventDate } from '@dateline/domain'
import { dateByEvent } from './anchors.ts'
import type { Scene } from './context.ts'
import { byPublication, publishedDate, UNDATED, until } from './dates.ts'
import type { Cluster } from './merge.ts'
import { ownDate } from './own-date.ts'
import type { PlacedTimex } from './placed-times.ts'
import type { Speech } from './speech.ts'

/** What the report tells besides, by which its undated words can be dated. */
export interface Told {
  clusters: readonly Cluster[]
  timexes: ReadonlyMap<number, readonly PlacedTimex[]>
}

/** Dates the statements of a report, which are in the order of its text. */
export function dateStatements(scene: Scene, speeches: readonly Speech[], { clusters, timexes }: Told): void {
  const day = dayOfNews(scene, clusters, timexes)
  let previous: Speech | null = null
  for (const speech of speeches) {
    speech.date =
      dateOf(scene, speech, timexes.get(speech.sentence) ?? []) ??
      eventDate(scene, speech, clusters) ??
      inheritedDate(scene, speech, previous) ??
      defaultDate(scene, speech, day)
    previous = speech
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
function dayOfNews(scene: Scene, clusters: readonly Cluster[], timexes: Told['timexes']): News | null {
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
function latestDay(timexes: Told['timexes'], today: number): string | null {
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
