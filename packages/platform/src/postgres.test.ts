import { createTestDatabase, type TestDatabase } from '@dateline/test/support/postgres.ts'
import { types } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrate } from './migrate.ts'
import { createPool } from './postgres.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await createTestDatabase()
})
afterAll(() => db.drop())

test('large numbers, instants and days come as what they are', async () => {
  const { rows } = await db.pool.query(`
    SELECT 9007199254740993::int8 AS big, ARRAY[1, NULL]::int8[] AS bigs, '2022-03-27'::date AS day,
      ARRAY['2022-03-27']::date[] AS days, '2022-03-27T01:02:03.004+02'::timestamptz AS instant, NULL::int8 AS none`)
  expect(rows).toEqual([
    {
      big: 9007199254740993n,
      bigs: [1n, null],
      day: '2022-03-27',
      days: ['2022-03-27'],
      instant: new Date('2022-03-26T23:02:03.004Z'),
      none: null,
    },
  ])
})

test('the parsers of the process stay as they were', () => {
  expect(types.getTypeParser(types.builtins.INT8)('1')).toBe('1')
})

test('settings hold for every connection', async () => {
  const pool = createPool({ url: db.url, max: 2, settings: '-c search_path=other,public' })
  const paths = await Promise.all([1, 2].map(() => pool.query<{ search_path: string }>('SHOW search_path')))
  await pool.end()
  expect(paths.map(({ rows }) => rows[0]?.search_path)).toEqual(['other,public', 'other,public'])
})

test('migrating a migrated database does nothing, however many do it at once', async () => {
  expect(await Promise.all([1, 2, 3].map(() => migrate(db.pool)))).toEqual([[], [], []])
})

test('a connection that is cut while it is checked out ends its query, not the process', async () => {
  const pool = createPool({ url: db.url, max: 1 })
  const client = await pool.connect()
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
  const cut = new Promise((resolve) => client.once('end', resolve))
  await db.pool.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid])
  await cut
  await expect(client.query('SELECT 1')).rejects.toThrow(/connection|terminat/i)
  client.release(true)
  await expect(pool.query('SELECT 1 AS one')).resolves.toMatchObject({ rows: [{ one: 1 }] })
  await pool.end()
})
