import type { Pool } from 'pg'
import type { Work } from '../jobs.ts'

/**
 * Takes work off the pending list that the log shows to be done or superseded, so that the sweep does not bring it back.
 * The dispatcher does the same when it reads so far; this is for work that was asked for again after that.
 */
export async function settlePending(pool: Pool, { documentId, revision }: Work): Promise<void> {
  await pool.query('delete from queue.pending where document_id = $1 and revision <= $2', [documentId, revision])
}
