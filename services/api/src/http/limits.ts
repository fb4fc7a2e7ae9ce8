import { ProblemError } from '@dateline/contract'
import { ipKeyGenerator, rateLimit } from 'express-rate-limit'
import type { RequestHandler } from 'express'
import { principalOf } from './authenticate.ts'
import { sendProblem } from './problems.ts'

/** So many requests a minute by key, or by address where there is none. Counted in this process. */
export function limitRate(perMinute: number): RequestHandler {
  if (perMinute === 0) return (_request, _response, next) => next()
  return rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    identifier: 'requests',
    keyGenerator: (request, response) => {
      const principal = principalOf(response)
      return principal ? `key ${principal.keyId}` : `address ${ipKeyGenerator(request.ip ?? '')}`
    },
    handler: (request, response) => {
      const wait = response.getHeader('Retry-After')
      sendProblem(
        request,
        response,
        new ProblemError(
          'rate-limited',
          `More than ${perMinute} requests a minute; try again in ${String(wait)} seconds.`,
        ),
      )
    },
  })
}
