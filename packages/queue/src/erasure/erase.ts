import type { Logger } from '@dateline/platform'
import type { Pool } from 'pg'
import type { DocumentsQueue } from '../connection.ts'
import { eraseFromLetters } from './dead-letters.ts'
import { eraseFromJobs } from './jobs.ts'

/**
 * Takes the words of documents that the log shows to be erased out of jobs and dead letters. They stay on the list until
 * all of it was looked through, so that a store that is away only delays it. The jobs first: one that is given up
 * meanwhile is a dead letter by then, or looks itself.
 */
export async function eraseWords({
  pool,
  queue,
  logger,
}: {
  pool: Pool
  queue: DocumentsQueue
  logger: Logger
}): Promise<void> {
  const { rows } = await pool.query<{ document_id: string }>('select document_id from queue.to_erase')
  if (rows.length === 0) return
  const documents = rows.map((row) => row.document_id)
  const jobs = await eraseFromJobs({ pool, queue })
  await eraseFromLetters(pool, documents)
  await pool.query('delete from queue.to_erase where document_id = any ($1)', [documents])
  logger.info({ documents, jobs }, 'took the words of erased documents out of jobs and dead letters')
}
