/** Errors of the way to Postgres or of Postgres going down or coming up; none of them says anything about the job. */
const CODES: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  // too_many_connections, admin_shutdown, crash_shutdown, cannot_connect_now
  '53300',
  '57P01',
  '57P02',
  '57P03',
])

/** What pg says without a code. */
const MESSAGE =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/

/** Whether an error means that the database is away for the moment, so that the job's tries are not to be spent on it. */
export function isOutage(error: unknown): boolean {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    const code = 'code' in at ? at.code : undefined
    // SQLSTATE class 08: connection exceptions
    if (CODES.has(code) || (typeof code === 'string' && /^08\w{3}$/.test(code)) || MESSAGE.test(at.message)) return true
    if (at instanceof AggregateError && at.errors.some(isOutage)) return true
  }
  return false
}
