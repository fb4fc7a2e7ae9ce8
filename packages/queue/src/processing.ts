import type { Pool } from 'pg'
import type { DocumentsQueue } from './connection.ts'
import { type PendingRow, workOf } from './dispatcher/enqueue.ts'
import { workJobId } from './jobs.ts'

/** Whether a worker has the document's newest revision in hand at this moment, as the queue says. */
export async function isProcessing(
  { pool, queue }: { pool: Pick<Pool, 'query'>; queue: Pick<DocumentsQueue, 'getJobState'> },
  documentId: string,
): Promise<boolean> {
  const { rows } = await pool.query<PendingRow>(
    `select document_id, revision, entry_id, attempt from queue.pending
     where document_id = $1 and queued_at is not null`,
    [documentId],
  )
  return rows[0] !== undefined && (await queue.getJobState(workJobId(workOf(rows[0])))) === 'active'
}
