import type { Pool } from 'pg'
import type { DocumentsQueue } from '../connection.ts'
import { countQueued } from './enqueue.ts'

/** Where a job may be that is still to be done or to be collected. */
const UNFINISHED = ['waiting', 'active', 'delayed', 'prioritized', 'failed'] as const

/**
 * Whether the queue holds fewer unfinished jobs than work was put on it: then some was lost, or was completed in vain.
 * Two counts, cheap enough to be asked all the time. Others' jobs may hide a loss, so now and then one looks anyway.
 */
export async function hasLosses({ pool, queue }: { pool: Pool; queue: DocumentsQueue }): Promise<boolean> {
  const queued = await countQueued(pool)
  if (queued === 0) return false
  const counts = await queue.getJobCounts(...UNFINISHED)
  return Object.values(counts).reduce((sum, count) => sum + count, 0) < queued
}
