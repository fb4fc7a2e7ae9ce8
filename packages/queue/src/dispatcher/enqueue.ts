import type { Pool } from 'pg'
import type { DocumentsQueue } from '../connection.ts'
import { type Work, WORK_JOB, workJobId } from '../jobs.ts'
import { jobOptions, type RetryPolicy } from '../policy.ts'

export interface EnqueueDeps {
  pool: Pool
  queue: DocumentsQueue
  retry: RetryPolicy
}

export interface PendingRow {
  document_id: string
  revision: number
  entry_id: string
  attempt: number
}

/**
 * Puts pending work on the queue, oldest first, as long as fewer than `window` pieces are on it; answers how many. They
 * are marked before they are put, so that a crash in between leaves them to the sweep and no transaction waits for the
 * queue's store.
 */
export async function enqueuePending(
  deps: EnqueueDeps,
  { window, batch }: { window: number; batch: number },
): Promise<number> {
  const limit = Math.min(batch, window - (await countQueued(deps.pool)))
  if (limit <= 0) return 0
  const { rows } = await deps.pool.query<PendingRow>(
    `with chosen as (
       select document_id from queue.pending where queued_at is null
       order by position limit $1 for update skip locked
     ), marked as (
       update queue.pending set queued_at = now(), checked_at = now()
       from chosen where pending.document_id = chosen.document_id
       returning pending.document_id, pending.revision, pending.entry_id, pending.attempt, pending.position
     )
     select document_id, revision, entry_id, attempt from marked order by position`,
    [limit],
  )
  await putOnQueue(deps, rows.map(workOf))
  return rows.length
}

/** How much work was put on the queue and has no outcome yet. */
export async function countQueued(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ queued: number }>(
    'select count(*)::int as queued from queue.pending where queued_at is not null',
  )
  return rows[0]?.queued ?? 0
}

export function workOf(row: PendingRow): Work {
  return { documentId: row.document_id, revision: row.revision, entryId: row.entry_id, attempt: row.attempt }
}

/** Puts work on the queue; what is on it already stays as it is. What cannot be put is marked as not queued again. */
export async function putOnQueue({ pool, queue, retry }: EnqueueDeps, works: readonly Work[]): Promise<void> {
  if (works.length === 0) return
  const options = jobOptions(retry)
  try {
    await queue.addBulk(
      works.map((work) => ({ name: WORK_JOB, data: work, opts: { ...options, jobId: workJobId(work) } })),
    )
  } catch (error) {
    await pool.query('update queue.pending set queued_at = null, checked_at = null where document_id = any($1)', [
      works.map((work) => work.documentId),
    ])
    throw error
  }
}
