import type { Report } from '../timeline/report.ts'
import { commonShare } from './alike.ts'
import { FAMILIES } from './families.ts'
import { type Compared, ENOUGH, score, type Score } from './score.ts'

export interface Candidate extends Compared {
  id: string
  /** Where the report that made it stands in the log */
  createdAt: bigint
}

/** An event that a report might have told of, and why it does not. */
export interface Refused {
  eventId: string
  because: string
}

/** The event that a report belongs to and why; `eventId` null: it is the first to tell of it. */
export interface Identity {
  eventId: string | null
  score: Score
  /** Of what else it might have told, what is told most alike first */
  refused: readonly Refused[]
}

const FIRST: Score = { points: 0, reasons: ['the first report of it'], against: null }

/**
 * Decides which event a report tells of. Deterministic in the order of the log: the candidate with the most points, of
 * equals the oldest event.
 */
export function identify(report: Report, candidates: readonly Candidate[]): Identity {
  let best: { candidate: Candidate; score: Score } | undefined
  const refused: { candidate: Candidate; because: string }[] = []
  for (const candidate of candidates) {
    const found = score(report, candidate, ENOUGH)
    if (found.against !== null || found.points < ENOUGH) {
      refused.push({ candidate, because: found.against ?? 'too little speaks for it' })
      continue
    }
    const better =
      !best ||
      found.points > best.score.points ||
      (found.points === best.score.points && candidate.createdAt < best.candidate.createdAt)
    if (better) best = { candidate, score: found }
  }
  if (best) return { eventId: best.candidate.id, score: best.score, refused: [] }
  return { eventId: null, score: FIRST, refused: nearest(report, refused) }
}

/** Of so many of the newest the nearest are looked for, and so many are told. */
const LOOKED_AT = 8
const TOLD = 3

function nearest(report: Report, refused: { candidate: Candidate; because: string }[]): Refused[] {
  const family = FAMILIES[report.type].name
  return refused
    .filter(({ candidate }) => FAMILIES[candidate.merged.type].name === family)
    .sort((a, b) => (a.candidate.createdAt > b.candidate.createdAt ? -1 : 1))
    .slice(0, LOOKED_AT)
    .map((one) => ({ ...one, alike: commonShare(report, one.candidate.reports[0]!) }))
    .sort((a, b) => b.alike - a.alike)
    .slice(0, TOLD)
    .map(({ candidate, because }) => ({ eventId: candidate.id, because }))
}
