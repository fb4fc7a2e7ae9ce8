import {
  type ActorRef,
  derivedId,
  type DocumentAnnotated,
  type DocumentSubmitted,
  documentStream,
  type EventReported,
  type EventType,
  ONTOLOGY,
  sketchOf,
  textHash,
} from '@dateline/domain'
import type { Append, NewEntry } from '@dateline/event-log'

/**
 * News of an invented world, of the size and kind that articles have: each story is told by one to four documents in
 * words of their own, each document tells of things besides, actors come again and again. Document `n` is always the
 * same, so that a log can be made in any pieces.
 */
export function newsDocument(n: number): Append {
  const documentId = derivedId('bench document', n)
  const story = Math.floor(n / 3)
  const shared = randomly(story)
  const own = randomly(1_000_003 + n)
  const day = Math.floor(story / 12)
  const events = [
    ...Array.from({ length: 6 }, () => happening(shared, day)).filter(() => own() < 0.7),
    ...Array.from({ length: 9 }, () => happening(own, day)),
  ]
  const published = dayAfter(day + 1 + (n % 2))
  const submitted = submission(documentId, n, published)
  const data = events.map((event, ordinal) => ({ ...report(event, documentId, ordinal, own), publishedAt: published }))
  const entries: NewEntry[] = [
    entry('document.submitted', documentId, -2, submitted),
    entry('document.annotated', documentId, -1, annotated(documentId, data, own)),
    ...data.map((event, ordinal) => entry(events[ordinal]?.type ?? 'statement', documentId, ordinal, event)),
  ]
  return { stream: documentStream(documentId), expected: 'none', entries }
}

interface Happening {
  type: EventType
  day: number
  country: number
  town: number | null
  who: number[]
  words: string[]
  toll: number
}

const TYPES: readonly EventType[] = [
  ...Array.from({ length: 7 }, (): EventType => 'statement'),
  ...Array.from({ length: 3 }, (): EventType => 'attack'),
  'protest',
  'protest',
  'election',
  'appointment',
  'resignation',
  'arrest',
  'legal_action',
  'sanctions',
  'diplomatic_meeting',
  'agreement',
  'policy_change',
  'disaster',
]
const SYLLABLES = 'ba ker lo mi nas dor vel tu ris an gol pe sha rin ot ka lem us dra fi'.split(' ')
const COUNTRIES = Array.from({ length: 60 }, (_, n) => String.fromCharCode(65 + Math.floor(n / 26), 65 + (n % 26)))
const PEOPLE = 4_000
const BODIES = 600

function happening(random: () => number, day: number): Happening {
  const pick = (most: number) => Math.floor(random() * most)
  const country = Math.floor(random() ** 2 * COUNTRIES.length)
  return {
    type: TYPES[pick(TYPES.length)] ?? 'statement',
    day: day - pick(3),
    country,
    town: random() < 0.6 ? pick(20) : null,
    who: Array.from({ length: 1 + pick(3) }, () => Math.floor(random() ** 3 * (PEOPLE + BODIES))),
    // The most frequent is every hundredth or so, as with the words of news that are not on everybody's tongue.
    words: Array.from({ length: 26 }, () => word(Math.floor(random() ** 2 * 30_000))),
    toll: 1 + pick(90),
  }
}

function report(what: Happening, documentId: string, ordinal: number, random: () => number): EventReported {
  const { type, who, country, town } = what
  const code = COUNTRIES[country] ?? 'AA'
  const actors = [...new Set(who)].map((number) => actor(number, code))
  const { roles } = ONTOLOGY[type]
  const at = 200 * ordinal
  // Its own words in place of some: it is told again, not copied.
  const told = what.words.map((known) => (random() < 0.15 ? word(Math.floor(random() * 30_000)) : known))
  const names = actors.map(({ name }) => name).join(' and ')
  const text = `${names} ${told.join(' ')} on ${dayAfter(what.day)}.`
  const evidence = [{ start: at, end: at + text.length, text }]
  if (random() < 0.5) {
    const more = `${actors[0]?.name} had ${told.slice(0, 12).join(' ')} before.`
    evidence.push({ start: at + 300, end: at + 300 + more.length, text: more })
  }
  return {
    type,
    documentId,
    revision: 1,
    ordinal,
    trigger: { start: at + names.length + 1, end: at + names.length + 1 + (told[0]?.length ?? 0), text: told[0] ?? '' },
    evidence,
    date: {
      edtf: random() < 0.15 ? 'unknown' : dayAfter(what.day),
      precision: 'day',
      basis: 'relative',
      expression: { start: at + 180, end: at + 190, text: dayAfter(what.day) },
    },
    participants: actors.map(({ id, name }, index) => ({
      role: roles[Math.min(index, roles.length - 1)] ?? 'participants',
      actor: id,
      mention: { start: at, end: at + name.length, text: name },
    })),
    place:
      town === null
        ? { id: `country:${code}`, name: `Land of ${code}`, country: code }
        : { id: `place:${code}/${word(town)}`, name: capital(word(town)), country: code },
    attributes:
      type === 'statement'
        ? { act: 'say', mode: 'verbatim', quote: [told.slice(2, 16).join(' ')], about: `country:${code}` }
        : 'fatalities' in ONTOLOGY[type].attributes
          ? { fatalities: { value: what.toll, qualifier: '=', unit: 'person' } }
          : {},
    realis: random() < 0.1 ? 'alleged' : 'actual',
    assertedBy: random() < 0.3 ? (actors[0]?.id ?? null) : null,
    confidence: Math.round((0.5 + random() / 2) * 100) / 100,
    actors,
  }
}

function annotated(documentId: string, events: readonly EventReported[], random: () => number): DocumentAnnotated {
  const span = (n: number): [number, number] => [n * 40, n * 40 + 30]
  const mentions = events.flatMap(({ actors }) => [...actors, ...actors, ...actors])
  return {
    documentId,
    revision: 1,
    engine: { name: 'bench', version: '1.0.0' },
    sentences: Array.from({ length: 30 }, (_, n) => span(n)),
    timexes: events.map(({ date }, n) => ({ span: span(n), kind: 'DATE', value: date.edtf, edtf: date.edtf })),
    mentions: mentions.map(({ kind, id, name }, n) => ({
      span: span(n),
      kind,
      id,
      name,
      via: random() < 0.5 ? 'name' : 'alias',
    })),
    attributions: events.map((_, n) => ({
      source: span(n),
      cue: span(n + 1),
      content: [span(n + 2)],
      speaker: null,
      mode: 'verbatim',
    })),
    sketch: sketchOf(events.flatMap(({ evidence }) => evidence.map(({ text }) => text)).join(' ')),
    events: events.length,
  }
}

function submission(documentId: string, n: number, publishedAt: string): DocumentSubmitted {
  return {
    documentId,
    revision: 1,
    source: `paper-${n % 25}`,
    externalId: `${n}`,
    url: `https://paper-${n % 25}.example/${n}`,
    title: `${capital(word(n % 30_000))} of ${capital(word((n * 7) % 30_000))}`,
    textHash: textHash(`bench ${n}`),
    textLength: 4_000,
    publishedAt,
    lang: 'en',
    authors: [],
  }
}

function entry(type: string, documentId: string, ordinal: number, data: unknown): NewEntry {
  return { id: derivedId('bench entry', documentId, ordinal), type, schemaVersion: 1, data }
}

function actor(number: number, code: string): ActorRef {
  if (number >= PEOPLE) {
    const name = `${capital(word(number))} Council`
    return {
      id: `org:${code.toLowerCase()}/${word(number)}`,
      kind: 'organization',
      name,
      aliases: [name, 'the council'],
    }
  }
  const [first, last] = [capital(word(number % 90)), capital(word(1_000 + number))]
  return {
    id: `person:${first.toLowerCase()}-${last.toLowerCase()}`,
    kind: 'person',
    name: `${first} ${last}`,
    aliases: [`${first} ${last}`, last],
  }
}

function word(number: number): string {
  let left = number + SYLLABLES.length
  let made = ''
  for (; left > 0; left = Math.floor(left / SYLLABLES.length)) made += SYLLABLES[left % SYLLABLES.length] ?? ''
  return made
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

function dayAfter(days: number): string {
  return new Date(Date.UTC(1990, 0, 3) + days * 86_400_000).toISOString().slice(0, 10)
}

/** Mulberry32 (T. Ettinger): the same numbers for the same seed. */
function randomly(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
