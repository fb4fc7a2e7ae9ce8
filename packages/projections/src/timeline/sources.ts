import { areNearCopies, bandsOf } from '@dateline/domain'
import type { Report } from './report.ts'

/**
 * Which reports stand on their own feet. Sources that carried one text, or near-copies of one, count as one source: a
 * wire report printed by ten papers under headlines of their own is one witness.
 */
export function independentSources(reports: readonly Report[]): {
  /** All of the names, sorted */
  names: string[]
  /** The witness that a report belongs to */
  groupOf: (report: Report) => string
  count: number
} {
  const parents = new Map<string, string>()
  const root = (key: string): string => {
    const parent = parents.get(key)
    if (parent === undefined || parent === key) return key
    const found = root(parent)
    parents.set(key, found)
    return found
  }
  const join = (one: string, other: string) => {
    const [a, b] = [root(one), root(other)]
    // The smaller key leads, so that the order of the reports does not matter.
    parents.set(a < b ? b : a, a < b ? a : b)
  }
  for (const { by } of reports) join(`source ${by.source}`, `text ${by.textHash}`)
  for (const [one, other] of nearCopies(reports)) join(`text ${one}`, `text ${other}`)
  const groupOf = ({ by }: Report) => root(`source ${by.source}`)
  const names = [...new Set(reports.map(({ by }) => by.source))].sort()
  return { names, groupOf, count: new Set(reports.map(groupOf)).size }
}

/** Pairs of texts that are near-copies; those that share no band are not compared. */
function nearCopies(reports: readonly Report[]): [one: string, other: string][] {
  const sketches = new Map(reports.flatMap(({ by }) => (by.sketch ? [[by.textHash, by.sketch] as const] : [])))
  if (sketches.size < 2) return []
  const byBand = new Map<string, string[]>()
  const pairs: [string, string][] = []
  for (const [hash, sketch] of sketches) {
    const seen = new Set<string>()
    for (const band of bandsOf(sketch)) {
      const others = byBand.get(band)
      for (const other of others ?? []) {
        if (seen.has(other)) continue
        seen.add(other)
        if (areNearCopies(sketch, sketches.get(other) ?? '')) pairs.push([hash, other])
      }
      if (others) others.push(hash)
      else byBand.set(band, [hash])
    }
  }
  return pairs
}
