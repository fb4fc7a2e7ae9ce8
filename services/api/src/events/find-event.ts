import type { View } from '../http/reading.ts'

/** `merged`: it is part of another one now; `withdrawn`: nobody says so any more. */
export type FoundEvent =
  | { status: 'there'; body: string; evidence: string[]; reports: string[] }
  | { status: 'merged'; into: string }
  | { status: 'withdrawn'; reason: string | null }
  | { status: 'unknown' }

interface Row {
  body: string
  gone: 'withdrawn' | 'merged' | null
  into: string | null
  reason: string | null
  evidence: string[] | null
  reports: string[] | null
}

/**
 * An event with the evidence of every document that reports it, and why it is held to do so: as it is now, or as it was at a position.
 */
export async function findEvent(
  { client, schema }: Pick<View, 'client' | 'schema'>,
  id: string,
  at: bigint | null,
): Promise<FoundEvent> {
  const { rows } = await client.query<Row>(
    `select body, gone, moved_to as into, reason,
            (select array_agg(evidence order by published_at, position) from ${schema}.reports r
             where r.event_id = e.event_id and ${countedAt('r', 'since', at)}) as evidence,
            (select array_agg(json_build_object('documentId', document_id, 'source', source, 'publishedAt',
               evidence::json->0->>'publishedAt', 'why', why::json)::text order by position) from ${schema}.reports r
             where r.event_id = e.event_id and ${countedAt('r', 'since', at)}) as reports
     from ${schema}.events e where event_id = $1 and ${countedAt('e', 'position', at)}`,
    at === null ? [id] : [id, at],
  )
  const row = rows[0]
  if (!row) return { status: 'unknown' }
  if (row.gone === 'merged' && row.into !== null) return { status: 'merged', into: row.into }
  if (row.gone !== null) return { status: 'withdrawn', reason: row.reason }
  return { status: 'there', body: row.body, evidence: row.evidence ?? [], reports: row.reports ?? [] }
}

/** That a row counts now, or did at a position ($2). */
function countedAt(row: string, from: string, at: bigint | null): string {
  if (at === null) return `${row}.until is null`
  return `${row}.${from} <= $2 and (${row}.until is null or ${row}.until > $2)`
}
