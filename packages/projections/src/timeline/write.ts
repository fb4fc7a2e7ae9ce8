import type { ClientBase } from 'pg'
import { addDifferences, fillActors } from '../actors/store.ts'
import { eraseWords } from '../corrections/erase.ts'
import { correctionRows, redirects, writeCorrections } from '../corrections/store.ts'
import { documentRows, writeDocuments } from '../documents/store.ts'
import { statementBody } from '../statements/body.ts'
import { peopleRows, writePeople } from '../people/store.ts'
import { createBreather } from '../shared/breather.ts'
import { appendRows, type Row } from '../shared/rows.ts'
import { pipelines, send } from '../shared/send.ts'
import { foldText, storable } from '../shared/text.ts'
import { type Lexemes, lexemesIn } from '../words/lexemes.ts'
import { evidenceOf, stringifyReport } from './report.ts'
import type { EventState, ReportAssigned, TimelineState, Version } from './state.ts'
import { eventTitle } from './body.ts'
import { countPage } from './counts.ts'
import { keysOf } from './terms.ts'

export interface WriteOptions {
  lexemes: Lexemes
  /** The tables are being filled: sums are made at the end */
  filling: boolean
}

/** Takes from the state what a page has changed, and answers what writes it, one statement a table. */
export async function prepareTimeline(
  state: TimelineState,
  { lexemes, filling }: WriteOptions,
): Promise<(client: ClientBase, schema: string) => Promise<void>> {
  const breathe = createBreather()
  const rowsOf = async <T, R>(items: Iterable<T>, rowOf: (item: T) => R): Promise<R[]> => {
    const rows: R[] = []
    for (const item of items) {
      rows.push(rowOf(item))
      await breathe()
    }
    return rows
  }
  const documents = documentRows([...state.touchedDocuments].flatMap((id) => state.documents.get(id) ?? []))
  const reports = await rowsOf([...state.passed, ...state.assigned.values()], reportRow)
  const keys = keyDifferences([...state.touchedEvents].flatMap((id) => state.events.get(id) ?? []))
  const texts = await rowsOf(state.versions, searchText)
  const versions = await rowsOf(state.versions, versionRow)
  const actors = state.tally.differences()
  const people = peopleRows([...state.touchedPeople].flatMap((id) => state.people.byId.get(id) ?? []))
  const corrections = correctionRows(state.corrected)
  const { ended, replaced, moved, corrected, erased } = state
  return async (client, schema) => {
    // Before they end: what ends was moved before.
    await moveReports(client, schema, moved)
    const [vectors, summarize] = await send(client, [
      () => lexemes.vectorsOf(client, texts),
      () => (filling ? fillActors : addDifferences)(client, schema, actors),
      () => writeDocuments(client, schema, documents),
      () => endReports(client, schema, ended),
      () => appendRows(client, `${schema}.reports`, REPORT_COLUMNS, reports),
      // While those that end are still there.
      async () => (filling ? undefined : countPage(client, schema, replaced.keys(), state.versions)),
      // Before the new ones come, of which one an event has no end.
      () => replaceVersions(client, schema, replaced),
      () => dropKeys(client, schema, keys.gone),
      () => addKeys(client, schema, keys.come),
      () => writePeople(client, schema, people),
      () => writeCorrections(client, schema, corrections, corrected.undone),
    ])
    await send(client, [
      () =>
        appendRows(
          client,
          `${schema}.events`,
          VERSION_COLUMNS,
          versions.map((row, n) => [...row, ...foundBy(state.versions[n], vectors[n] ?? '')]),
        ),
      summarize,
    ])
    if (corrected.redirected && !filling) for (const statement of redirects(schema)) await client.query(statement)
    if (erased.size > 0) await eraseWords(client, schema, [...erased])
  }
}

/** Each move ends the row that shows the report with one event, and makes one that shows it with the other. */
async function moveReports(client: ClientBase, schema: string, moved: TimelineState['moved']): Promise<void> {
  const byPosition = new Map<bigint, TimelineState['moved']>()
  for (const move of moved) byPosition.set(move.at, [...(byPosition.get(move.at) ?? []), move])
  for (const [at, moves] of byPosition) {
    const values = [moves.map(({ entryId }) => entryId), moves.map(({ eventId }) => eventId), at]
    // What began at the same position was never shown otherwise.
    await client.query(
      `UPDATE ${schema}.reports r SET event_id = u.event_id FROM unnest($1::text[], $2::text[]) AS u (entry_id, event_id)
       WHERE r.entry_id = u.entry_id AND r.until IS NULL AND r.since = $3`,
      values,
    )
    await client.query(
      `WITH ended AS (
         UPDATE ${schema}.reports r SET until = $3 FROM unnest($1::text[], $2::text[]) AS u (entry_id, event_id)
         WHERE r.entry_id = u.entry_id AND r.until IS NULL AND r.since < $3
         RETURNING r.*, u.event_id AS other_id
       )
       INSERT INTO ${schema}.reports (${REPORT_COLUMNS.join(', ')})
       SELECT ${REPORT_COLUMNS.map((column) => MOVED[column] ?? column).join(', ')}
       FROM ended`,
      values,
    )
  }
}

const MOVED: Readonly<Record<string, string>> = { since: '$3', until: 'NULL', event_id: 'other_id' }

async function endReports(client: ClientBase, schema: string, ended: ReadonlyMap<string, bigint>): Promise<void> {
  if (ended.size === 0) return
  await client.query(
    `UPDATE ${schema}.reports r SET until = u.until
     FROM unnest($1::text[], $2::bigint[]) AS u (entry_id, until)
     WHERE r.entry_id = u.entry_id AND r.until IS NULL`,
    [[...ended.keys()], [...ended.values()]],
  )
}

const REPORT_COLUMNS =
  'entry_id since until event_id cluster_id document_id position revision ordinal engine source actors published_at report evidence why'.split(
    ' ',
  )

function reportRow({ report, eventId, clusterId, since, until, why }: ReportAssigned): Row {
  return [
    report.entryId,
    since,
    until,
    eventId,
    clusterId,
    report.by.documentId,
    report.position,
    report.by.revision,
    report.ordinal,
    report.by.engine,
    report.by.source,
    report.actors.map(({ id }) => id),
    new Date(report.publishedAt).toISOString(),
    stringifyReport(report),
    JSON.stringify(evidenceOf(report)),
    why,
  ]
}

async function replaceVersions(
  client: ClientBase,
  schema: string,
  replaced: ReadonlyMap<string, bigint>,
): Promise<void> {
  if (replaced.size === 0) return
  await client.query(
    `UPDATE ${schema}.events e SET until = u.until
     FROM unnest($1::text[], $2::bigint[]) AS u (event_id, until)
     WHERE e.event_id = u.event_id AND e.until IS NULL`,
    [[...replaced.keys()], [...replaced.values()]],
  )
}

/** In the order of the rows; what search finds an event by comes last. */
const VERSION_COLUMNS = (
  'position n until event_id change gone moved_to reason type realis edtf dated earliest latest sort_date countries places ' +
  'actors roles actor_roles sources source_count document_count confidence first_reported last_reported body statement fts terms words'
).split(' ')

function versionRow({ position, n, until, eventId, change, gone, movedTo, reason, merged, body }: Version): Row {
  const { participants, date } = merged
  return [
    position,
    n,
    until,
    eventId,
    change,
    gone,
    movedTo,
    reason,
    merged.type,
    merged.realis,
    date.edtf,
    date.edtf !== 'unknown',
    date.earliest,
    date.latest,
    merged.sortDate,
    merged.countries,
    merged.places,
    distinct(participants.map(({ actor }) => actor.id)),
    distinct(participants.map(({ role }) => role)),
    distinct(participants.map(({ role, actor }) => `${role} ${actor.id}`)),
    merged.sourceNames,
    merged.sources,
    merged.documents,
    merged.confidence,
    new Date(merged.firstReportedAt).toISOString(),
    new Date(merged.lastReportedAt).toISOString(),
    body,
    statementBody(eventId, merged),
  ]
}

function foundBy(version: Version | undefined, vector: string): Row {
  if (!version) throw new Error('A row without a version')
  const { merged } = version
  const { participants, date } = merged
  const { terms, words } = keysOf(
    {
      ...merged,
      ...date,
      dated: date.edtf !== 'unknown',
      actors: participants.map(({ actor }) => actor.id),
      roles: participants.map(({ role }) => role),
      actorRoles: participants.map(({ role, actor }) => `${role} ${actor.id}`),
    },
    lexemesIn(vector),
  )
  return [vector, terms, words]
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)]
}

/**
 * The words that a search finds an event by: its title, who takes part, where, and what its best evidence says. Without
 * `<`, which begins markup for the parser of Postgres.
 */
function searchText({ merged }: Version): string {
  const names = merged.participants.map(({ actor }) => actor.name)
  const evidence = merged.best.evidence.map(({ text }) => text)
  const text = [eventTitle(merged), ...names, merged.place?.name ?? '', ...evidence].join('\n')
  return storable(foldText(text.replaceAll('<', ' ')).slice(0, 20_000))
}

interface KeyDifferences {
  gone: Key[]
  come: Key[]
}

type Key = readonly [key: string, event: string]

function keyDifferences(events: readonly EventState[]): KeyDifferences {
  const gone: Key[] = []
  const come: Key[] = []
  for (const { id, keys, storedKeys } of events) {
    if (storedKeys === null) continue
    for (const key of storedKeys) if (!keys.includes(key)) gone.push([key, id])
    for (const key of keys) if (!storedKeys.includes(key)) come.push([key, id])
  }
  return { gone, come: come.sort(([a], [b]) => (a < b ? -1 : 1)) }
}

async function addKeys(client: ClientBase, schema: string, come: readonly Key[]): Promise<void> {
  if (come.length === 0) return
  if (!pipelines(client)) return appendRows(client, `${schema}.event_keys`, ['key', 'event_id'], come)
  await client.query(`INSERT INTO ${schema}.event_keys (key, event_id) SELECT * FROM unnest($1::text[], $2::text[])`, [
    come.map(([key]) => key),
    come.map(([, id]) => id),
  ])
}

async function dropKeys(client: ClientBase, schema: string, gone: KeyDifferences['gone']): Promise<void> {
  if (gone.length === 0) return
  await client.query(
    `DELETE FROM ${schema}.event_keys k USING unnest($1::text[], $2::text[]) AS u (key, event_id)
     WHERE k.key = u.key AND k.event_id = u.event_id`,
    [gone.map(([key]) => key), gone.map(([, id]) => id)],
  )
}
