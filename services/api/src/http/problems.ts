import { problemBody, ProblemError, PROBLEMS, type ProblemName } from '@dateline/contract'
import type { Logger } from '@dateline/platform'
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express'
import { requestIdOf } from './request-id.ts'

/** Nothing else has taken the request. */
export const notFound: RequestHandler = (request) => {
  throw new ProblemError(
    'not-found',
    `There is nothing at ${shortened(request.path)}; see /openapi.json for what there is.`,
  )
}

/** Turns whatever was thrown into a problem. What went wrong inside is logged and not shown. */
export function problems(logger: Logger): ErrorRequestHandler {
  // Express knows an error handler by its four parameters.
  return (error: unknown, request, response, _next) => {
    const problem = asProblem(error)
    if (problem.problem === 'internal' || problem.problem === 'unavailable') {
      logger.error(
        { err: error, requestId: requestIdOf(response), method: request.method, path: request.path },
        problem.message,
      )
    }
    if (response.headersSent) {
      response.destroy()
      return
    }
    sendProblem(request, response, problem)
  }
}

export function sendProblem(request: Request, response: Response, problem: ProblemError): void {
  const body = problemBody(problem, shortened(request.path), requestIdOf(response))
  response.removeHeader('ETag')
  response.removeHeader('Link')
  response
    .status(PROBLEMS[problem.problem].status)
    .set({ 'Cache-Control': 'no-store', ...problem.headers })
    .type('application/problem+json')
    .send(JSON.stringify(body))
}

function asProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error
  const { type, status, code } = (typeof error === 'object' && error !== null ? error : {}) as Record<string, unknown>
  const known = typeof type === 'string' ? BODY_PROBLEMS[type] : undefined
  if (known) return new ProblemError(known[0], known[1])
  // A path that is not percent-encoded UTF-8.
  if (error instanceof URIError || (status === 400 && error instanceof Error && /decode param/.test(error.message)))
    return new ProblemError('not-found', 'The path is not percent-encoded UTF-8.')
  if (typeof code === 'string' && UNAVAILABLE.test(code))
    return new ProblemError('unavailable', 'It cannot be answered just now; try again in a moment.', {
      headers: { 'Retry-After': '2' },
    })
  return new ProblemError('internal', 'Something failed inside; the service’s log has it under the request id.')
}

/** What `body-parser` calls its errors. */
const BODY_PROBLEMS: Readonly<Record<string, [ProblemName, string]>> = {
  'entity.too.large': ['too-large', 'The body is larger than is taken here.'],
  'encoding.unsupported': ['unsupported-media-type', 'A compressed body is not taken; send it as it is.'],
  'request.aborted': ['invalid-request', 'The body ended before its length.'],
  'request.size.invalid': ['invalid-request', 'The body is not as long as Content-Length says.'],
}

/** Connections that fail, time limits, a server that starts or stops; and tables that a switch has just dropped. */
const UNAVAILABLE = /^(08|53|57|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_)|^(42P01|3F000|25P02|40001)$/

function shortened(path: string): string {
  return path.length > 300 ? `${path.slice(0, 300)}…` : path
}
