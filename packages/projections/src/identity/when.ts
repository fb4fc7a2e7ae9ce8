import { dayNumber, overlap, spanDays } from '../timeline/dates.ts'
import type { MergedEvent } from '../timeline/merge.ts'
import type { Report } from '../timeline/report.ts'

const DAY_MS = 86_400_000
/** How far apart reports of the same news are published. */
export const NEAR_DAYS = 14
/** So much a date that hangs on another one ("Friday", "last month") may be off: read wrongly, or past midnight. */
const MOST_OFF_DAYS = 31

export function isNear(a: Report, b: Report): boolean {
  return Math.abs(a.publishedAt - b.publishedAt) <= NEAR_DAYS * DAY_MS
}

/** Exact dates say most; two vague ones hardly anything, and an open side nothing. */
export function datePoints(report: Report, { date }: MergedEvent): number {
  if (!overlap(report, date)) return 0
  const wider = Math.max(spanDays(report), spanDays(date))
  if (wider <= 1) return 2
  if (wider <= 7) return 1.5
  if (wider <= 31) return 1
  return 0
}

export type DateClash = 'none' | 'guessed' | 'doubtful' | 'certain'

/**
 * Dates without a day in common; doubtful where one of them was worked out from another date, guessed where it is only
 * that of publication.
 */
export function dateClash(report: Report, reports: readonly Report[], { date }: MergedEvent): DateClash {
  if (overlap(report, date)) return 'none'
  const exact = reports.every((other) => isStated(other) || other.earliest === null)
  if (isStated(report) && exact) return 'certain'
  if (daysApart(report, date) > MOST_OFF_DAYS) return 'certain'
  return [report, ...reports].some(isGuessed) ? 'guessed' : 'doubtful'
}

function isStated({ date }: Report): boolean {
  return date.basis === 'explicit'
}

function isGuessed({ date }: Report): boolean {
  return date.basis === 'publication'
}

function daysApart(a: Bounds, b: Bounds): number {
  const after = (late: Bounds, early: Bounds) =>
    late.earliest && early.latest ? dayNumber(late.earliest) - dayNumber(early.latest) : 0
  return Math.max(after(a, b), after(b, a))
}

interface Bounds {
  earliest: string | null
  latest: string | null
}
