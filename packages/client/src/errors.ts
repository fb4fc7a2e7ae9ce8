import type { Problem } from '@dateline/contract'

/** The service answered with a problem (RFC 9457). The message says what was asked, and all that is wrong. */
export class RequestRefused extends Error {
  readonly status: number
  readonly problem: Problem
  /** Seconds after which it may be tried again, if the answer says so */
  readonly retryAfter: number | null

  constructor(what: string, response: Response, problem: Problem) {
    const issues = (problem.errors ?? []).map(({ pointer, message }) => `\n  ${pointer || '(the whole)'} ${message}`)
    super(`${what}: ${response.status} ${problem.title}. ${problem.detail}${issues.join('')}`)
    this.name = 'RequestRefused'
    this.status = response.status
    this.problem = problem
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
    this.retryAfter = Number.isFinite(seconds) ? seconds : null
  }
}

/** No answer came, or one that is not the service's: it is down, or something stands between. */
export class NoAnswer extends Error {
  constructor(what: string, why: string, options?: ErrorOptions) {
    super(`${what}: ${why}`, options)
    this.name = 'NoAnswer'
  }
}

/** The problem that an answer carries; of an answer that carries none, what can be said of it. */
export async function refusalOf(what: string, response: Response): Promise<RequestRefused | NoAnswer> {
  const text = await response.text()
  if (response.headers.get('content-type')?.startsWith('application/problem+json'))
    return new RequestRefused(what, response, JSON.parse(text) as Problem)
  return new NoAnswer(what, `${response.status} ${response.statusText}, which is no answer of this service`)
}
