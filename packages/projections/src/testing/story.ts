import {
  type ActorFacts,
  type ActorRef,
  derivedId,
  type DocumentAnnotated,
  type DocumentSubmitted,
  documentStream,
  type EventReported,
  textHash,
} from '@dateline/domain'
import type { Append, EventLog, NewEntry } from '@dateline/event-log'

/** What a test says of an event; the rest is filled in. */
export type EventSketch = Partial<Omit<EventReported, 'date' | 'evidence'>> & {
  type: EventReported['type']
  edtf?: string
  says?: string
  /** A further piece of evidence, before the other */
  mentions?: string
}

export interface DocumentSketch {
  id: string
  source?: string
  revision?: number
  publishedAt?: string
  text?: string
  title?: string
  engine?: string
  /** What it says of persons besides */
  actors?: ActorFacts[]
  events?: EventSketch[]
}

/** `document.submitted`. */
export function submission(sketch: DocumentSketch): NewEntry {
  const text = sketch.text ?? `${sketch.id} ${sketch.revision ?? 1}`
  const data: DocumentSubmitted = {
    documentId: sketch.id,
    revision: sketch.revision ?? 1,
    source: sketch.source ?? 'demo',
    externalId: null,
    url: `https://news.example/${sketch.id}`,
    title: sketch.title ?? null,
    textHash: textHash(text),
    textLength: text.length,
    publishedAt: sketch.publishedAt ?? '2024-05-06',
    lang: 'en',
    authors: [],
  }
  return {
    id: derivedId('submitted', sketch.id, data.revision),
    type: 'document.submitted',
    schemaVersion: 1,
    data,
  }
}

/** `document.annotated` and an entry an event. */
export function annotation(sketch: DocumentSketch): NewEntry[] {
  const revision = sketch.revision ?? 1
  const version = sketch.engine ?? '1.0.0'
  const events = sketch.events ?? []
  const head: DocumentAnnotated = {
    documentId: sketch.id,
    revision,
    engine: { name: 'test', version },
    sentences: [],
    timexes: [],
    mentions: mentionsOf(events),
    ...(sketch.actors === undefined ? {} : { actors: sketch.actors }),
    attributions: [],
    events: events.length,
  }
  const entry = (type: string, ordinal: number, data: unknown): NewEntry => ({
    id: derivedId('annotated', sketch.id, revision, version, ordinal),
    type,
    schemaVersion: 1,
    data,
  })
  return [
    entry('document.annotated', -1, head),
    ...events.map((event, ordinal) => entry(event.type, ordinal, eventData(sketch, ordinal, event))),
  ]
}

/** Whoever takes part in an event is named where it is told. */
function mentionsOf(events: readonly EventSketch[]): DocumentAnnotated['mentions'] {
  return events.flatMap(({ participants = [], actors }, ordinal) =>
    (actors ?? participants.map(({ actor }) => actorRef(actor))).map(({ id, kind, name }) => ({
      span: [ordinal * 100, ordinal * 100 + 1] as [number, number],
      kind,
      id,
      name,
      via: 'name' as const,
    })),
  )
}

function eventData(document: DocumentSketch, ordinal: number, sketch: EventSketch): EventReported {
  const { id: documentId, revision = 1, publishedAt = '2024-05-06' } = document
  const { edtf = '2024-05-05', says, mentions, ...given } = sketch
  const text = says ?? `Sentence ${ordinal} of ${documentId}.`
  const participants = given.participants ?? []
  const span = { start: ordinal * 100, end: ordinal * 100 + text.length, text }
  return {
    trigger: { ...span, end: span.start + 4, text: text.slice(0, 4) },
    evidence: mentions === undefined ? [span] : [{ start: 0, end: mentions.length, text: mentions }, span],
    date: { edtf, precision: edtf === 'unknown' ? 'unknown' : 'day', basis: 'explicit', expression: null },
    participants,
    place: null,
    attributes: {},
    realis: 'actual',
    assertedBy: null,
    confidence: 0.8,
    actors: participants.map(({ actor }) => actorRef(actor)),
    publishedAt,
    ...given,
    documentId,
    revision,
    ordinal,
  }
}

/** A participant, for a sketch. */
export function as(role: string, actor: string): EventReported['participants'][number] {
  return { role, actor, mention: { start: 0, end: 1, text: 'x' } }
}

/** An actor whose name is made of its id. */
export function actorRef(id: string): ActorRef {
  const slug = id.slice(id.lastIndexOf(':') + 1)
  const name = slug.replace(
    /(^|-|\/)([a-z])/g,
    (_, before: string, letter: string) => `${before && ' '}${letter.toUpperCase()}`,
  )
  const kind = id.startsWith('person:') ? 'person' : id.startsWith('country:') ? 'government' : 'organization'
  return { id, kind, name, aliases: [name, name.split(' ').at(-1) ?? name] }
}

export function place(id: string, name: string) {
  return { id, name, country: /:([A-Z]{2})/.exec(id)?.[1] ?? null }
}

/** Appends in order; throws where the log refuses. */
export async function tell(log: EventLog, ...documents: DocumentSketch[]): Promise<void> {
  for (const sketch of documents) {
    await appendAll(log, [{ stream: documentStream(sketch.id), expected: 'any', entries: [submission(sketch)] }])
    await appendAll(log, [{ stream: documentStream(sketch.id), expected: 'any', entries: annotation(sketch) }])
  }
}

export async function appendAll(log: EventLog, appends: readonly Append[]): Promise<void> {
  for (const append of appends) {
    const result = await log.append(append)
    if (result.status !== 'appended') throw new Error(`Not appended: ${result.status}`)
  }
}
