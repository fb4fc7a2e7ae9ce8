import { periodIssue, ProblemError, type TimelineQuery } from '@dateline/contract'

/** Refuses a period that ends before it begins; `where` the filters are in the query or the body. */
export function checkPeriod(period: Pick<TimelineQuery, 'from' | 'to'>, where = '/query'): void {
  const issue = periodIssue(period, where)
  if (issue)
    throw new ProblemError('invalid-request', `The ${where === '/query' ? 'query' : 'body'} does not parse.`, {
      errors: [issue],
    })
}
