import type { EventType } from '@dateline/domain'
import { readSnapshot } from '@dateline/projections'
import type { Pool } from 'pg'
import { type Refusal, refused, unknown } from './types.ts'

/** An event that the timeline shows, and the documents that report it. */
export interface EventTarget {
  status: 'there'
  type: EventType
  documentIds: string[]
}

export interface ActorTarget {
  status: 'there'
  kind: string
  name: string
}

/** What the read tables know of an event; a refusal where it is no event any more. */
export function findEvent(pool: Pool, id: string): Promise<EventTarget | Refusal> {
  return readSnapshot(pool, async ({ client, builds }) => {
    const schema = builds['timeline']?.schema
    if (schema === undefined) return noEvent(id)
    const { rows } = await client.query<{
      type: EventType
      gone: string | null
      into: string | null
      documents: string[] | null
    }>(
      `SELECT e.type, e.gone, e.moved_to AS "into", (
         SELECT array_agg(DISTINCT r.document_id ORDER BY r.document_id) FROM ${schema}.reports r
         WHERE r.event_id = e.event_id AND r.until IS NULL
       ) AS documents
       FROM ${schema}.events e WHERE e.event_id = $1 AND e.until IS NULL`,
      [id],
    )
    const row = rows[0]
    if (row === undefined) return noEvent(id)
    if (row.into !== null) return refused(`Event ${id} was merged: name event ${row.into}, which it is part of.`)
    if (row.gone !== null) return refused(`Event ${id} was withdrawn: it is no event any more.`)
    return { status: 'there', type: row.type, documentIds: row.documents ?? [] }
  })
}

function noEvent(id: string): Refusal {
  return unknown(`There is no event ${id}.`)
}

export function findActor(pool: Pool, id: string): Promise<ActorTarget | Refusal> {
  return readSnapshot(pool, async ({ client, builds }) => {
    const schema = builds['actors']?.schema
    const { rows } =
      schema === undefined
        ? { rows: [] }
        : await client.query<{ kind: string; name: string; into: string | null }>(
            `SELECT kind, name, moved_to AS "into" FROM ${schema}.actors WHERE actor_id = $1`,
            [id],
          )
    const row = rows[0]
    if (row === undefined) return unknown(`There is no actor ${id}.`)
    if (row.into !== null) return refused(`Actor ${id} was merged: name actor ${row.into}, which it is.`)
    return { status: 'there', kind: row.kind, name: row.name }
  })
}

/** Which of these documents name the actor. */
export function documentsNaming(pool: Pool, actorId: string, documentIds: readonly string[]): Promise<string[]> {
  return readSnapshot(pool, async ({ client, builds }) => {
    const schema = builds['actors']?.schema
    if (schema === undefined) return []
    const { rows } = await client.query<{ documentId: string }>(
      `SELECT DISTINCT document_id AS "documentId" FROM ${schema}.actor_documents
       WHERE actor_id = $1 AND document_id = ANY ($2) AND n > 0`,
      [actorId, documentIds],
    )
    return rows.map(({ documentId }) => documentId)
  })
}

/** By entry id, the event that identity holds each report of the document to be of. */
export function eventsOfReports(pool: Pool, documentId: string): Promise<Map<string, string>> {
  return readSnapshot(pool, async ({ client, builds }) => {
    const schema = builds['timeline']?.schema
    if (schema === undefined) return new Map<string, string>()
    const { rows } = await client.query<{ entryId: string; eventId: string }>(
      `SELECT entry_id AS "entryId", cluster_id AS "eventId" FROM ${schema}.reports
       WHERE document_id = $1 ORDER BY since`,
      [documentId],
    )
    return new Map(rows.map(({ entryId, eventId }) => [entryId, eventId]))
  })
}

/** Whether another document than this one rests on the text, and has not been erased itself. */
export function isTextShared(pool: Pool, hash: string, documentId: string): Promise<boolean> {
  return readSnapshot(pool, async ({ client }) => {
    const { rows } = await client.query(
      `SELECT FROM intake.documents d WHERE d.text_hash = $1 AND d.document_id <> $2 AND NOT EXISTS (
         SELECT FROM log.entries e
         WHERE e.stream = 'document-' || d.document_id AND e.data -> 'change' ->> 'kind' = 'document.erase'
       ) LIMIT 1`,
      [hash, documentId],
    )
    return rows.length > 0
  })
}
