import { setTimeout as sleep } from 'node:timers/promises'
import { append } from '@dateline/test/support/event-log-suite.ts'
import { createTestDatabase, type TestDatabase } from '@dateline/test/support/postgres.ts'
import type { PoolClient } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createEventLog } from './event-log.ts'
import type { EventLog } from './types.ts'

const WRITERS = 16
const TRANSACTIONS = 12

let db: TestDatabase
let log: EventLog
beforeAll(async () => {
  db = await createTestDatabase(WRITERS + 6)
  log = createEventLog({ pool: db.pool })
})
afterAll(async () => {
  await log.close()
  await db.drop()
})

/**
 * Writers in processes of their own, as far as the database can tell: each in its own connection and transaction, which
 * commits some time after the write, and now and then not at all.
 * @returns the ids that were committed
 */
async function writeSlowly(write: (client: PoolClient, id: string) => Promise<unknown>): Promise<Set<string>> {
  const committed = new Set<string>()
  await Promise.all(
    Array.from({ length: WRITERS }, async (_, writer) => {
      const client = await db.pool.connect()
      for (let n = 0; n < TRANSACTIONS; n++) {
        const id = `${writer}-${n}`
        await client.query('BEGIN')
        await write(client, id)
        await sleep((writer * 7 + n * 3) % 5)
        const end = (writer + n) % 10 === 0 ? 'ROLLBACK' : 'COMMIT'
        await client.query(end)
        if (end === 'COMMIT') committed.add(id)
      }
      client.release()
    }),
  )
  return committed
}

/** A transaction of somebody else's that has a number and does nothing: what a fence by transaction ids waits for. */
async function idleTransaction(): Promise<() => Promise<void>> {
  const client = await db.pool.connect()
  await client.query('BEGIN')
  await client.query('CREATE TEMP TABLE idle ON COMMIT DROP AS SELECT pg_current_xact_id()')
  return async () => {
    await client.query('ROLLBACK')
    client.release()
  }
}

test('a follower sees every committed entry once, in order, whenever its transaction ends', async () => {
  const endIdle = await idleTransaction()
  const seen: string[] = []
  const positions: bigint[] = []
  const ended = new AbortController()
  const follower = (async () => {
    for await (const page of log.follow({ after: 0n, signal: ended.signal, pageSize: 7 })) {
      for (const { id, position } of page) {
        seen.push(id)
        positions.push(position)
      }
    }
  })()
  const committed = await writeSlowly((client, id) => log.appendIn(client, [append(`stream-${id}`, 'none', id)]))
  const head = await log.head()
  await expect.poll(() => positions.at(-1), { timeout: 10_000 }).toBe(head)
  ended.abort()
  await follower
  await endIdle()
  expect(positions).toEqual(positions.map((_, n) => BigInt(n + 1)))
  expect(seen).toHaveLength(committed.size)
  expect(new Set(seen)).toEqual(committed)
  expect((await log.verify()).problems).toEqual([])
})

test('the naive way, a sequence read by what is above the last number, loses entries in the same test', async () => {
  await db.pool.query('CREATE TABLE naive (position bigserial PRIMARY KEY, id text NOT NULL)')
  const seen = new Set<string>()
  let last = '0'
  let writing = true
  const follower = (async () => {
    for (let once = false; !once; once = !writing) {
      const { rows } = await db.pool.query<{ position: string; id: string }>(
        'SELECT position::text, id FROM naive WHERE position > $1 ORDER BY position',
        [last],
      )
      for (const { position, id } of rows) {
        seen.add(id)
        last = position
      }
    }
  })()
  const committed = await writeSlowly((client, id) => client.query('INSERT INTO naive (id) VALUES ($1)', [id]))
  writing = false
  await follower
  expect(seen.size).toBeLessThan(committed.size)
})

test('the row that counts is updated in place', async () => {
  await db.pool.query('SELECT pg_stat_reset()')
  for (let n = 0; n < 300; n++) await log.append(append('hot', 'any', `hot-${n}`))
  await db.pool.query('SELECT pg_stat_force_next_flush()')
  const heads = () =>
    db.pool.query<{ updates: number; hot: number }>(
      `SELECT n_tup_upd::int AS updates, n_tup_hot_upd::int AS hot FROM pg_stat_user_tables
       WHERE schemaname = 'log' AND relname = 'head'`,
    )
  await expect.poll(async () => (await heads()).rows[0]?.updates ?? 0, { timeout: 15_000 }).toBeGreaterThanOrEqual(250)
  const { updates, hot } = (await heads()).rows[0] as { updates: number; hot: number }
  expect(hot / updates).toBeGreaterThan(0.95)
})
