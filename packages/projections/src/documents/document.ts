import type { DocumentAnnotated, DocumentFailed, DocumentSubmitted } from '@dateline/domain'
import type { Entry } from '@dateline/event-log'
import type { Resolved } from '../people/resolve.ts'
import { instantOf } from '../shared/instants.ts'
import { mainCountry } from './main-country.ts'
import { mainNames } from './main-names.ts'

export interface Revision {
  revision: number
  submittedAt: string
  publishedAt: string
  title: string | null
  url: string | null
  textHash: string
  textLength: number
}

/** An annotation whose events are being read. */
export interface OpenAnnotation {
  /** Position of its entry, and of its last event */
  annotation: string
  through: string
  revision: number
  engine: string
  events: number
  annotatedAt: string
  country: string | null
  /** By which near-copies of its text are recognised */
  sketch: string | null
  names: readonly string[]
  /** Who the persons are whom it names, by its own ids */
  actors: Readonly<Record<string, Resolved>>
  /** It is of an older revision than the events that are there already: nothing of it counts */
  outdated: boolean
}

/** A row of `documents`; instants as ISO 8601, positions as digits, so that it is what its JSON is. */
export interface DocumentState {
  documentId: string
  /** How far it has come */
  status: 'queued' | 'done' | 'failed'
  /** The correction by which nothing that it says counts */
  retractedBy: string | null
  source: string
  externalId: string | null
  url: string | null
  title: string | null
  lang: string | null
  authors: string[]
  publishedAt: string
  published: string
  revision: number
  textHash: string
  textLength: number
  submittedAt: string
  updatedAt: string
  annotatedRevision: number | null
  annotationPosition: string | null
  annotatedAt: string | null
  annotatedHash: string | null
  engine: string | null
  eventCount: number
  error: string | null
  attempts: number | null
  failedAt: string | null
  revisions: Revision[]
  open: OpenAnnotation | null
}

/** A new document, or a new revision of one: the newest text stands for it. */
export function submitted(before: DocumentState | undefined, entry: Entry<DocumentSubmitted>): DocumentState {
  const { data } = entry
  if (before && data.revision !== before.revision + 1) {
    throw new Error(`Revision ${data.revision} of ${data.documentId} follows revision ${before.revision}`)
  }
  const at = entry.recordedAt.toISOString()
  const revision: Revision = {
    revision: data.revision,
    submittedAt: at,
    publishedAt: data.publishedAt,
    title: data.title,
    url: data.url,
    textHash: data.textHash,
    textLength: data.textLength,
  }
  return {
    documentId: data.documentId,
    status: 'queued',
    retractedBy: before?.retractedBy ?? null,
    source: data.source,
    externalId: data.externalId,
    url: data.url,
    title: data.title,
    lang: data.lang,
    authors: data.authors,
    publishedAt: instantOf(data.publishedAt).toISOString(),
    published: data.publishedAt,
    revision: data.revision,
    textHash: data.textHash,
    textLength: data.textLength,
    submittedAt: before?.submittedAt ?? at,
    updatedAt: at,
    annotatedRevision: before?.annotatedRevision ?? null,
    annotationPosition: before?.annotationPosition ?? null,
    annotatedAt: before?.annotatedAt ?? null,
    annotatedHash: before?.annotatedHash ?? null,
    engine: before?.engine ?? null,
    eventCount: before?.eventCount ?? 0,
    error: null,
    attempts: null,
    failedAt: null,
    revisions: [...(before?.revisions ?? []), revision],
    open: before?.open ?? null,
  }
}

/** Begins to read an annotation; its document is done only when its last event is read. */
export function opened(
  before: DocumentState,
  entry: Entry<DocumentAnnotated>,
  resolve: (data: DocumentAnnotated) => ReadonlyMap<string, Resolved>,
): DocumentState {
  const { data, position } = entry
  const engine = `${data.engine.name} ${data.engine.version}`
  const outdated = data.revision < (before.annotatedRevision ?? 0)
  return {
    ...before,
    open: {
      annotation: String(position),
      through: String(position + BigInt(data.events)),
      revision: data.revision,
      engine,
      events: data.events,
      annotatedAt: entry.recordedAt.toISOString(),
      country: mainCountry(data.mentions),
      sketch: data.sketch ?? null,
      names: mainNames(data.mentions),
      actors: outdated ? {} : Object.fromEntries(resolve(data)),
      outdated,
    },
  }
}

/** The open annotation is read to its end and stands for the document from now on. */
export function annotated(before: DocumentState, open: OpenAnnotation): DocumentState {
  const done = open.revision === before.revision
  return {
    ...before,
    status: done ? 'done' : before.status,
    updatedAt: open.annotatedAt,
    annotatedRevision: open.revision,
    annotationPosition: open.annotation,
    annotatedAt: open.annotatedAt,
    annotatedHash: revisionOf(before, open.revision).textHash,
    engine: open.engine,
    eventCount: open.events,
    ...(done ? { error: null, attempts: null, failedAt: null } : {}),
    open: null,
  }
}

/** Nothing that it says counts from now on, or (null) it does again. */
export function retracted(before: DocumentState, by: string | null, at: Date): DocumentState {
  return { ...before, retractedBy: by, updatedAt: at.toISOString() }
}

/** Its words are gone. */
export function erased(before: DocumentState): DocumentState {
  const revisions = before.revisions.map((revision) => ({ ...revision, title: null }))
  return { ...before, title: null, authors: [], error: null, revisions }
}

/** Its newest revision was given up. What an earlier one said stays. */
export function failed(before: DocumentState, entry: Entry<DocumentFailed>): DocumentState {
  const { revision, error, attempts } = entry.data
  if (revision !== before.revision) return before
  const at = entry.recordedAt.toISOString()
  // What was to be annotated again, and could not be, is as it was.
  const status = before.status === 'done' ? 'done' : 'failed'
  return { ...before, status, error, attempts, failedAt: at, updatedAt: at }
}

export function revisionOf(document: DocumentState, revision: number): Revision {
  const found = document.revisions.find((candidate) => candidate.revision === revision)
  if (!found) throw new Error(`Document ${document.documentId} has no revision ${revision}`)
  return found
}
