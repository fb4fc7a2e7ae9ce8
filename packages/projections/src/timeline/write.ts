import type { ClientBase } from 'pg'
import { writeActors } from '../actors/store.ts'
import { writeDocuments } from '../documents/store.ts'
import { statementBody } from '../statements/body.ts'
import { foldText, storable } from '../shared/text.ts'
import { evidenceOf, stringifyReport } from './report.ts'
import type { EventState, ReportAssigned, TimelineState, Version } from './state.ts'
import { eventTitle } from './body.ts'

/** Writes what a page has changed, one statement a table. */
export async function writeTimeline(client: ClientBase, schema: string, state: TimelineState): Promise<void> {
  const documents = [...state.touchedDocuments].flatMap((id) => state.documents.get(id) ?? [])
  await writeDocuments(client, schema, documents)
  await writeReports(client, schema, state)
  await writeVersions(client, schema, state)
  await writeKeys(client, schema, state)
  await writeActors(client, schema, state.tally.differences())
}

async function writeReports(client: ClientBase, schema: string, state: TimelineState): Promise<void> {
  if (state.ended.size > 0) {
    await client.query(
      `UPDATE ${schema}.reports r SET until = u.until
       FROM unnest($1::text[], $2::bigint[]) AS u (entry_id, until)
       WHERE r.entry_id = u.entry_id AND r.until IS NULL`,
      [[...state.ended.keys()], [...state.ended.values()]],
    )
  }
  if (state.assigned.size === 0) return
  await client.query(
    `INSERT INTO ${schema}.reports (${namesOf(REPORT_COLUMNS)}, report, evidence, why)
     SELECT ${namesOf(REPORT_COLUMNS)}, report::text, evidence::text, why::text
     FROM json_to_recordset($1::json) AS x (${REPORT_COLUMNS}, report json, evidence json, why json)`,
    [jsonRows([...state.assigned.values()], reportRow)],
  )
}

const REPORT_COLUMNS =
  'entry_id text, since bigint, until bigint, event_id text, document_id text, position bigint, revision int, ' +
  'ordinal int, engine text, source text, published_at timestamptz'

function reportRow({ report, eventId, since, until, why }: ReportAssigned): JsonRow {
  const row = {
    entry_id: report.entryId,
    since: String(since),
    until: until === null ? null : String(until),
    event_id: eventId,
    document_id: report.by.documentId,
    position: String(report.position),
    revision: report.by.revision,
    ordinal: report.ordinal,
    engine: report.by.engine,
    source: report.by.source,
    published_at: new Date(report.publishedAt).toISOString(),
  }
  return [row, { report: stringifyReport(report), evidence: JSON.stringify(evidenceOf(report)), why }]
}

async function writeVersions(client: ClientBase, schema: string, state: TimelineState): Promise<void> {
  if (state.replaced.size > 0) {
    await client.query(
      `UPDATE ${schema}.events e SET until = u.until
       FROM unnest($1::text[], $2::bigint[]) AS u (event_id, until)
       WHERE e.event_id = u.event_id AND e.until IS NULL`,
      [[...state.replaced.keys()], [...state.replaced.values()]],
    )
  }
  if (state.versions.length === 0) return
  await client.query(
    `INSERT INTO ${schema}.events (${namesOf(VERSION_COLUMNS)}, body, statement, fts)
     SELECT ${namesOf(VERSION_COLUMNS)}, body::text, statement::text, to_tsvector('english', search)
     FROM json_to_recordset($1::json) AS x (${VERSION_COLUMNS}, search text, body json, statement json)`,
    [jsonRows(state.versions, versionRow)],
  )
}

const VERSION_COLUMNS =
  'position bigint, n int, until bigint, event_id text, change text, gone text, reason text, type text, realis text, ' +
  'edtf text, dated boolean, earliest date, latest date, sort_date date, countries text[], places text[], ' +
  'actors text[], roles text[], actor_roles text[], sources text[], source_count int, document_count int, ' +
  'confidence real, first_reported timestamptz, last_reported timestamptz'

function versionRow(version: Version): JsonRow {
  const { position, n, until, eventId, change, gone, reason, merged, body } = version
  const { participants, date } = merged
  const row = {
    position: String(position),
    n,
    until: until === null ? null : String(until),
    event_id: eventId,
    change,
    gone,
    reason,
    type: merged.type,
    realis: merged.realis,
    edtf: date.edtf,
    dated: date.edtf !== 'unknown',
    earliest: date.earliest,
    latest: date.latest,
    sort_date: merged.sortDate,
    countries: merged.countries,
    places: merged.places,
    actors: [...new Set(participants.map(({ actor }) => actor.id))],
    roles: [...new Set(participants.map(({ role }) => role))],
    actor_roles: [...new Set(participants.map(({ role, actor }) => `${role} ${actor.id}`))],
    sources: merged.sourceNames,
    source_count: merged.sources,
    document_count: merged.documents,
    confidence: merged.confidence,
    first_reported: new Date(merged.firstReportedAt).toISOString(),
    last_reported: new Date(merged.lastReportedAt).toISOString(),
    search: searchText(version),
  }
  return [row, { body, statement: statementBody(eventId, merged) ?? 'null' }]
}

/** A row, and columns of it that are JSON already. */
type JsonRow = [row: object, json: Record<string, string>]

/** A JSON array of rows. JSON goes in as it is, so that neither side has to escape and read it twice. */
function jsonRows<T>(items: readonly T[], rowOf: (item: T) => JsonRow): string {
  const rows = items.map((item) => {
    const [row, json] = rowOf(item)
    const more = Object.entries(json).map(([name, text]) => `,"${name}":${text}`)
    return `${JSON.stringify(row).slice(0, -1)}${more.join('')}}`
  })
  return `[${rows.join(',')}]`
}

/** The names of `name type, …`. */
function namesOf(columns: string): string {
  return columns.replace(/ [\w[\]]+(?=,|$)/g, '')
}

/** The words that a search finds an event by: its title, who takes part, where, and what its best evidence says. */
function searchText({ merged }: Version): string {
  const names = merged.participants.map(({ actor }) => actor.name)
  const evidence = merged.best.evidence.map(({ text }) => text)
  return storable(foldText([eventTitle(merged), ...names, merged.place?.name ?? '', ...evidence].join('\n'))).slice(
    0,
    20_000,
  )
}

async function writeKeys(client: ClientBase, schema: string, state: TimelineState): Promise<void> {
  const events = [...state.touchedEvents].flatMap((id) => state.events.get(id) ?? [])
  const gone = keyRows(events, (event) => [...event.storedKeys].filter((key) => !event.keys.has(key)))
  const come = keyRows(events, (event) => [...event.keys].filter((key) => !event.storedKeys.has(key)))
  if (gone.keys.length > 0) {
    await client.query(
      `DELETE FROM ${schema}.event_keys k USING unnest($1::text[], $2::text[]) AS u (key, event_id)
       WHERE k.key = u.key AND k.event_id = u.event_id`,
      [gone.keys, gone.events],
    )
  }
  if (come.keys.length > 0) {
    await client.query(
      `INSERT INTO ${schema}.event_keys (key, event_id) SELECT * FROM unnest($1::text[], $2::text[])`,
      [come.keys, come.events],
    )
  }
}

function keyRows(events: readonly EventState[], keysOf: (event: EventState) => string[]) {
  const rows = events.flatMap((event) => keysOf(event).map((key) => [key, event.id] as const))
  rows.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return { keys: rows.map(([key]) => key), events: rows.map(([, id]) => id) }
}
