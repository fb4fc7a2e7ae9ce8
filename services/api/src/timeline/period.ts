import { ProblemError, type TimelineQuery } from '@dateline/contract'
import { parseEdtf } from '@dateline/domain'

/** Refuses a period that ends before it begins: nothing can overlap it. */
export function checkPeriod({ from, to }: Pick<TimelineQuery, 'from' | 'to'>): void {
  const earliest = from === undefined ? null : (parseEdtf(from)?.earliest ?? null)
  const latest = to === undefined ? null : (parseEdtf(to)?.latest ?? null)
  if (earliest === null || latest === null || earliest <= latest) return
  throw new ProblemError('invalid-request', 'The query does not parse.', {
    errors: [{ pointer: '/query/to', message: `ends (${latest}) before \`from\` begins (${earliest})` }],
  })
}
