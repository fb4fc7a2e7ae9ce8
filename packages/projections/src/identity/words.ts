import { wordsOf } from '../shared/text.ts'
import type { Report } from '../timeline/report.ts'

interface Told {
  reports: readonly Report[]
}

/** The same sentence, at about the same time: "Polls opened at eight" is printed of every election. */
export function sharesEvidence(report: Report, { reports }: Told): boolean {
  const own = [...featuresOf(report).sentences]
  return reports.some(
    (other) => isNear(other, report) && own.some((sentence) => featuresOf(other).sentences.has(sentence)),
  )
}

/** Two weeks: how far apart reports of the same news are published. */
const NEAR_MS = 14 * 86_400_000

export function isNear(a: Report, b: Report): boolean {
  return Math.abs(a.publishedAt - b.publishedAt) <= NEAR_MS
}

/** Up to two points for words in common, of those that carry something. */
export function wordPoints(report: Report, { reports }: Told): number {
  const own = featuresOf(report).words
  let best = 0
  for (const other of reports) {
    const words = featuresOf(other).words
    let shared = 0
    for (const word of own) if (words.has(word)) shared += 1
    best = Math.max(best, shared / (own.size + words.size - shared || 1))
  }
  return best >= 0.5 ? 2 : best >= 0.3 ? 1 : 0
}

interface Features {
  /** Words of some length */
  words: ReadonlySet<string>
  /** Pieces of evidence of some length, as words */
  sentences: ReadonlySet<string>
}

const features = new WeakMap<Report, Features>()

/** A report is compared many times, and never changes. */
function featuresOf(report: Report): Features {
  const known = features.get(report)
  if (known) return known
  const pieces = report.evidence.map(({ text }) => wordsOf(text))
  const made = {
    words: new Set(pieces.flat().filter((word) => word.length > 3)),
    sentences: new Set(pieces.filter((words) => words.length > 5).map((words) => words.join(' '))),
  }
  features.set(report, made)
  return made
}
