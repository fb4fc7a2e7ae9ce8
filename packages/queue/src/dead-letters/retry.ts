import { type Clock, inTransaction } from '@dateline/platform'
import type { Pool, PoolClient } from 'pg'
import type { DocumentsQueue } from '../connection.ts'
import { parseJob, SUBMISSION_JOB, type Work } from '../jobs.ts'
import { DEFAULT_RETRY, jobOptions } from '../policy.ts'
import { type DeadLetter, type DeadLetterState, letterOf, type LetterRow } from './letter.ts'

export interface RetryDeps {
  pool: Pool
  queue: DocumentsQueue
  clock: Clock
}

export type Retried =
  | { status: 'retried'; letter: DeadLetter }
  /** There is nothing to try any more */
  | { status: 'erased'; documentId: string }
  | { status: 'notFound' }
  /** It was retried or discarded before */
  | { status: 'notOpen'; state: DeadLetterState }

/**
 * Tries a dead letter again: work on a document becomes pending and the dispatcher puts it on the queue under a new job
 * id, any other job is put on it as it came. Should it fail again, that is a dead letter of its own.
 */
export function retryDeadLetter({ pool, queue, clock }: RetryDeps, id: string): Promise<Retried> {
  return inTransaction(pool, async (client): Promise<Retried> => {
    const found = await client.query<LetterRow>('select * from queue.dead_letters where id = $1 for update', [id])
    const row = found.rows[0]
    if (!row) return { status: 'notFound' }
    if (row.state !== 'open') return { status: 'notOpen', state: row.state }
    const job = parseJob(row.payload)
    if (job.kind === 'erased') return { status: 'erased', documentId: job.documentId }
    if (job.kind === 'work') await demandAgain(client, job.work)
    // The id is derived: should the commit be lost, trying again puts it on the queue no second time.
    else await queue.add(SUBMISSION_JOB, row.payload, { ...jobOptions(DEFAULT_RETRY), jobId: `retry-${row.id}` })
    const { rows } = await client.query<LetterRow>(
      `update queue.dead_letters set state = 'retried', resolved_at = $2 where id = $1 returning *`,
      [id, clock()],
    )
    return { status: 'retried', letter: letterOf(rows[0] ?? row) }
  })
}

/** Retries every open dead letter, the oldest first; answers how many. */
export async function retryAllDeadLetters(deps: RetryDeps): Promise<number> {
  let retried = 0
  const { rows } = await deps.pool.query<{ id: string }>(
    `select id from queue.dead_letters where state = 'open' order by failed_at, id`,
  )
  for (const { id } of rows) if ((await retryDeadLetter(deps, id)).status === 'retried') retried++
  return retried
}

async function demandAgain(client: PoolClient, { documentId, revision, entryId, attempt }: Work): Promise<void> {
  await client.query(
    `insert into queue.pending (document_id, revision, entry_id, position, attempt) values ($1, $2, $3, 0, $4)
     on conflict (document_id) do update
       set attempt = excluded.attempt, entry_id = excluded.entry_id, queued_at = null, checked_at = null
       where pending.revision = excluded.revision and pending.attempt < excluded.attempt`,
    [documentId, revision, entryId, attempt + 1],
  )
}
