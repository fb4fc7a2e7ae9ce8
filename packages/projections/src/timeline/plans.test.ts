import { afterAll, beforeAll, expect, it } from 'vitest'
import { analyzeBuild } from '../engine/builds.ts'
import { ensureServing } from '../testing/catch-up.ts'
import { createTestLog, type TestLog } from '../testing/database.ts'
import { UNDER } from '../people/store.ts'
import { CALLED } from '../reading/names-of-actor.ts'
import { BODIES, FIND, NAMING, REPORTS } from './load.ts'
import { timeline } from './projection.ts'
import { termHashSql, yearMixSql } from './terms.ts'

let db: TestLog
let schema: string

/** Twenty thousand events of fifty actors, two versions each. */
beforeAll(async () => {
  db = await createTestLog()
  schema = await ensureServing(db, timeline)
  await db.pool.query(
    `INSERT INTO ${schema}.events (
       position, n, until, event_id, change, type, realis, edtf, dated, earliest, latest, sort_date, countries, places,
       actors, roles, actor_roles, sources, source_count, document_count, confidence, first_reported, last_reported,
       fts, body, terms, words)
     SELECT 2 * i + v, 0, CASE WHEN v = 0 THEN 2 * i + 1 END, 'event ' || i, 'created',
            CASE WHEN i % 20 = 0 THEN 'coup' ELSE 'attack' END, 'actual', d::text, true, d, d, d, ARRAY['C' || i % 90],
            ARRAY['place ' || i % 500], ARRAY['actor ' || i % 50], ARRAY['target'], ARRAY['target actor ' || i % 50],
            ARRAY['demo'], 1, 1, 0.9, now(), now(), to_tsvector('english', 'word' || i % 1000), repeat('x', 800),
            ARRAY[${termHashSql(`'a actor ' || i % 50`)} # ${yearMixSql('extract(year FROM d)')}], '{}'
     FROM generate_series(1, 20000) AS i, generate_series(0, 1) AS v, LATERAL (SELECT date '2000-01-01' + i % 9000 AS d) AS days`,
  )
  await db.pool.query(
    `INSERT INTO ${schema}.reports
     SELECT 'entry ' || i, i, NULL, 'event ' || i, 'event ' || i, 'document ' || i / 10, i, 1, 0, 'e', 'demo',
            ARRAY['person:' || i % 500], now(), '{}', '[]', '{}'
     FROM generate_series(1, 20000) AS i`,
  )
  await db.pool.query(
    `INSERT INTO ${schema}.event_keys SELECT 'attack|' || i % 7000, 'event ' || i FROM generate_series(1, 20000) AS i`,
  )
  await db.pool.query(
    `INSERT INTO ${schema}.actors (actor_id, kind, name, aliases, search, events, documents)
     SELECT 'person:' || i, 'person', 'N', '{}', md5(i::text) || ' ' || md5((i + 1)::text), i, 1
     FROM generate_series(1, 20000) AS i`,
  )
  await db.pool.query(
    `INSERT INTO ${schema}.people SELECT 'person:' || i, i, '{"names": []}' FROM generate_series(1, 20000) AS i`,
  )
  await db.pool.query(
    `INSERT INTO ${schema}.people_keys SELECT 'last ' || i % 300, i, 'person:' || i FROM generate_series(1, 20000) AS i`,
  )
  for (const statement of timeline.indexes(schema)) await db.pool.query(statement)
  await analyzeBuild(db.pool, schema)
})
afterAll(() => db.drop())

const NOW = 'until IS NULL AND gone IS NULL'
const THEN = 'position <= 30000 AND (until IS NULL OR until > 30000) AND gone IS NULL'
const ORDER = 'ORDER BY sort_date, event_id LIMIT 51'

it.each<[string, (s: string) => string, unknown[]]>([
  ['identity looks for candidates', FIND, [['document 7'], ['attack|5', 'attack|6']]],
  ['events that name an actor are found', NAMING, [['person:7']]],
  ['persons of a name are looked for', UNDER, [['last 7', 'last 8', 'last 9']]],
  ['an actor is found by what a document calls it', CALLED, ['last 7', null]],
  ['what is told of events is read', REPORTS, [['event 5', 'event 6']]],
  ['the versions of events are read', BODIES, [['event 5']]],
  [
    'versions are replaced',
    (s) =>
      `UPDATE ${s}.events e SET until = u.until FROM unnest($1::text[], $2::bigint[]) AS u (event_id, until) WHERE e.event_id = u.event_id AND e.until IS NULL`,
    [['event 5'], [7n]],
  ],
  ['a first page is read', (s) => `SELECT body FROM ${s}.events WHERE ${NOW} ${ORDER}`, []],
  [
    'a next page is read',
    (s) => `SELECT body FROM ${s}.events WHERE ${NOW} AND (sort_date, event_id) > ('2010-05-05', 'event 7') ${ORDER}`,
    [],
  ],
  [
    'a page of the past is read',
    (s) => `SELECT body FROM ${s}.events WHERE ${THEN} AND (sort_date, event_id) > ('2010-05-05', 'event 7') ${ORDER}`,
    [],
  ],
  ['a page of one type is read', (s) => `SELECT body FROM ${s}.events WHERE ${NOW} AND type = 'coup' ${ORDER}`, []],
  [
    'changes are followed',
    (s) => `SELECT body FROM ${s}.events WHERE (position, n) > (20000, 0) ORDER BY position, n LIMIT 100`,
    [],
  ],
  ['a history is read', (s) => `SELECT change FROM ${s}.events WHERE event_id = 'event 7' ORDER BY position, n`, []],
  ['an actor is searched for', (s) => `SELECT name FROM ${s}.actors WHERE search LIKE '%abcdef%'`, []],
])('no table is walked when %s', async (_, statement, values) => {
  const { rows } = await db.pool.query<{ 'QUERY PLAN': unknown }>(`EXPLAIN (FORMAT JSON) ${statement(schema)}`, values)
  const plan = JSON.stringify(rows[0]?.['QUERY PLAN'])
  expect(plan).toMatch(/Index/)
  expect(plan).not.toMatch(/"Seq Scan"/)
})

it('moves the checkpoint within its page, without touching an index', async () => {
  const move = 'UPDATE projections.checkpoints SET position = position + 1, updated_at = clock_timestamp()'
  for (let index = 0; index < 200; index += 1) await db.pool.query(move)
  await db.pool.query('SELECT pg_stat_force_next_flush()')
  const { rows } = await db.pool.query<{ all: bigint; hot: bigint }>(
    `SELECT n_tup_upd AS all, n_tup_hot_upd AS hot FROM pg_stat_user_tables WHERE relname = 'checkpoints'`,
  )
  const { all = 0n, hot = 0n } = rows[0] ?? {}
  expect(Number(all)).toBeGreaterThan(100)
  expect(Number(hot) / Number(all)).toBeGreaterThan(0.95)
})
