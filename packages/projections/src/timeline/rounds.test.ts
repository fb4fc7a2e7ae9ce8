import type { Pool } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { step } from '../engine/step.ts'
import { pipeliningPool } from '../shared/send.ts'
import { catchUp } from '../testing/catch-up.ts'
import { createTestLog, type TestLog } from '../testing/database.ts'
import { countingPool } from '../testing/rounds.ts'
import { as, place, tell } from '../testing/story.ts'
import { timeline } from './projection.ts'

let db: TestLog
let pipelining: Pool
beforeAll(async () => {
  db = await createTestLog()
  pipelining = pipeliningPool(db.pool, 1)
})
afterAll(async () => {
  await pipelining.end()
  await db.drop()
})

/** How often a page that changes events, actors and offices waits for Postgres, over connections of the pool. */
async function roundsOf(pool: Pool, id: string): Promise<number> {
  await catchUp(db)
  const seen = { id: 1n, position: await db.log.head() }
  const where = place('place:ZE/zenda', 'Zenda')
  const participants = [as('winner', 'person:ann-lee'), as('loser', 'person:bo-chan')]
  await tell(db.log, { id, source: id, events: [{ type: 'election', place: where, participants }] })
  const counting = countingPool(pool)
  const result = await step({ pool: counting.pool, log: db.log }, timeline, {
    states: ['active'],
    limit: 100,
    mode: 'park',
    seen,
  })
  expect(result).toMatchObject({ status: 'moved', entries: 3, parked: 0 })
  return counting.rounds()
}

it('waits for Postgres a few times a page, not once a statement', async () => {
  await roundsOf(db.pool, 'first')
  const plain = await roundsOf(db.pool, 'second')
  const pipelined = await roundsOf(pipelining, 'third')
  // begin; lease and read; documents and candidates; events; two rounds of writing; checkpoint; commit
  expect(pipelined).toBe(8)
  expect(plain).toBeGreaterThan(2 * pipelined)
})
