import { parseEdtf } from '@dateline/domain'
import type { Issue } from './issues.ts'

/** What is wrong with the two ends of a period, each of which parses. Null: nothing. `where` is what they are members of. */
export function periodIssue(
  { from, to }: { from?: string | undefined; to?: string | undefined },
  where: string,
): Issue | null {
  const earliest = from === undefined ? null : (parseEdtf(from)?.earliest ?? null)
  const latest = to === undefined ? null : (parseEdtf(to)?.latest ?? null)
  if (earliest === null || latest === null || earliest <= latest) return null
  return { pointer: `${where}/to`, message: `ends (${latest}) before \`from\` begins (${earliest})` }
}
