import { createTestDatabase } from '@dateline/test/support/postgres.ts'
import { expect, test } from 'vitest'
import { countQueued, enqueuePending } from './enqueue.ts'
import { findMissing } from './sweep.ts'

test('a long backlog is never walked through to find what is next', async () => {
  await using db = await createTestDatabase()
  await db.pool.query(
    `insert into queue.pending (document_id, revision, entry_id, position, queued_at, checked_at)
     select 'd' || n, 1, 'e' || n, n, queued_at, queued_at
     from generate_series(1, 50000) as n, lateral (select case when n <= 900 then now() - interval '1 hour' end) as q (queued_at)`,
  )
  await db.pool.query('vacuum analyze queue.pending')
  const put: unknown[] = []
  const queue = {
    addBulk: (jobs: unknown[]) => Promise.resolve(put.push(...jobs)),
    getJobState: () => Promise.resolve('waiting'),
  }
  const deps = { pool: db.pool, queue: queue as never, retry: { attempts: 1, delay: 0, jitter: 0 } }
  const scans = async () => {
    await db.pool.query('select pg_stat_force_next_flush()')
    const { rows } = await db.pool.query<{ seq_scan: bigint }>(
      `select seq_scan from pg_stat_user_tables where relid = 'queue.pending'::regclass`,
    )
    return rows[0]?.seq_scan
  }

  const before = await scans()
  expect(await countQueued(db.pool)).toBe(900)
  expect(await enqueuePending(deps, { window: 1_000, batch: 500 })).toBe(100)
  const missing = await findMissing(deps, { unseenFor: 60_000, batch: 500 })
  expect(missing).toEqual({ checked: 500, lost: [], spent: [] })
  expect(put).toHaveLength(100)
  expect(put[0]).toMatchObject({ data: { documentId: 'd901' } })
  expect(await scans()).toBe(before)
})
