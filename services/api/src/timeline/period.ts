import { ProblemError, type TimelineQuery } from '@dateline/contract'
import { parseEdtf } from '@dateline/domain'

/** Refuses a period that ends before it begins: nothing can overlap it. */
export function checkPeriod({ from, to }: Pick<TimelineQuery, 'from' | 'to'>, where = '/query'): void {
  const earliest = from === undefined ? null : (parseEdtf(from)?.earliest ?? null)
  const latest = to === undefined ? null : (parseEdtf(to)?.latest ?? null)
  if (earliest === null || latest === null || earliest <= latest) return
  throw new ProblemError('invalid-request', `The ${where === '/query' ? 'query' : 'body'} does not parse.`, {
    errors: [{ pointer: `${where}/to`, message: `ends (${latest}) before \`from\` begins (${earliest})` }],
  })
}
