import type { DeadLetter, Queryable } from './letter.ts'

/** `known`: the same failure was recorded before, and stays as it is. */
export type Recorded = { status: 'recorded' } | { status: 'known' }

export async function recordDeadLetter(
  db: Queryable,
  letter: Omit<DeadLetter, 'state' | 'resolvedAt'>,
): Promise<Recorded> {
  const { rowCount } = await db.query(
    `insert into queue.dead_letters (id, queue, job_id, document_id, revision, payload, error, attempts, failed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (id) do nothing`,
    [
      letter.id,
      letter.queue,
      letter.jobId,
      letter.documentId,
      letter.revision,
      JSON.stringify(letter.payload ?? null),
      letter.error,
      letter.attempts,
      letter.failedAt,
    ],
  )
  return { status: rowCount === 1 ? 'recorded' : 'known' }
}
