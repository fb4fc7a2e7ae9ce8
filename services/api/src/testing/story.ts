import {
  type ActorFacts,
  type ActorKind,
  derivedId,
  type DocumentAnnotated,
  documentStream,
  type EventPlace,
  type EventReported,
  type EventType,
  precisionOf,
  type Realis,
} from '@dateline/domain'
import type { EventLog, NewEntry } from '@dateline/event-log'
import { submitDocuments } from '@dateline/intake'
import type { Pool } from 'pg'

/** An event as a test tells it; the sentence is part of the document's text. */
export interface ToldEvent {
  type: EventType
  sentence: string
  edtf?: string
  /** Role and actor */
  participants?: readonly (readonly [role: string, actor: string])[]
  place?: EventPlace
  attributes?: Record<string, unknown>
  realis?: Realis
  confidence?: number
}

export interface Told {
  source?: string
  externalId?: string
  title?: string
  publishedAt?: string
  /** What it says of the persons that it names */
  actors?: ActorFacts[]
  events: readonly ToldEvent[]
}

export const KAZAKHSTAN: EventPlace = { id: 'country:KZ', name: 'Kazakhstan', country: 'KZ' }
export const ASTANA: EventPlace = { id: 'place:KZ/astana', name: 'Astana', country: 'KZ' }

/** Submits a document as intake does and appends its annotation as the ingest worker does; answers the document's id. */
export async function annotate({ pool, log }: { pool: Pool; log: EventLog }, told: Told): Promise<string> {
  const body = told.events.map((event) => event.sentence).join(' ') || 'Nothing happened.'
  const submission = await submitDocuments(
    { pool, log },
    {
      source: told.source ?? 'demo',
      documents: [
        {
          body,
          publishedAt: told.publishedAt ?? '2022-11-28',
          ...(told.title === undefined ? {} : { title: told.title }),
          ...(told.externalId === undefined ? {} : { externalId: told.externalId }),
        },
      ],
    },
  )
  const [taken] = submission.status === 'answered' ? submission.results : []
  if (taken?.outcome !== 'taken') throw new Error(JSON.stringify(submission))
  await log.append({
    stream: documentStream(taken.id),
    expected: 'exists',
    entries: entriesOf(taken.id, taken.revision, body, told),
  })
  return taken.id
}

function entriesOf(documentId: string, revision: number, body: string, { events, actors = [] }: Told): NewEntry[] {
  const engine = { name: 'told', version: '1.0.0' }
  const spans = events.map(({ sentence }) => ({
    start: body.indexOf(sentence),
    end: body.indexOf(sentence) + sentence.length,
    text: sentence,
  }))
  const annotated: DocumentAnnotated = {
    documentId,
    revision,
    engine,
    sentences: spans.map(({ start, end }) => [start, end]),
    timexes: [{ span: [0, 4], kind: 'DATE', value: '2022', edtf: '2022' }],
    mentions: [
      { span: [0, 3], kind: 'person', id: 'person:anna-berg', name: 'Anna Berg', via: 'name' },
      ...events.flatMap(({ participants = [] }, index) =>
        persons(participants).map((id): DocumentAnnotated['mentions'][number] => {
          const { start, end } = spans[index] ?? { start: 0, end: 0 }
          return { span: [start, end], kind: kindOf(id), id, name: nameOf(id), via: 'name' }
        }),
      ),
    ],
    actors,
    attributions: [{ source: [0, 3], cue: null, content: [[0, 5]], speaker: 'person:anna-berg', mode: 'partial' }],
    events: events.length,
  }
  const entry = (ordinal: number, type: string, data: unknown): NewEntry => ({
    id: derivedId('told', documentId, revision, ordinal),
    type,
    schemaVersion: 1,
    data,
  })
  return [
    entry(-1, 'document.annotated', annotated),
    ...events.map((event, ordinal) => {
      const span = spans[ordinal] ?? { start: 0, end: 0, text: '' }
      const data: EventReported = {
        type: event.type,
        trigger: span,
        evidence: [span],
        date: {
          edtf: event.edtf ?? 'unknown',
          precision: precisionOf(event.edtf ?? 'unknown'),
          basis: 'explicit',
          expression: null,
        },
        participants: (event.participants ?? []).map(([role, actor]) => ({ role, actor, mention: span })),
        place: event.place ?? null,
        attributes: event.attributes ?? {},
        realis: event.realis ?? 'actual',
        assertedBy: null,
        confidence: event.confidence ?? 0.9,
        documentId,
        revision,
        ordinal,
        actors: (event.participants ?? []).map(([, id]) => ({
          id,
          kind: kindOf(id),
          name: nameOf(id),
          aliases: [nameOf(id)],
        })),
      }
      return entry(ordinal, event.type, data)
    }),
  ]
}

function persons(participants: NonNullable<ToldEvent['participants']>): string[] {
  return participants.map(([, id]) => id).filter((id) => id.startsWith('person:'))
}

function kindOf(id: string): ActorKind {
  const [prefix] = id.split(':')
  return prefix === 'person'
    ? 'person'
    : prefix === 'country'
      ? 'government'
      : prefix === 'group'
        ? 'group'
        : 'organization'
}

function nameOf(id: string): string {
  const slug = id.slice(id.indexOf(':') + 1)
  return slug.replaceAll(
    /(^|[-/])(\p{L})/gu,
    (_, before: string, letter: string) => (before && ' ') + letter.toUpperCase(),
  )
}
