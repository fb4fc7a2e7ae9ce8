import { type EnqueueDeps, type PendingRow, putOnQueue, workOf } from './enqueue.ts'
import { type Work, workJobId } from '../jobs.ts'

export interface Sweep {
  checked: number
  /** Put on the queue again, because it held no job that would still do them */
  restored: number
}

/**
 * Looks whether pending work that was put on the queue a while ago is still there, the longest unseen first, `batch`
 * pieces at most. What the queue lost (wiped, restored from an old dump) or holds as completed though nothing was
 * appended is put on it again, under a new job id where the old one is taken. Failed jobs are the collector's.
 */
export async function sweepPending(
  deps: EnqueueDeps,
  { unseenFor, batch }: { unseenFor: number; batch: number },
): Promise<Sweep> {
  const { rows } = await deps.pool.query<PendingRow>(
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
  const states = await Promise.all(
    rows.map(async (row) => ({ work: workOf(row), state: await deps.queue.getJobState(workJobId(workOf(row))) })),
  )
  const lost = states.filter(({ state }) => state === 'unknown').map(({ work }) => work)
  const spent = states.filter(({ state }) => state === 'completed').map(({ work }) => work)
  await putOnQueue(deps, [...lost, ...(await underNewIds(deps, spent))])
  return { checked: rows.length, restored: lost.length + spent.length }
}

async function underNewIds({ pool }: EnqueueDeps, works: readonly Work[]): Promise<Work[]> {
  if (works.length === 0) return []
  const { rows } = await pool.query<PendingRow>(
    `update queue.pending set attempt = pending.attempt + 1
     from unnest($1::text[], $2::text[], $3::int[]) as spent (document_id, entry_id, attempt)
     where pending.document_id = spent.document_id and pending.entry_id = spent.entry_id
       and pending.attempt = spent.attempt
     returning pending.document_id, pending.revision, pending.entry_id, pending.attempt`,
    [works.map((one) => one.documentId), works.map((one) => one.entryId), works.map((one) => one.attempt)],
  )
  return rows.map(workOf)
}
