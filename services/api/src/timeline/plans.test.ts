import { termHashSql, timelineIndexes, timelineTables, yearMixSql } from '@dateline/projections'
import { createTestDatabase } from '@dateline/test/support/postgres.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { countsQuery } from './count-events.ts'
import { eventsQuery, type EventPage } from './list-events.ts'

const EVENTS = 40_000
const database = await createTestDatabase()
const { pool } = database

/** What `terms` and `words` of a row are made of. */
const keys = (terms: string) =>
  `ARRAY(SELECT ${termHashSql('term')} # ${yearMixSql('extract(year FROM d)')} FROM unnest(${terms}) AS term)`

/**
 * Twenty-five years of ninety countries and five hundred places, with actors of whom one is in every third event, one in
 * every event of a late year and others in five; `late` is a word of that year. A tenth lasts for ten days.
 */
beforeAll(async () => {
  await pool.query(`CREATE SCHEMA many; CREATE TABLE many.actors (actor_id text, name text, moved_to text)`)
  for (const statement of timelineTables('many')) await pool.query(statement)
  await pool.query(
    `INSERT INTO many.events (
       position, n, event_id, change, type, realis, edtf, dated, earliest, latest, sort_date, countries, places, actors,
       roles, actor_roles, sources, source_count, document_count, confidence, first_reported, last_reported, fts, body,
       terms, words)
     SELECT i, 0, 'event ' || i, 'created', type, realis, d::text, true, d, d + lasts, d, ARRAY['C' || i % 90],
            ARRAY['place ' || i % 500], actors, ARRAY['target'], ARRAY['target x'], ARRAY['demo'], sources, 1, 0.9, now(),
            now(), to_tsvector('english', text), repeat('x', 300),
            ${keys(`ARRAY['', 'd ' || extract(month FROM d), 't ' || type, 'm ' || realis, 'c C' || i % 90,
                    'p place ' || i % 500, 'a ' || actors[1], 'r target', CASE WHEN sources > 1 THEN 'n 2' END,
                    CASE WHEN lasts > 0 THEN 'l' END]`)},
            ${keys(`ARRAY(SELECT 'w ' || word FROM unnest(tsvector_to_array(to_tsvector('english', text))) AS word)`)}
     FROM generate_series(1, ${EVENTS}) AS i, LATERAL (
       SELECT date '2000-01-01' + i % 9000 AS d, CASE WHEN i % 100 = 0 THEN 'coup' ELSE 'attack' END AS type,
              CASE WHEN i % 500 = 7 THEN 'negated' ELSE 'actual' END AS realis, CASE WHEN i % 10 = 3 THEN 10 ELSE 0 END AS lasts,
              CASE WHEN i % 400 = 9 THEN 3 ELSE 1 END AS sources,
              ARRAY[CASE WHEN i % 9000 > 8500 THEN 'late' WHEN i % 3 = 0 THEN 'often' ELSE 'actor ' || i % 8000 END] AS actors,
              'word' || i % 2000 || CASE WHEN i % 9000 > 8500 THEN ' late' ELSE ' early' END AS text
     ) AS drawn`,
  )
  for (const statement of timelineIndexes('many')) await pool.query(statement)
  await pool.query('VACUUM ANALYZE many.events')
})
afterAll(() => database.drop())

const asked: EventPage = {
  filters: { match: 'all', realis: ['actual', 'ongoing'], order: 'asc' },
  at: null,
  cursor: null,
  limit: 50,
}
const filtered = (filters: Partial<EventPage['filters']>): EventPage => ({
  ...asked,
  filters: { ...asked.filters, ...filters },
})
const behind = { asOf: 1n, key: ['2010-05-05', 'event 7'] }

/** Rows of events that a page of fifty may cost: the walk, and a month or two of what is looked up. */
it.each<[string, EventPage, RegExp, number]>([
  ['the first page', asked, /events_order/, 110],
  ['a page from the end', filtered({ order: 'desc' }), /events_order/, 110],
  ['a page far inside', { ...asked, cursor: behind }, /events_order/, 110],
  ['a page of the past', { ...asked, at: 30_000n, cursor: behind }, /events_past_order/, 300],
  ['a page of one type', filtered({ type: ['coup'] }), /events_terms/, 900],
  ['an actor who is everywhere', { ...asked, actor: 'often' }, /events_terms/, 500],
  ['an actor who is hardly anywhere', { ...asked, actor: 'actor 77' }, /events_terms/, 500],
  ['an actor who comes late', { ...asked, actor: 'late' }, /events_terms/, 900],
  ['nobody', { ...asked, actor: 'nobody' }, /events_terms/, 400],
  ['a role nobody has', filtered({ role: 'winner' }), /events_terms/, 400],
  ['two who never met', filtered({ actor: ['often', 'late'] }), /events_terms/, 400],
  ['a place', filtered({ place: 'place 77' }), /events_terms/, 600],
  ['an actor in a country', filtered({ country: 'C5', actor: ['actor 77'] }), /events_terms/, 500],
  ['rare words', filtered({ q: 'word77' }), /events_terms/, 500],
  ['words that come late', filtered({ q: 'late' }), /events_terms/, 900],
  ['words that come late, among others', filtered({ q: 'late word77' }), /events_terms/, 500],
  ['what did not happen', filtered({ realis: ['negated'] }), /events_terms/, 600],
  ['what many report', filtered({ minSources: 2 }), /events_terms/, 600],
  ['a day', filtered({ from: '2012-07-20', to: '2012-07-20' }), /events_span/, 300],
  ['a day from its end', filtered({ from: '2012-07-20', to: '2012-07-20', order: 'desc' }), /events_span/, 300],
  ['what began after a day', filtered({ from: '2020-07-20' }), /events_order/, 300],
  ['a month of a country', filtered({ from: '2012-07', to: '2012-07', country: 'C5' }), /events_terms/, 600],
])('%s is read by an index, and little else', async (_, page, index, mostRows) => {
  const { rows, values, about } = eventsQuery('many', page)
  const head = about === undefined ? '' : `SELECT (${about})::text AS key, NULL AS id, NULL AS json UNION ALL `
  const client = await pool.connect()
  // The plan that is kept, whatever the values are.
  await client.query(`SET plan_cache_mode = force_generic_plan`)
  const result = await client.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
    `EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${head}(${rows})`,
    values,
  )
  client.release(true)
  const nodes = nodesOf(result.rows[0]!['QUERY PLAN'][0].Plan).filter(
    (node) => node['Relation Name'] === 'events' || node['Index Name'] !== undefined,
  )
  expect(nodes.map((node) => node['Node Type'])).not.toContain('Seq Scan')
  expect(nodes.map((node) => node['Index Name']).join(' ')).toMatch(index)
  const looked = nodes
    .filter((node) => node['Relation Name'] === 'events')
    .map((node) => (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'])
  expect(looked.reduce((sum, rows) => sum + rows, 0)).toBeLessThanOrEqual(mostRows)
})

interface PlanNode {
  'Node Type': string
  'Index Name'?: string
  'Relation Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  Plans?: PlanNode[]
}

function nodesOf(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)]
}

it('all events of each day are counted by an index alone', async () => {
  const filters = { ...asked.filters, interval: 'day' as const }
  const { text, values } = countsQuery('many', { filters, at: null, cursor: null, limit: 200 })
  const { rows } = await pool.query<Record<string, string>>(`EXPLAIN ${text}`, values)
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
  expect(plan).toMatch(/Index Only Scan using events_counted/)
})
