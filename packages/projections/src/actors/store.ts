import type { ClientBase } from 'pg'
import { appendRows } from '../shared/rows.ts'
import { send } from '../shared/send.ts'
import type { ActorDifferences } from './tally.ts'

/** Adds a page's differences to the actors' tables; answers what makes the actors of the sums. */
export async function addDifferences(
  client: ClientBase,
  schema: string,
  page: ActorDifferences,
): Promise<() => Promise<void>> {
  const [documents] = await send(client, [
    () => addSums(client, schema, DOCUMENTS, page.documents),
    () => addSums(client, schema, FACTS, page.facts),
    () => addSums(client, schema, COUNTS, page.counts),
    () => addSums(client, schema, PAIRS, page.pairs),
    () => writeOffices(client, schema, page),
  ])
  return async () => {
    await writeSummaries(client, schema, page, documents)
    if (page.actors.some(({ events }) => events < 0) || page.facts.some(([, , , , n]) => n < 0)) {
      await dropUnnamed(client, schema, page)
    }
  }
}

/**
 * Notes a page's differences, to be summed up when the whole log was read: a sum that is written once costs a fraction of
 * one that is updated page after page.
 */
export async function fillActors(
  client: ClientBase,
  schema: string,
  page: ActorDifferences,
): Promise<() => Promise<void>> {
  for (const { table, columns, rows } of SUMS) {
    const names = columns.map(([column]) => column)
    await appendRows(client, `${schema}.filling_${table}`, names, page[rows])
  }
  const events = page.actors.filter(({ events }) => events !== 0).map(({ id, events }) => [id, events])
  await appendRows(client, `${schema}.filling_actors`, ['actor_id', 'events'], events)
  await writeOffices(client, schema, page)
  return () => Promise.resolve()
}

/** Where differences are noted. */
export function fillingTables(schema: string): string[] {
  return [
    ...SUMS.map(
      ({ table, columns }) =>
        `CREATE TABLE ${schema}.filling_${table} (${columns.map(([column, type]) => `${column} ${type}${type === 'text' ? ' COLLATE "C"' : ''}`).join(', ')})`,
    ),
    `CREATE TABLE ${schema}.filling_actors (actor_id text COLLATE "C", events int)`,
  ]
}

/** Sums up the differences, and makes the actors of the sums. */
export function sumUp(schema: string): string[] {
  return [
    ...SUMS.map(({ table, columns, key, sum }) => {
      const selected = columns.map(([column]) =>
        column === sum ? `sum(${sum})` : key.includes(column) ? column : `min(${column})`,
      )
      return `
        INSERT INTO ${schema}.${table} (${columns.map(([column]) => column).join(', ')})
        SELECT ${selected.join(', ')} FROM ${schema}.filling_${table}
        GROUP BY ${key.map((_, index) => index + 1).join(', ')} HAVING sum(${sum}) <> 0
        ORDER BY ${key.map((_, index) => index + 1).join(', ')}`
    }),
    `ANALYZE ${SUMS.map(({ table }) => `${schema}.${table}`).join(', ')}`,
    summaries(
      schema,
      `(
        SELECT actor_id, coalesce(e.events, 0) AS events, coalesce(d.documents, 0) AS documents
        FROM (SELECT actor_id, sum(events)::int AS events FROM ${schema}.filling_actors
              GROUP BY 1 HAVING sum(events) <> 0) e
        FULL JOIN (SELECT actor_id, count(*)::int AS documents FROM ${schema}.actor_documents GROUP BY 1) d
        USING (actor_id) ORDER BY actor_id
      )`,
    ),
    `DROP TABLE ${[...SUMS.map(({ table }) => table), 'actors'].map((table) => `${schema}.filling_${table}`).join(', ')}`,
  ]
}

/** A table of sums: what identifies a sum comes first, the sum last. */
interface SumTable {
  table: string
  /** Its differences */
  rows: 'facts' | 'documents' | 'counts' | 'pairs'
  columns: readonly [column: string, type: string][]
  key: readonly string[]
  sum: string
}

const FACTS: SumTable = {
  table: 'actor_facts',
  rows: 'facts',
  columns: [
    ['actor_id', 'text'],
    ['fact', 'text'],
    ['value', 'text'],
    ['folded', 'text'],
    ['n', 'int'],
  ],
  key: ['actor_id', 'fact', 'value'],
  sum: 'n',
}
const DOCUMENTS: SumTable = {
  table: 'actor_documents',
  rows: 'documents',
  columns: [
    ['actor_id', 'text'],
    ['published_at', 'timestamptz'],
    ['document_id', 'text'],
    ['n', 'int'],
  ],
  key: ['actor_id', 'published_at', 'document_id'],
  sum: 'n',
}
const COUNTS: SumTable = {
  table: 'actor_counts',
  rows: 'counts',
  columns: [
    ['actor_id', 'text'],
    ['type', 'text'],
    ['role', 'text'],
    ['events', 'int'],
  ],
  key: ['actor_id', 'type', 'role'],
  sum: 'events',
}
const PAIRS: SumTable = {
  table: 'actor_pairs',
  rows: 'pairs',
  columns: [
    ['actor_id', 'text'],
    ['other_id', 'text'],
    ['events', 'int'],
  ],
  key: ['actor_id', 'other_id'],
  sum: 'events',
}

const SUMS = [DOCUMENTS, FACTS, COUNTS, PAIRS]

/** Adds to sums; a sum of zero is no row. Answers by how many rows each actor has more than before. */
async function addSums(
  client: ClientBase,
  schema: string,
  { table, columns, key, sum }: SumTable,
  rows: readonly (readonly (string | number)[])[],
): Promise<Map<string, number>> {
  const more = new Map<string, number>()
  if (rows.length === 0) return more
  const names = columns.map(([column]) => column).join(', ')
  const unnested = `unnest(${columns.map(([, type], index) => `$${index + 1}::${type}[]`).join(', ')}) AS x (${names})`
  const insert = () =>
    client.query<{ actor_id: string; inserted: boolean }>({
      name: `add ${schema}.${table}`,
      text: `
        INSERT INTO ${schema}.${table} AS t (${names}) SELECT * FROM ${unnested}
        ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${sum} = t.${sum} + excluded.${sum}
        ${table === DOCUMENTS.table ? 'RETURNING actor_id, xmax = 0 AS inserted' : ''}`,
      values: columns.map((_, index) => rows.map((row) => row[index])),
    })
  const lessened = rows.filter((row) => Number(row.at(-1)) < 0)
  const drop = () =>
    client.query<{ actor_id: string }>(
      `DELETE FROM ${schema}.${table} t USING ${unnested}
     WHERE ${key.map((column) => `t.${column} = x.${column}`).join(' AND ')} AND t.${sum} = 0 RETURNING t.actor_id`,
      columns.map((_, index) => lessened.map((row) => row[index])),
    )
  const [written, gone] = await send(client, [insert, async () => (lessened.length > 0 ? drop() : undefined)])
  const count = (actor: string, by: number) => more.set(actor, (more.get(actor) ?? 0) + by)
  for (const { actor_id, inserted } of written.rows) if (inserted) count(actor_id, 1)
  for (const { actor_id } of gone?.rows ?? []) count(actor_id, -1)
  return more
}

async function writeOffices(client: ClientBase, schema: string, page: ActorDifferences): Promise<void> {
  if (page.officeEvents.length === 0) return
  const drop = () => client.query(`DELETE FROM ${schema}.offices WHERE event_id = ANY ($1)`, [page.officeEvents])
  const insert = () =>
    client.query(
      `INSERT INTO ${schema}.offices (actor_id, event_id, office, country, begins, edtf, sort_date)
     SELECT "actorId", "eventId", office, country, begins, edtf, "sortDate"
     FROM json_to_recordset($1::json) AS x (
       "actorId" text, "eventId" text, office text, country text, begins boolean, edtf text, "sortDate" date)`,
      [JSON.stringify(page.offices)],
    )
  await send(client, page.offices.length === 0 ? [drop] : [drop, insert])
}

async function writeSummaries(
  client: ClientBase,
  schema: string,
  page: ActorDifferences,
  documents: ReadonlyMap<string, number>,
): Promise<void> {
  if (page.actors.length === 0) return
  await client.query({
    name: `summarize ${schema}.actors`,
    text: `${summaries(schema, 'unnest($1::text[], $2::int[], $3::int[])')}
     ON CONFLICT (actor_id) DO UPDATE SET
       kind = excluded.kind, name = excluded.name, aliases = excluded.aliases, country = excluded.country,
       search = excluded.search, events = t.events + excluded.events, documents = t.documents + excluded.documents,
       first_seen = excluded.first_seen, last_seen = excluded.last_seen`,
    values: [
      page.actors.map(({ id }) => id),
      page.actors.map(({ events }) => events),
      page.actors.map(({ id }) => documents.get(id) ?? 0),
    ],
  })
}

/**
 * Inserts actors, of a source of ids, events and documents: names, kinds and countries as most reports have them, of
 * equals the first in the alphabet.
 */
function summaries(schema: string, source: string): string {
  return `
    INSERT INTO ${schema}.actors AS t
      (actor_id, kind, name, aliases, country, search, events, documents, first_seen, last_seen)
    SELECT u.actor_id, coalesce(f.kind, 'organization'), coalesce(f.name, u.actor_id),
           array_remove(coalesce(f.aliases, '{}'), coalesce(f.name, u.actor_id)), f.country,
           coalesce(f.search, lower(u.actor_id)), u.events, u.documents, d.first_seen, d.last_seen
    FROM ${source} AS u (actor_id, events, documents)
    LEFT JOIN LATERAL (
      SELECT (array_agg(value ORDER BY n DESC, value) FILTER (WHERE fact = 'kind'))[1] AS kind,
             (array_agg(value ORDER BY n DESC, value) FILTER (WHERE fact = 'name'))[1] AS name,
             array_agg(value ORDER BY n DESC, value) FILTER (WHERE fact = 'alias') AS aliases,
             (array_agg(value ORDER BY n DESC, value) FILTER (WHERE fact = 'country'))[1] AS country,
             string_agg(folded, E'\\n' ORDER BY n DESC, value) FILTER (WHERE fact = 'alias') AS search
      FROM ${schema}.actor_facts WHERE actor_id = u.actor_id
    ) f ON true
    LEFT JOIN LATERAL (
      SELECT (SELECT published_at FROM ${schema}.actor_documents WHERE actor_id = u.actor_id
              ORDER BY published_at LIMIT 1) AS first_seen,
             (SELECT published_at FROM ${schema}.actor_documents WHERE actor_id = u.actor_id
              ORDER BY published_at DESC LIMIT 1) AS last_seen
    ) d ON true`
}

/** Whom no report names any more is nobody. */
async function dropUnnamed(client: ClientBase, schema: string, { actors }: ActorDifferences): Promise<void> {
  await client.query(
    `DELETE FROM ${schema}.actors a WHERE actor_id = ANY ($1) AND events = 0 AND moved_to IS NULL
     AND NOT EXISTS (SELECT FROM ${schema}.actor_facts f WHERE f.actor_id = a.actor_id)`,
    [actors.map(({ id }) => id)],
  )
}
