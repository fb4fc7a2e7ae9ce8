import type { Document } from '@dateline/contract'
import { type DocumentSubmitted, documentStream } from '@dateline/domain'
import type { EventLog } from '@dateline/event-log'
import type { View } from '../http/reading.ts'

interface Row {
  id: string
  status: Document['status']
  source: string
  externalId: string | null
  url: string | null
  title: string | null
  published: string
  lang: string | null
  authors: string[]
  revision: number
  revisions: string
  error: string | null
  attempts: number | null
  updatedAt: Date
  events: string[]
}

type StoredRevision = Document['revisions'][number]

/** A document, its revisions, and the events that it reports. */
export async function findDocument(
  { client, schema }: Pick<View, 'client' | 'schema'>,
  id: string,
): Promise<Document | null> {
  const { rows } = await client.query<Row>(
    `select document_id as id, status, source, external_id as "externalId", url, title, published, lang, authors,
            revision, revisions, error, attempts, updated_at as "updatedAt",
            array(
              select t.body from ${schema}.timeline t
              where t.event_id in (select event_id from ${schema}.reports where document_id = $1 and until is null)
              order by t.sort_date, t.event_id
            ) as events
     from ${schema}.documents where document_id = $1`,
    [id],
  )
  const row = rows[0]
  if (!row) return null
  const { revisions, published, error, attempts, updatedAt, events, ...rest } = row
  return {
    ...rest,
    publishedAt: published,
    revisions: (JSON.parse(revisions) as StoredRevision[]).map(revisionOf),
    events: events.map((body) => {
      const { id, type, title, date } = JSON.parse(body) as Document['events'][number]
      return { id, type, title, date }
    }),
    error:
      row.status === 'failed'
        ? { message: error ?? 'unknown', attempts: attempts ?? 0, failedAt: updatedAt.toISOString() }
        : null,
  }
}

function revisionOf(stored: StoredRevision): StoredRevision {
  const { revision, submittedAt, publishedAt, title, url, textHash, textLength } = stored
  return { revision, submittedAt, publishedAt, title, url, textHash, textLength }
}

/** Where a document's annotation stands in the log, and the text that it is of; null: there is no such document. */
export async function findAnnotation(
  { client, schema }: Pick<View, 'client' | 'schema'>,
  id: string,
): Promise<{ status: Document['status']; position: bigint | null; hash: string | null } | null> {
  const { rows } = await client.query<{ status: Document['status']; position: bigint | null; hash: string | null }>(
    `select status, annotation_position as position, annotated_hash as hash from ${schema}.documents where document_id = $1`,
    [id],
  )
  return rows[0] ?? null
}

/** A document of which the tables know nothing yet: taken a moment ago, as the log has it; null: there is none. */
export async function findQueued(log: Pick<EventLog, 'readStream'>, id: string): Promise<Document | null> {
  const entries = await log.readStream(documentStream(id), { limit: 1 })
  const entry = entries[0]
  if (entry?.type !== 'document.submitted') return null
  const { documentId, revision, textHash, textLength, publishedAt, title, url, ...rest } =
    entry.data as DocumentSubmitted
  const submittedAt = entry.recordedAt.toISOString()
  return {
    ...rest,
    id: documentId,
    status: 'queued',
    title,
    url,
    publishedAt,
    revision,
    revisions: [{ revision, submittedAt, publishedAt, title, url, textHash, textLength }],
    events: [],
    error: null,
  }
}
