import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { catchUp, ensureServing } from '../testing/catch-up.ts'
import { createTestLog, type TestLog } from '../testing/database.ts'
import { appendAll } from '../testing/story.ts'
import { saying, toyProjection } from '../testing/toy.ts'
import type { Projection } from './projection.ts'
import { step } from './step.ts'
import { ConnectionLost } from './transaction.ts'

let db: TestLog
beforeEach(async () => {
  db = await createTestLog()
})
afterEach(() => db.drop())

/** The same projection in a process that is stopped for a while between its fold and its writing. */
function stopping(projection: Projection, until: Promise<unknown>, stopped: () => void): Projection {
  return {
    ...projection,
    async open(...args) {
      const page = await projection.open(...args)
      return {
        ...page,
        async write() {
          stopped()
          await until
          await page.write()
        },
      }
    },
  }
}

it('a process that is stopped past its lease, and goes on, writes nothing; another took its page meanwhile', async () => {
  const projection = toyProjection()
  const schema = await ensureServing(db, projection)
  for (const word of ['one', 'two', 'three']) {
    await appendAll(db.log, [{ stream: 'a', expected: 'any', entries: [saying(word, word)] }])
  }
  const goOn = Promise.withResolvers<void>()
  const stopped = Promise.withResolvers<void>()
  const late = step(
    { ...db, idleMs: 2000 },
    stopping(projection, goOn.promise, () => stopped.resolve()),
    { states: ['active'], limit: 100, mode: 'strict' },
  ).catch((error: unknown) => error)
  await stopped.promise
  // As long as it holds the lease nobody else gets a page.
  expect(await step(db, projection, { states: ['active'], limit: 100, mode: 'strict' })).toEqual({ status: 'unleased' })
  await sleep(3000)
  await catchUp(db, { projection })
  goOn.resolve()
  expect(await late).toBeInstanceOf(ConnectionLost)
  const { rows } = await db.pool.query<{ n: number; words: string }>(`SELECT n, words FROM ${schema}.counts`)
  expect(rows).toEqual([{ n: 3, words: 'one two three' }])
})

it('a page whose commit fails is not there at all, and its checkpoint stays', async () => {
  const projection = toyProjection()
  const schema = await ensureServing(db, projection)
  await appendAll(db.log, [{ stream: 'a', expected: 'any', entries: [saying('one', 'one'), saying('two', 'two')] }])
  const state = async () => {
    const { rows } = await db.pool.query<{ position: bigint; n: number | null }>(
      `SELECT position, (SELECT n FROM ${schema}.counts) AS n FROM projections.checkpoints`,
    )
    return rows[0]
  }
  // A deferred trigger that fails is a failure at the COMMIT itself.
  await db.pool.query(`
    CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '57P01'; END $$;
    CREATE CONSTRAINT TRIGGER refuse AFTER UPDATE ON projections.checkpoints DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION refuse()`)
  await expect(step(db, projection, { states: ['active'], limit: 100, mode: 'strict' })).rejects.toThrow('no')
  expect(await state()).toEqual({ position: 0n, n: null })
  await db.pool.query('DROP TRIGGER refuse ON projections.checkpoints')
  await catchUp(db, { projection })
  expect(await state()).toEqual({ position: 2n, n: 2 })
})

it('needs no second connection of the pool while it holds a lease', async () => {
  const projection = toyProjection()
  await ensureServing(db, projection)
  await appendAll(db.log, [{ stream: 'a', expected: 'any', entries: [saying('one', 'one')] }])
  const held = await Promise.all(Array.from({ length: 7 }, () => db.pool.connect()))
  const result = await step(db, projection, { states: ['active'], limit: 100, mode: 'strict' })
  for (const client of held) client.release()
  expect(result).toMatchObject({ status: 'moved', entries: 1 })
})
