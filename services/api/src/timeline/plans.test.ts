import { timelineIndexes, timelineTables } from '@dateline/projections'
import { createTestDatabase } from '@dateline/test/support/postgres.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { eventsQuery, type EventPage } from './list-events.ts'

const EVENTS = 40_000
const database = await createTestDatabase()
const { pool } = database

/** Ninety countries, five hundred places, and actors of whom one is in every third event and others in five. */
beforeAll(async () => {
  await pool.query(`CREATE SCHEMA many; CREATE TABLE many.actors (actor_id text, name text, moved_to text)`)
  for (const statement of timelineTables('many')) await pool.query(statement)
  await pool.query(
    `INSERT INTO many.events (
       position, n, event_id, change, type, realis, edtf, dated, earliest, latest, sort_date, countries, places, actors,
       roles, actor_roles, sources, source_count, document_count, confidence, first_reported, last_reported, fts, body)
     SELECT i, 0, 'event ' || i, 'created', CASE WHEN i % 100 = 0 THEN 'coup' ELSE 'attack' END, 'actual', d::text, true,
            d, d, d, ARRAY['C' || i % 90], ARRAY['place ' || i % 500], ARRAY[CASE WHEN i % 3 = 0 THEN 'often' ELSE 'actor ' || i % 8000 END],
            ARRAY['target'], ARRAY['target x'], ARRAY['demo'], 1, 1, 0.9, now(), now(),
            to_tsvector('english', 'word' || i % 2000), repeat('x', 300)
     FROM generate_series(1, ${EVENTS}) AS i, LATERAL (SELECT date '2000-01-01' + i % 9000 AS d) AS days`,
  )
  for (const statement of timelineIndexes('many')) await pool.query(statement)
  await pool.query('ANALYZE many.events')
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

it.each<[string, EventPage, RegExp, number]>([
  ['the first page', asked, /events_order/, 100],
  ['a page from the end', filtered({ order: 'desc' }), /events_order/, 100],
  ['a page far inside', { ...asked, cursor: behind }, /events_order/, 100],
  ['a page of the past', { ...asked, at: 30_000n, cursor: behind }, /events_past_order/, 200],
  ['a page of one type', filtered({ type: ['coup'] }), /events_type_order/, 100],
  ['an actor who is everywhere', { ...asked, actor: 'often' }, /events_order/, 400],
  ['an actor who is hardly anywhere', { ...asked, actor: 'actor 77' }, /events_terms/, 100],
  ['a place', filtered({ place: 'place 77' }), /events_terms/, 200],
  ['an actor in a country', filtered({ country: 'C5', actor: ['actor 77'] }), /events_terms/, 100],
  ['rare words', filtered({ q: 'word77' }), /events_words/, 100],
])('%s is read by an index, and little else', async (_, page, index, mostRows) => {
  const { rows, values, about } = eventsQuery('many', page)
  const text =
    about === undefined ? rows : `SELECT (${about})::text AS key, NULL AS id, NULL AS json UNION ALL (${rows})`
  const result = await pool.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
    `EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${text}`,
    values,
  )
  const nodes = nodesOf(result.rows[0]!['QUERY PLAN'][0].Plan).filter((node) => node['Relation Name'] !== 'actors')
  expect(nodes.map((node) => node['Node Type'])).not.toContain('Seq Scan')
  expect(nodes.map((node) => node['Index Name']).join(' ')).toMatch(index)
  const looked = nodes.map((node) => node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0))
  expect(Math.max(...looked)).toBeLessThanOrEqual(mostRows)
})

interface PlanNode {
  'Node Type': string
  'Index Name'?: string
  'Relation Name'?: string
  'Actual Rows': number
  'Rows Removed by Filter'?: number
  Plans?: PlanNode[]
}

function nodesOf(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)]
}
