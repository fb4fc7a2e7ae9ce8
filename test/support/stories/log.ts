import {
  type Annotation,
  derivedId,
  type DocumentSubmitted,
  documentStream,
  SCHEMA_VERSION,
  type SourceDocument,
  textHash,
} from '@dateline/domain'
import type { Entry, NewEntry } from '@dateline/event-log'
import { entriesOf } from '../../../services/ingest/src/entries.ts'

export interface Submitted {
  document: SourceDocument & { id: string; publishedAt: string }
  revision: number
  annotation: Annotation
}

/** The log as it is after these documents came in one after the other, each annotated before the next. */
export function logOf(documents: readonly Submitted[]): Entry[] {
  const log: Entry[] = []
  const versions = new Map<string, number>()
  const append = (stream: string, entry: NewEntry): Entry => {
    const version = (versions.get(stream) ?? 0) + 1
    versions.set(stream, version)
    const { causationId = null, correlationId = null, metadata = {} } = entry
    const appended: Entry = {
      ...entry,
      causationId,
      correlationId,
      metadata,
      position: BigInt(log.length + 1),
      stream,
      version,
      recordedAt: new Date(0),
    }
    log.push(appended)
    return appended
  }
  for (const { document, revision, annotation } of documents) {
    const stream = documentStream(document.id)
    const submitted = append(stream, submissionOf(document, revision)) as Entry<DocumentSubmitted>
    for (const entry of entriesOf(annotation, submitted)) append(stream, entry)
  }
  return log
}

function submissionOf(document: Submitted['document'], revision: number): NewEntry {
  const data: DocumentSubmitted = {
    documentId: document.id,
    revision,
    source: document.source ?? 'demo',
    externalId: null,
    url: null,
    title: document.title ?? null,
    textHash: textHash(document.body),
    textLength: document.body.length,
    publishedAt: document.publishedAt,
    lang: document.lang ?? null,
    authors: [],
  }
  return {
    id: derivedId('submitted', document.id, revision),
    type: 'document.submitted',
    schemaVersion: SCHEMA_VERSION['document.submitted'],
    data,
  }
}
