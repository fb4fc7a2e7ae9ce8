import type { ActorFacts, ActorKind, Annotation, ExtractedEvent, Mention, Span } from './annotation.ts'
import type { CorrectionMade } from './corrections.ts'
import type { EventType } from './ontology.ts'

/**
 * What the entries of the log say. A `document-<id>` stream holds, in order, `document.submitted` for each revision
 * and, for each revision and engine, one `document.annotated` directly followed by one entry an event, whose entry
 * type is the event type. A later `document.annotated` of the same document supersedes the events of an earlier one.
 * `correction.made` stands in the stream of the document that it is about, or in `corrections`.
 */

/** `document.submitted`: a new document or a new revision of one. The text itself is stored by its hash. */
export interface DocumentSubmitted {
  documentId: string
  /** 1, 2, 3 … */
  revision: number
  source: string
  externalId: string | null
  url: string | null
  title: string | null
  textHash: string
  /** UTF-16 code units */
  textLength: number
  /** A date or an RFC 3339 instant, as submitted */
  publishedAt: string
  lang: string | null
  authors: string[]
}

/**
 * `document.annotated`: the annotation without its events. Spans are offsets only, so that the log holds the text once;
 * `[start, end, …]` tuples.
 */
export interface DocumentAnnotated {
  documentId: string
  revision: number
  engine: { name: string; version: string }
  sentences: [start: number, end: number][]
  timexes: { span: [start: number, end: number]; kind: string; value: string; edtf: string | null }[]
  mentions: {
    span: [start: number, end: number]
    kind: Mention['kind']
    id: string
    name: string
    via: Mention['via']
  }[]
  attributions: {
    source: [start: number, end: number] | null
    cue: [start: number, end: number] | null
    content: [start: number, end: number][]
    speaker: string | null
    mode: Annotation['attributions'][number]['mode']
  }[]
  /** By which near-copies of the text are recognised (`sketchOf`); null: too short. Older entries have none */
  sketch?: string | null
  /** What it says of the persons that it names. Older entries have none */
  actors?: ActorFacts[]
  /** How many event entries follow this one */
  events: number
}

/** `document.failed`: the annotation of a revision was given up after the last attempt. */
export interface DocumentFailed {
  documentId: string
  revision: number
  error: string
  attempts: number
}

/** An event entry (entry type = event type): the event as one document reports it, with the actors' names. */
export interface EventReported extends ExtractedEvent {
  documentId: string
  revision: number
  /** 0, 1, 2 … within the annotation */
  ordinal: number
  /** Who is named by `participants`, `assertedBy` and actor attributes */
  actors: ActorRef[]
  /** When its document was published, as submitted; missing in entries of before */
  publishedAt?: string
  /** Its words are gone (docs/decisions/erasure.md); the event that it was held to tell of, if any read tables knew */
  erased?: { eventId: string | null }
}

export interface ActorRef {
  id: string
  kind: ActorKind
  name: string
  /** The surface forms of the document, distinct */
  aliases: string[]
}

export interface EntryData {
  'document.submitted': DocumentSubmitted
  'document.annotated': DocumentAnnotated
  'document.failed': DocumentFailed
  'correction.made': CorrectionMade
}

export type EntryType = keyof EntryData | EventType

/** Schema versions that are written today; readers upcast what is older. */
export const SCHEMA_VERSION: Readonly<Record<keyof EntryData | 'event', number>> = {
  'document.submitted': 1,
  'document.annotated': 1,
  'document.failed': 1,
  'correction.made': 1,
  event: 1,
}

export function spanOf(body: string, [start, end]: readonly [number, number]): Span {
  return { start, end, text: body.slice(start, end) }
}
