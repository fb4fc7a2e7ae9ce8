import {
  countAll,
  countsTables,
  termHashSql,
  timelineIndexes,
  timelineTables,
  type Filters,
  yearMixSql,
} from '@dateline/projections'
import { createTestDatabase } from '@dateline/test/support/postgres.ts'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countsQuery } from './count-events.ts'

const database = await createTestDatabase()
const { pool } = database

/** Three thousand versions of six years, one in ten of them ended, some gone, a fifth of them without a date. */
beforeAll(async () => {
  await pool.query('CREATE SCHEMA many')
  for (const statement of [...timelineTables('many'), ...countsTables('many')]) await pool.query(statement)
  await pool.query(
    `INSERT INTO many.events (
       position, n, until, event_id, change, gone, type, realis, edtf, dated, earliest, latest, sort_date, countries, places,
       actors, roles, actor_roles, sources, source_count, document_count, confidence, first_reported, last_reported, fts,
       body, terms, words)
     SELECT i, 0, CASE WHEN i % 10 = 0 THEN i + 5 END, 'event ' || i, 'created', CASE WHEN i % 17 = 0 THEN 'withdrawn' END,
            (ARRAY['attack', 'coup', 'election'])[1 + i % 3], (ARRAY['actual', 'ongoing', 'alleged'])[1 + i / 7 % 3],
            CASE WHEN i % 5 = 0 THEN 'unknown' ELSE d::text END, i % 5 <> 0, CASE WHEN i % 5 <> 0 THEN d END,
            CASE WHEN i % 5 <> 0 THEN d END, d, (ARRAY['{}', '{AA}', '{BB}', '{AA,BB}'])[1 + i / 3 % 4]::text[], '{}', '{}',
            '{}', '{}', '{}', 1, 1, 1, now(), now(), '', '', '{}', '{}'
     FROM generate_series(1, 3000) AS i, LATERAL (SELECT date '2019-11-20' + i * 7919 % 2000 AS d) AS days`,
  )
  await pool.query(
    `UPDATE many.events SET terms = ARRAY(
       SELECT ${termHashSql('term')} # ${yearMixSql('extract(year FROM sort_date)')}
       FROM unnest(ARRAY['t ' || type, 'm ' || realis, CASE WHEN NOT dated THEN 'u' END]
                   || ARRAY(SELECT 'c ' || one FROM unnest(countries) AS one)) AS term WHERE term IS NOT NULL)`,
  )
  for (const statement of [...timelineIndexes('many'), ...countAll('many')]) await pool.query(statement)
})
afterAll(() => database.drop())

const some = <T>(values: T[]) => fc.option(fc.subarray(values, { minLength: 1 }), { nil: undefined })
const filters = fc.record({
  match: fc.constant('all' as const),
  interval: fc.constantFrom('month' as const, 'year' as const),
  type: some(['attack', 'coup', 'strike']),
  country: fc.constantFrom(undefined, 'AA', 'BB', 'ZZ'),
  realis: fc.subarray(['actual', 'ongoing', 'alleged', 'negated'], { minLength: 1 }),
  undated: fc.constantFrom(undefined, 'exclude', 'include', 'only'),
}) satisfies fc.Arbitrary<Filters>

test('what is kept counted is what the events are counted to', async () => {
  const countsOf = async (
    sums: boolean,
    filters: Parameters<typeof countsQuery>[1]['filters'],
    beyond: string | null,
  ) => {
    const cursor = beyond === null ? null : { asOf: 1n, key: [beyond] }
    // As they are now, and as they were when they came to be so, which no sums are kept of.
    const { text, values } = countsQuery('many', { filters, at: sums ? null : 100_000n, cursor, limit: 30 })
    expect(text.includes('event_counts')).toBe(sums)
    return (await pool.query<{ key: string; json: string }>(text, values)).rows
  }
  const beyond = fc.constantFrom(null, '2020-03-01', '2023-01-01')
  await fc.assert(
    fc.asyncProperty(filters, beyond, async (filters, beyond) => {
      expect(await countsOf(true, filters, beyond)).toEqual(await countsOf(false, filters, beyond))
    }),
    { numRuns: 200 },
  )
})
