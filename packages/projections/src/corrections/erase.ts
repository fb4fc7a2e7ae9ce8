import { wordlessAttributes } from '@dateline/domain'
import type { ClientBase } from 'pg'
import type { Evidence, Report } from '../timeline/report.ts'
import { titleOf } from '../timeline/title.ts'
import type { Titled } from '../timeline/title-words.ts'

/**
 * Takes the words of documents out of rows that stay: their reports, and what events looked like in the past, there and
 * in builds that may serve again. A past version of an event that they told of shows no words at all.
 */
export async function eraseWords(client: ClientBase, schema: string, documentIds: readonly string[]): Promise<void> {
  const { rows } = await client.query<{ schema: string }>(
    `SELECT schema_name AS schema FROM projections.builds
     WHERE projection = (SELECT projection FROM projections.builds WHERE schema_name = $1) AND state = 'retired'`,
    [schema],
  )
  for (const one of [schema, ...rows.map((row) => row.schema)]) {
    await eraseVersions(client, one, documentIds)
    await eraseReports(client, one, documentIds)
  }
}

async function eraseReports(client: ClientBase, schema: string, documentIds: readonly string[]): Promise<void> {
  const { rows } = await client.query<{ entryId: string; since: bigint; report: string; evidence: string }>(
    `SELECT entry_id AS "entryId", since, report, evidence FROM ${schema}.reports WHERE document_id = ANY ($1)`,
    [documentIds],
  )
  await client.query(
    `UPDATE ${schema}.reports r SET report = u.report, evidence = u.evidence
     FROM unnest($1::text[], $2::bigint[], $3::text[], $4::text[]) AS u (entry_id, since, report, evidence)
     WHERE r.entry_id = u.entry_id AND r.since = u.since`,
    [
      rows.map(({ entryId }) => entryId),
      rows.map(({ since }) => since),
      rows.map(({ report }) => JSON.stringify(reportWithoutWords(JSON.parse(report) as Report))),
      rows.map(({ evidence }) =>
        JSON.stringify((JSON.parse(evidence) as Evidence[]).map((piece) => ({ ...piece, title: null, quote: '' }))),
      ),
    ],
  )
}

/** A report without the words of its document, as its entry is left in the log. */
export function reportWithoutWords<Some extends Pick<Report, 'type' | 'attributes' | 'actors' | 'by' | 'trigger'>>(
  report: Some,
): Some {
  return {
    ...report,
    trigger: '',
    attributes: wordlessAttributes(report.type, report.attributes),
    actors: report.actors.map((actor) => ({ ...actor, aliases: [] })),
    by: { ...report.by, title: null, sketch: null, names: [] },
  }
}

type Body = Titled & { title: string; attributes: Record<string, unknown>; evidence: Evidence[]; disputed: unknown[] }

async function eraseVersions(client: ClientBase, schema: string, documentIds: readonly string[]): Promise<void> {
  const { rows } = await client.query<{ position: bigint; n: number; body: string; statement: string | null }>(
    `SELECT e.position, e.n, e.body, e.statement FROM ${schema}.events e
     WHERE EXISTS (
       SELECT FROM ${schema}.reports r
       WHERE r.event_id = e.event_id AND r.document_id = ANY ($1)
         AND r.since <= e.position AND (r.until IS NULL OR r.until > e.position OR e.gone IS NOT NULL)
     )`,
    [documentIds],
  )
  await client.query(
    `UPDATE ${schema}.events e SET body = u.body, statement = u.statement, fts = '', words = '{}'
     FROM unnest($1::bigint[], $2::int[], $3::text[], $4::text[]) AS u (position, n, body, statement)
     WHERE e.position = u.position AND e.n = u.n`,
    [
      rows.map(({ position }) => position),
      rows.map(({ n }) => n),
      rows.map(({ body }) => JSON.stringify(bodyWithoutWords(JSON.parse(body) as Body))),
      rows.map(({ statement }) => statement && JSON.stringify(statementWithoutWords(statement))),
    ],
  )
}

function bodyWithoutWords(body: Body): Body {
  const attributes = wordlessAttributes(body.type, body.attributes)
  return { ...body, title: titleOf({ ...body, attributes, told: undefined }), attributes, evidence: [], disputed: [] }
}

function statementWithoutWords(statement: string): object {
  const parsed = JSON.parse(statement) as Record<string, unknown>
  return { ...parsed, affiliation: null, quotes: [], about: null, venue: null, evidence: [] }
}
