import { recogniseErased } from '@dateline/intake'
import type { Pool } from 'pg'
import type { DocumentsQueue } from '../connection.ts'
import { submissionIn, withoutWords } from './words.ts'

/**
 * Where a job may be, in the order it passes through: what moves on while one looks is met again. What goes back to be
 * tried once more is not, but its worker finds the document erased and does the same.
 */
const STATES = ['waiting-children', 'prioritized', 'delayed', 'waiting', 'active', 'completed', 'failed'] as const

const PAGE = 100

type ErasableJob = Awaited<ReturnType<DocumentsQueue['getJobs']>>[number]

/** Takes the words of erased documents out of the jobs of the queue; answers of how many. */
export async function eraseFromJobs({ pool, queue }: { pool: Pool; queue: DocumentsQueue }): Promise<number> {
  let erased = 0
  for (const state of STATES) {
    // The latest first: jobs are added at that end and taken at the other, so that none slips through between pages.
    for (let start = 0; ; start += PAGE) {
      const jobs = await queue.getJobs([state], start, start + PAGE - 1, false)
      erased += await eraseFrom({ pool, queue }, jobs)
      if (jobs.length < PAGE) break
    }
  }
  return erased
}

async function eraseFrom(
  { pool, queue }: { pool: Pool; queue: DocumentsQueue },
  jobs: readonly ErasableJob[],
): Promise<number> {
  const found = jobs.flatMap((job) => {
    const submission = submissionIn(job.data)
    return submission ? [{ job, submission }] : []
  })
  const documents = await recogniseErased(
    pool,
    found.map(({ submission }) => submission),
  )
  let erased = 0
  for (const [n, { job, submission }] of found.entries()) {
    const documentId = documents[n]
    if (!documentId) continue
    try {
      await job.updateData(withoutWords(submission, documentId))
      erased += 1
    } catch (error) {
      // A job that was done and forgotten meanwhile has none.
      if (job.id !== undefined && (await queue.getJobState(job.id)) !== 'unknown') throw error
    }
  }
  return erased
}
