import type { DocumentsQueue } from '../connection.ts'
import { bury, type BuryDeps } from './bury.ts'

/**
 * Makes dead letters of the jobs that BullMQ holds as failed, and takes them off the queue: also of those that failed
 * while no worker listened, or whose worker died between giving up and recording it. Answers how many there were.
 */
export async function collectFailed(deps: BuryDeps & { queue: DocumentsQueue }, limit: number): Promise<number> {
  const jobs = await deps.queue.getJobs(['failed'], 0, limit - 1, true)
  for (const job of jobs) {
    await bury(deps, job, new Error(job.failedReason || 'failed without a reason'))
    // Another collector may have been faster: then there is nothing to remove, and that is no error.
    if (job.id !== undefined) await deps.queue.remove(job.id)
  }
  return jobs.length
}
