import type { CorrectionMade } from '@dateline/domain'
import type { Entry, EventLog } from '@dateline/event-log'
import type { Pool } from 'pg'

export interface CorrectionDeps {
  /** Of the read tables and the log */
  pool: Pool
  log: EventLog
  /** An id that nothing else has */
  newId: () => string
}

/** Who corrects: a key, or whoever runs the command line. */
export interface Author {
  id: string
  name: string
}

/** `unknown`: there is no such target. `refused`: it cannot be done to this one, and why. */
export type CorrectionResult =
  | { status: 'made'; entry: Entry<CorrectionMade> }
  | { status: 'unknown'; message: string }
  | { status: 'refused'; message: string }

export type Refusal = Exclude<CorrectionResult, { status: 'made' }>

export function unknown(message: string): Refusal {
  return { status: 'unknown', message }
}

export function refused(message: string): Refusal {
  return { status: 'refused', message }
}
