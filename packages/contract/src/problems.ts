import { z } from 'zod'
import type { Issue } from './issues.ts'

/**
 * Every error that the interface answers, by name (RFC 9457). `type` is `/problems/<name>`, which the service itself
 * explains; `title` never changes for a type, `detail` says what is wrong this time and what would be right.
 */
export const PROBLEMS = {
  'invalid-request': { status: 400, title: 'The request does not parse' },
  'invalid-json': { status: 400, title: 'The body is not JSON' },
  'invalid-cursor': { status: 400, title: 'The cursor does not belong to this query' },
  'invalid-signature': { status: 401, title: 'The signature does not hold' },
  unauthenticated: { status: 401, title: 'A valid key is needed' },
  forbidden: { status: 403, title: 'The key lacks the scope' },
  'not-found': { status: 404, title: 'There is no such thing' },
  'method-not-allowed': { status: 405, title: 'The method is not allowed here' },
  'not-acceptable': { status: 406, title: 'There is no such format of it' },
  conflict: { status: 409, title: 'It conflicts with what is there' },
  'delivery-conflict': { status: 409, title: 'The delivery was made before with another body' },
  gone: { status: 410, title: 'It was withdrawn' },
  'too-large': { status: 413, title: 'The body is too large' },
  'unsupported-media-type': { status: 415, title: 'The body’s media type or encoding is not taken here' },
  unprocessable: { status: 422, title: 'Nothing in the body can be taken' },
  'rate-limited': { status: 429, title: 'Too many requests' },
  'headers-too-large': { status: 431, title: 'The request’s headers are too large' },
  internal: { status: 500, title: 'Something failed inside' },
  unavailable: { status: 503, title: 'Not able to serve just now' },
} as const satisfies Record<string, { status: number; title: string }>

export type ProblemName = keyof typeof PROBLEMS

export const Problem = z
  .looseObject({
    type: z
      .string()
      .meta({ description: 'What kind of problem it is: a URI reference.', example: '/problems/not-found' }),
    title: z.string().meta({ description: 'The kind in words.', example: 'There is no such thing' }),
    status: z.int().meta({ description: 'The HTTP status.', example: 404 }),
    detail: z.string().meta({ description: 'What is wrong this time.', example: 'There is no event of that id.' }),
    instance: z.string().meta({ description: 'The path that was asked.', example: '/v1/events/none' }),
    errors: z
      .array(
        z.strictObject({
          pointer: z
            .string()
            .meta({ description: 'A JSON Pointer into the body, or `/query/<name>`.', example: '/query/limit' }),
          message: z
            .string()
            .meta({ description: 'What is wrong there.', example: 'Too big: expected number to be <=200' }),
        }),
      )
      .optional()
      .meta({ description: 'What does not parse, each with where it stands.' }),
    requestId: z.string().optional().meta({ description: 'To find it in the service’s log.' }),
  })
  .meta({ id: 'Problem', description: 'An error, `application/problem+json` (RFC 9457).' })

export type Problem = z.infer<typeof Problem>

/** Thrown by a handler, turned into an answer in one place. `headers` are set on it as they are. */
export class ProblemError extends Error {
  readonly problem: ProblemName
  readonly errors: Issue[] | undefined
  readonly members: Record<string, unknown>
  readonly headers: Record<string, string>

  constructor(
    problem: ProblemName,
    detail: string,
    more: { errors?: Issue[]; members?: Record<string, unknown>; headers?: Record<string, string> } = {},
  ) {
    super(detail)
    this.name = 'ProblemError'
    this.problem = problem
    this.errors = more.errors
    this.members = more.members ?? {}
    this.headers = more.headers ?? {}
  }
}

/** The body of a problem. */
export function problemBody(error: ProblemError, instance: string, requestId?: string): Problem {
  const { status, title } = PROBLEMS[error.problem]
  return {
    type: `/problems/${error.problem}`,
    title,
    status,
    detail: error.message,
    instance,
    ...(error.errors ? { errors: error.errors } : {}),
    ...(requestId === undefined ? {} : { requestId }),
    ...error.members,
  }
}
