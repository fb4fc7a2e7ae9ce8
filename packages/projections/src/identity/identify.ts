import { type Compared, ENOUGH, score, type Score } from './score.ts'
import type { Report } from '../timeline/report.ts'

export interface Candidate extends Compared {
  id: string
  /** Where the report that made it stands in the log */
  createdAt: bigint
}

/** The event that a report belongs to and why; `eventId` null: it is the first to tell of it. */
export interface Identity {
  eventId: string | null
  score: Score
}

/**
 * Decides which event a report tells of. Deterministic in the order of the log: the candidate with the most points, of
 * equals the oldest event.
 */
export function identify(report: Report, candidates: readonly Candidate[]): Identity {
  let best: { candidate: Candidate; score: Score } | undefined
  for (const candidate of candidates) {
    const found = score(report, candidate, ENOUGH)
    if (found.against !== null || found.points < ENOUGH) continue
    const better =
      !best ||
      found.points > best.score.points ||
      (found.points === best.score.points && candidate.createdAt < best.candidate.createdAt)
    if (better) best = { candidate, score: found }
  }
  return best
    ? { eventId: best.candidate.id, score: best.score }
    : { eventId: null, score: { points: 0, reasons: ['the first report of it'], against: null } }
}
