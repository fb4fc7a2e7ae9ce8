import * as fc from 'fast-check'
import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestLog, type TestLog } from '../testing/database.ts'
import { transaction } from '../engine/transaction.ts'
import { appendRows, type Row } from './rows.ts'
import { pipeliningPool, send } from './send.ts'

let db: TestLog
let pipelining: Pool
beforeAll(async () => {
  db = await createTestLog()
  pipelining = pipeliningPool(db.pool, 2)
  await db.pool.query('CREATE TABLE copied (n int, text text, list text[], flag boolean, big bigint)')
})
afterAll(async () => {
  await pipelining.end()
  await db.drop()
})

const text = fc.string({
  unit: fc.constantFrom('a', 'é', '"', '\\', '\n', '\r', '\t', '{', '}', ',', "'", ' ', 'N', '.'),
})

const COLUMNS = ['n', 'text', 'list', 'flag', 'big']

describe.each(['copied', 'pipelined'])('rows that are %s', (how) => {
  const append = (rows: readonly Row[]) =>
    transaction(how === 'copied' ? db.pool : pipelining, (client) => appendRows(client, 'copied', COLUMNS, rows))

  test('are what was given, whatever characters are in them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({ text: fc.option(text), list: fc.array(text), flag: fc.boolean(), big: fc.bigInt(0n, 9n ** 18n) }),
        ),
        async (rows) => {
          await db.pool.query('TRUNCATE copied')
          await append(rows.map(({ text, list, flag, big }, n) => [n, text, list, flag, big]))
          const { rows: stored } = await db.pool.query('SELECT text, list, flag, big FROM copied ORDER BY n')
          expect(stored).toEqual(rows)
        },
      ),
      { numRuns: 60 },
    )
  })

  test('fail where the database refuses one, and the connection goes on', async () => {
    await db.pool.query('TRUNCATE copied')
    const row = (n: number | string): Row => [n, null, [], true, 0n]
    await expect(append([row(1), row('no number'), row(3)])).rejects.toThrow(/invalid input syntax for type integer/)
    await expect(append([row(4)])).resolves.toBeUndefined()
    expect((await db.pool.query('SELECT n FROM copied')).rows).toEqual([{ n: 4 }])
  })

  test('may be many', async () => {
    await db.pool.query('TRUNCATE copied')
    await append(Array.from({ length: 3_000 }, (_, n) => [n, 'word '.repeat(80), [], false, 0n]))
    const { rows: stored } = await db.pool.query('SELECT sum(n)::int AS sum, min(length(text)) AS least FROM copied')
    expect(stored).toEqual([{ sum: 4_498_500, least: 400 }])
  })
})

test('a statement that was first sent behind one that failed is sent again', async () => {
  const rows: Row[] = [[1, null, [], true, 0n]]
  await db.pool.query('CREATE TABLE other AS SELECT * FROM copied LIMIT 0')
  const work = (broken: boolean) =>
    transaction(pipelining, (client) =>
      send(client, [
        () => client.query(broken ? 'SELECT 1 / 0' : 'SELECT 1'),
        () => appendRows(client, 'other', COLUMNS, rows),
      ]),
    )
  await expect(work(true)).rejects.toThrow('division by zero')
  await work(false)
  expect((await db.pool.query('SELECT n FROM other')).rows).toEqual([{ n: 1 }])
})
