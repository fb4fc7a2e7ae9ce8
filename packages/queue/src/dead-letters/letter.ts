import type { Pool, PoolClient } from 'pg'

export const DEAD_LETTER_STATES = ['open', 'retried', 'discarded'] as const
export type DeadLetterState = (typeof DEAD_LETTER_STATES)[number]

/** A job that was given up: its retries ran out, or it could not be parsed. */
export interface DeadLetter {
  id: string
  queue: string
  jobId: string
  /** Null where the job was no work on a document of the log */
  documentId: string | null
  revision: number | null
  /** The job's data as it came */
  payload: unknown
  error: string
  /** How often it was started */
  attempts: number
  failedAt: Date
  state: DeadLetterState
  /** When it was retried or discarded */
  resolvedAt: Date | null
}

export type Queryable = Pick<Pool | PoolClient, 'query'>

export interface LetterRow {
  id: string
  queue: string
  job_id: string
  document_id: string | null
  revision: number | null
  payload: unknown
  error: string
  attempts: number
  failed_at: Date
  state: DeadLetterState
  resolved_at: Date | null
}

export function letterOf(row: LetterRow): DeadLetter {
  return {
    id: row.id,
    queue: row.queue,
    jobId: row.job_id,
    documentId: row.document_id,
    revision: row.revision,
    payload: row.payload,
    error: row.error,
    attempts: row.attempts,
    failedAt: row.failed_at,
    state: row.state,
    resolvedAt: row.resolved_at,
  }
}
