import {
  type CorrectionMade,
  documentStream,
  type DocumentSubmitted,
  type EventReported,
  isEventType,
  type SourceDocument,
} from '@dateline/domain'
import type { Entry, EventLog } from '@dateline/event-log'
import { readSnapshot } from '@dateline/projections'
import type { Pool } from 'pg'

export interface AnnotatedDocument {
  source: SourceDocument
  /** What the log has of its newest annotation */
  events: EventReported[]
}

const PAGE = 200

/** How many documents have events from another engine (`name version`) than this. */
export function countOtherwise(pool: Pool, engine: string): Promise<number> {
  return onDocuments(pool, 0, async (client, documents) => {
    const { rows } = await client.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM ${documents} WHERE ${OTHERWISE}`,
      [engine],
    )
    return rows[0]?.n ?? 0
  })
}

/** Those documents, with text and events; one whose text was erased is left out. */
export async function* annotatedOtherwise(
  { pool, log }: { pool: Pool; log: EventLog },
  engine: string,
): AsyncGenerator<AnnotatedDocument> {
  for (let after = ''; ;) {
    const ids = await onDocuments<string[]>(pool, [], async (client, documents) => {
      const { rows } = await client.query<{ id: string }>(
        `SELECT document_id AS id FROM ${documents} WHERE ${OTHERWISE} AND document_id > $2
         ORDER BY document_id LIMIT ${PAGE}`,
        [engine, after],
      )
      return rows.map(({ id }) => id)
    })
    for (const id of ids) {
      const document = await annotatedDocument(log, id)
      if (document) yield document
    }
    if (ids.length < PAGE) return
    after = ids.at(-1) ?? after
  }
}

const OTHERWISE = `status <> 'retracted' AND engine IS NOT NULL AND engine <> $1`

function onDocuments<Result>(
  pool: Pool,
  none: Result,
  read: (client: Pick<Pool, 'query'>, documents: string) => Promise<Result>,
): Promise<Result> {
  return readSnapshot(pool, ({ client, builds }) => {
    const schema = builds['documents']?.schema
    return schema === undefined ? Promise.resolve(none) : read(client, `${schema}.documents`)
  })
}

async function annotatedDocument(log: EventLog, documentId: string): Promise<AnnotatedDocument | null> {
  const stream = await log.readStream(documentStream(documentId))
  const submitted = stream.findLast(({ type }) => type === 'document.submitted') as Entry<DocumentSubmitted> | undefined
  if (!submitted) return null
  const { textHash, title, publishedAt, lang, source } = submitted.data
  const text = await log.texts.get(textHash)
  if (text.status !== 'found') return null
  const annotated = stream.findLastIndex(({ type }) => type === 'document.annotated')
  return {
    source: {
      id: documentId,
      title: title ?? undefined,
      body: text.body,
      publishedAt,
      lang: lang ?? undefined,
      source,
    },
    events: stream.slice(annotated + 1).flatMap(({ type, data }) => (isEventType(type) ? [data as EventReported] : [])),
  }
}

/** Whether it was asked for again since its last annotation or failure. */
export async function isAskedFor(log: EventLog, documentId: string): Promise<boolean> {
  const stream = await log.readStream(documentStream(documentId))
  const last = stream.findLast(({ type, data }) =>
    type === 'correction.made'
      ? (data as CorrectionMade).change.kind === 'document.reprocess'
      : type === 'document.annotated' || type === 'document.failed',
  )
  return last?.type === 'correction.made'
}
