import { append } from '@dateline/test/support/event-log-suite.ts'
import { createTestDatabase, type TestDatabase } from '@dateline/test/support/postgres.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createEventLog } from './event-log.ts'
import { BACKWARD, BACKWARD_TYPES, READ, READ_STREAM, READ_TYPES } from './read.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await createTestDatabase()
  const log = createEventLog({ pool: db.pool })
  await Promise.all(
    Array.from({ length: 400 }, (_, n) =>
      log.append(append(`stream-${n}`, 'none', ...Array.from({ length: 10 }, (_, i) => `${n}-${i}`))),
    ),
  )
  await log.close()
  await db.pool.query('ANALYZE log.entries')
})
afterAll(() => db.drop())

interface Plan {
  'Node Type': string
  'Relation Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  Plans?: Plan[]
}

function nodes(plan: Plan): Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodes)]
}

/** As it is run: prepared, with the plan that serves all parameters. */
async function explain(statement: string, values: readonly string[]): Promise<Plan[]> {
  const client = await db.pool.connect()
  try {
    await client.query(`SET plan_cache_mode = force_generic_plan`)
    await client.query(`PREPARE hot AS ${statement}`)
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
      `EXPLAIN (ANALYZE, FORMAT JSON) EXECUTE hot (${values.join(', ')})`,
    )
    return nodes((rows[0] as { 'QUERY PLAN': [{ Plan: Plan }] })['QUERY PLAN'][0].Plan)
  } finally {
    client.release(true)
  }
}

test.each([
  ['forward', READ, ['2000', '50']],
  ['forward by type', READ_TYPES, ['2000', '50', `ARRAY['thing', 'none']`]],
  ['backward', BACKWARD, ['2000', '50']],
  ['backward by type', BACKWARD_TYPES, ['2000', '50', `ARRAY['thing', 'none']`]],
  ['a stream', READ_STREAM, [`'stream-7'`, '2', 'NULL']],
])('reading %s touches a page of rows by index, and sorts no more', async (_name, statement, values) => {
  const plan = await explain(statement, values)
  const scans = plan.filter((node) => node['Relation Name'] === 'entries')
  expect(scans.length).toBeGreaterThan(0)
  for (const scan of scans) {
    expect(scan['Node Type']).toMatch(/^(?:Index Scan|Index Only Scan|Bitmap Heap Scan)$/)
    expect(scan['Actual Rows'] * scan['Actual Loops']).toBeLessThanOrEqual(110)
  }
})

test('appending looks up its ids and streams by index, also when the log was empty as its plan was made', async () => {
  await using young = await createTestDatabase(1)
  const log = createEventLog({ pool: young.pool })
  // Enough for Postgres to settle on one plan for good.
  for (let n = 0; n < 10; n++) await log.append(append('s', 'any', `first-${n}`))
  const { rows: before } = await young.pool.query<{ scans: string }>(SEQUENTIAL)
  await log.append(append('large', 'none', ...Array.from({ length: 1500 }, (_, n) => `n-${n}`)))
  for (let n = 0; n < 10; n++) await log.append(append('s', 'any', `later-${n}`))
  await young.pool.query('SELECT pg_stat_force_next_flush()')
  const { rows: after } = await young.pool.query<{ scans: string }>(SEQUENTIAL)
  await log.close()
  expect(after).toEqual(before)
})

const SEQUENTIAL = `SELECT seq_scan::text AS scans FROM pg_stat_user_tables WHERE schemaname = 'log' AND relname = 'entries'`
