import type { SourceDocument } from '@dateline/domain'
import { createRandom, type Random } from './random.ts'
import { type TrueEvent, trueEvents } from './truth.ts'
import { FILLERS, WORDINGS } from './wordings.ts'

/** A news report, and what it really tells of. */
export interface StoryReport {
  document: SourceDocument & { id: string; title: string; publishedAt: string; source: string }
  /** 1, or 2 where it takes the place of an earlier text of the same id */
  revision: number
  /** The id of the report that it copies, with small changes; null: its own text */
  copyOf: string | null
  tells: readonly Telling[]
}

/** The sentence of the body that tells of an event. */
export interface Telling {
  eventId: string
  start: number
  end: number
}

export interface Corpus {
  events: readonly TrueEvent[]
  /** In the order in which they were published */
  reports: readonly StoryReport[]
}

const REPORTS = 200
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const MONTHS = 'January February March April May June July August September October November December'.split(' ')
const SOURCES = ['courier', 'observer', 'standard', 'gazette', 'herald', 'wire']

/** Two hundred reports of sixty events, from a seed. One in eight is a copy, one in sixteen revises an earlier one. */
export function makeCorpus(seed: number): Corpus {
  const random = createRandom(seed)
  const events = trueEvents(seed)
  const reports: StoryReport[] = []
  for (let number = 0; reports.length < REPORTS; number += 1) {
    // Every event is told at least twice before chance decides.
    const event = number < events.length * 2 ? events[number % events.length]! : random.pick(events)
    const earlier = reports.filter(({ tells }) => tells[0]?.eventId === event.id)
    const model = earlier.length > 0 ? random.pick(earlier) : undefined
    if (model && random.chance(1 / 8)) reports.push(copied(random, model, number))
    else if (model && random.chance(1 / 16) && isOnlyOne(reports, model)) reports.push(revised(random, model, event))
    else reports.push(reported(random, event, events, number))
  }
  return { events, reports: reports.toSorted((a, b) => (a.document.publishedAt < b.document.publishedAt ? -1 : 1)) }
}

function isOnlyOne(reports: readonly StoryReport[], { document }: StoryReport): boolean {
  return reports.filter((other) => other.document.id === document.id).length === 1
}

function reported(random: Random, event: TrueEvent, events: readonly TrueEvent[], number: number): StoryReport {
  const published = event.day + random.between(0, 2)
  const told = [sentenceOf(random, event, published)]
  const before = events.find(
    (other) => other.kind === event.kind && other.country === event.country && isBefore(other, event),
  )
  const tells = [event.id]
  if (before && random.chance(0.3)) {
    told.push(sentenceOf(random, before, published))
    tells.push(before.id)
  }
  return composed(random, {
    id: `report-${number}`,
    published,
    sentences: told,
    tells,
    title: `${event.country.name}: news of the day`,
  })
}

/** What a reporter looks back on: something of the same kind, a day to a week before. */
function isBefore(other: TrueEvent, event: TrueEvent): boolean {
  return other.day < event.day && event.day - other.day < 7
}

function sentenceOf(random: Random, event: TrueEvent, published: number): string {
  // One source in six has another toll, as in the first hours of a calamity.
  const toll = random.chance(1 / 6) ? event.toll + random.between(1, 4) : event.toll
  const sentence = random.pick(WORDINGS[event.kind])({ event, when: inWords(random, event.day, published), toll })
  return sentence.slice(0, 1).toUpperCase() + sentence.slice(1)
}

function inWords(random: Random, day: number, published: number): string {
  const date = new Date(day * 86_400_000)
  const ago = published - day
  const exact = `on ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`
  if (ago > 6) return exact
  const weekday = `on ${DAYS[date.getUTCDay()]}`
  if (ago === 0) return random.pick(['today', weekday, weekday])
  return random.pick(ago === 1 ? ['yesterday', weekday, exact] : [weekday, weekday, exact])
}

interface Parts {
  id: string
  published: number
  sentences: readonly string[]
  tells: readonly string[]
  title: string
}

function composed(random: Random, { id, published, sentences, tells, title }: Parts): StoryReport {
  let body = ''
  const found: Telling[] = []
  sentences.forEach((sentence, index) => {
    if (body !== '') body += '\n\n'
    found.push({ eventId: tells[index]!, start: body.length, end: body.length + sentence.length })
    body += `${sentence} ${random.pick(FILLERS)}`
  })
  const publishedAt = new Date(published * 86_400_000 + random.between(8, 20) * 3_600_000).toISOString()
  return {
    document: { id, title, body, publishedAt, lang: 'en', source: random.pick(SOURCES) },
    revision: 1,
    copyOf: null,
    tells: found,
  }
}

/** Another paper prints it: under a headline of its own, with a sentence more at the end, hours later. */
function copied(random: Random, model: StoryReport, number: number): StoryReport {
  const { document } = model
  const later = new Date(Date.parse(document.publishedAt) + random.between(1, 3) * 3_600_000).toISOString()
  return {
    ...model,
    revision: 1,
    document: {
      ...document,
      id: `report-${number}`,
      title: `${document.title} (from our wire)`,
      body: random.chance(0.5) ? document.body : `${document.body} ${random.pick(FILLERS)}`,
      publishedAt: later.slice(0, 10) === document.publishedAt.slice(0, 10) ? later : document.publishedAt,
      source: random.pick(SOURCES.filter((source) => source !== document.source)),
    },
    copyOf: document.id,
  }
}

/** The same report, written anew: the next day's figures in other words. */
function revised(random: Random, model: StoryReport, event: TrueEvent): StoryReport {
  const published = Math.floor(Date.parse(model.document.publishedAt) / 86_400_000)
  const anew = composed(random, {
    id: model.document.id,
    published,
    sentences: [sentenceOf(random, { ...event, toll: event.toll + 2 }, published)],
    tells: [event.id],
    title: model.document.title,
  })
  const { source, publishedAt } = model.document
  return { ...anew, document: { ...anew.document, source, publishedAt }, revision: 2 }
}
