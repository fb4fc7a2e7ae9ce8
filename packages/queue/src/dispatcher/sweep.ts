import { type Work, workJobId } from '../jobs.ts'
import { type EnqueueDeps, type PendingRow, putOnQueue, workOf } from './enqueue.ts'

/** Work that is on the queue by our books, but for which the queue holds no job that would still do it. */
export interface Missing {
  /** The queue has no such job: it was wiped, or restored from an old dump */
  lost: Work[]
  /** Its job was completed */
  spent: Work[]
}

/**
 * Looks whether pending work that was put on the queue is still there: what was not looked after for `unseenFor`
 * milliseconds, the longest unseen first, `batch` pieces at most. Failed jobs are the collector's.
 */
export async function findMissing(
  { pool, queue }: EnqueueDeps,
  { unseenFor, batch }: { unseenFor: number; batch: number },
): Promise<Missing & { checked: number }> {
  const { rows } = await pool.query<PendingRow>(
    `with due as (
       select document_id from queue.pending
       where queued_at is not null and checked_at <= now() - $1 * interval '1 millisecond'
       order by checked_at limit $2 for update skip locked
     )
     update queue.pending set checked_at = now()
     from due where pending.document_id = due.document_id
     returning pending.document_id, pending.revision, pending.entry_id, pending.attempt`,
    [unseenFor, batch],
  )
  const seen = await Promise.all(
    rows.map(async (row) => ({ work: workOf(row), state: await queue.getJobState(workJobId(workOf(row))) })),
  )
  const inState = (wanted: string) => seen.filter(({ state }) => state === wanted).map(({ work }) => work)
  return { checked: rows.length, lost: inState('unknown'), spent: inState('completed') }
}

/**
 * Puts missing work on the queue again, what is spent under a new job id since BullMQ drops one that it knows; answers
 * how many. What is no longer pending is left alone: the log is to be read after looking and before this, because a job
 * that did its work is completed before the dispatcher has read of it.
 */
export async function restoreMissing(deps: EnqueueDeps, { lost, spent }: Missing): Promise<number> {
  const works = [...(await stillPending(deps, lost, 0)), ...(await stillPending(deps, spent, 1))]
  await putOnQueue(deps, works)
  return works.length
}

async function stillPending({ pool }: EnqueueDeps, works: readonly Work[], increment: 0 | 1): Promise<Work[]> {
  if (works.length === 0) return []
  const { rows } = await pool.query<PendingRow>(
    `update queue.pending set attempt = pending.attempt + $4, checked_at = now()
     from unnest($1::text[], $2::text[], $3::int[]) as missing (document_id, entry_id, attempt)
     where pending.document_id = missing.document_id and pending.entry_id = missing.entry_id
       and pending.attempt = missing.attempt
     returning pending.document_id, pending.revision, pending.entry_id, pending.attempt`,
    [works.map((one) => one.documentId), works.map((one) => one.entryId), works.map((one) => one.attempt), increment],
  )
  return rows.map(workOf)
}
