import type { Report } from './report.ts'

/**
 * Which reports stand on their own feet. Sources that carried one and the same text count as one source: a wire report
 * printed by ten papers is one witness.
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
  for (const { by } of reports) {
    const [source, text] = [root(`source ${by.source}`), root(`text ${by.textHash}`)]
    // The smaller key leads, so that the order of the reports does not matter.
    parents.set(source < text ? text : source, source < text ? source : text)
  }
  const groupOf = ({ by }: Report) => root(`source ${by.source}`)
  const names = [...new Set(reports.map(({ by }) => by.source))].sort()
  return { names, groupOf, count: new Set(reports.map(groupOf)).size }
}
