import { append } from '@dateline/test/support/event-log-suite.ts'
import { createMemoryEventLog } from '@dateline/test/support/memory-event-log.ts'
import { createTestDatabase, emptyLog, type TestDatabase } from '@dateline/test/support/postgres.ts'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createEventLog } from './event-log.ts'
import type { Append, Entry } from './types.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await createTestDatabase()
})
afterAll(() => db.drop())

/** Few streams and few ids, so that appends often meet. */
const appends = fc.array(
  fc.record({
    stream: fc.constantFrom('a', 'b', 'c'),
    expected: fc.oneof(fc.constantFrom<Append['expected']>('any', 'none', 'exists'), fc.nat({ max: 6 })),
    ids: fc.uniqueArray(
      fc.nat({ max: 30 }).map((n) => `id-${n}`),
      { minLength: 1, maxLength: 4 },
    ),
  }),
  { maxLength: 40 },
)

/** What comes at the same time: as many appends as each number says are made without waiting for each other. */
const bursts = fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 10 })

test('whatever is appended, together or one after the other: results and entries are those of a log in memory', async () => {
  await fc.assert(
    fc.asyncProperty(appends, bursts, async (given, sizes) => {
      await emptyLog(db.pool)
      const left = [...sizes]
      const log = createEventLog({ pool: db.pool })
      const model = createMemoryEventLog()
      const rest = given.map(({ stream, expected, ids }) => append(stream, expected, ...ids))
      while (rest.length > 0) {
        const burst = rest.splice(0, left.shift() ?? 1)
        const results = await Promise.all(burst.map((one) => log.append(one)))
        expect(results).toEqual(await Promise.all(burst.map((one) => model.append(one))))
      }
      expect(standing(await log.read({ after: 0n, limit: 1000 }))).toEqual(
        standing(await model.read({ after: 0n, limit: 1000 })),
      )
      expect((await log.verify()).problems).toEqual([])
      await log.close()
    }),
    { numRuns: 60 },
  )
})

function standing(entries: Entry[]) {
  return entries.map(({ position, stream, version, id }) => ({ position, stream, version, id }))
}
