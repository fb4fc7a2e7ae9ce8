import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestLog, type TestLog } from '../testing/database.ts'
import { copyRow, copyRows } from './copy.ts'
import { transaction } from '../engine/transaction.ts'

let db: TestLog
beforeAll(async () => {
  db = await createTestLog()
  await db.pool.query('CREATE TABLE copied (n int, text text, list text[], flag boolean, big bigint)')
})
afterAll(() => db.drop())

const text = fc.string({
  unit: fc.constantFrom('a', 'é', '"', '\\', '\n', '\r', '\t', '{', '}', ',', "'", ' ', 'N', '.'),
})

test('what is copied is what was given, whatever characters are in it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({ text: fc.option(text), list: fc.array(text), flag: fc.boolean(), big: fc.bigInt(0n, 9n ** 18n) }),
      ),
      async (rows) => {
        await db.pool.query('TRUNCATE copied')
        await transaction(db.pool, (client) =>
          copyRows(
            client,
            'copied (n, text, list, flag, big)',
            rows.map(({ text, list, flag, big }, n) => copyRow([n, text, list, flag, big])),
          ),
        )
        const { rows: stored } = await db.pool.query('SELECT text, list, flag, big FROM copied ORDER BY n')
        expect(stored).toEqual(rows)
      },
    ),
    { numRuns: 60 },
  )
})

test('rows that the database refuses fail the copy, and the connection goes on', async () => {
  const failed = transaction(db.pool, (client) => copyRows(client, 'copied (n)', ['no number']))
  await expect(failed).rejects.toThrow(/invalid input syntax for type integer/)
  await expect(db.pool.query('SELECT 1')).resolves.toBeDefined()
})
