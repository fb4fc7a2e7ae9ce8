import { LastEventId, OPERATIONS, pointer, ProblemError, type StreamQuery } from '@dateline/contract'
import { ALL_OF_ENTRY, type FeedPoint, lastChange } from '@dateline/projections'
import type { Request } from 'express'
import type { ApiDeps } from '../deps.ts'
import type { Routes } from '../http/route.ts'
import { checkPeriod } from '../timeline/period.ts'
import type { Feed } from './feed.ts'
import { stream } from './stream.ts'

/** Most streams of one process. */
const MAX_STREAMS = 5_000

/** Changes as they come. */
export function liveRoutes(routes: Routes, deps: Pick<ApiDeps, 'pool' | 'log' | 'logger'> & { feed: Feed }): void {
  routes.add(OPERATIONS.openStream, async ({ query, request, response }) => {
    const { lastEventId, ...filters } = query
    checkPeriod(filters)
    const resumed = resumePoint(request, lastEventId)
    const last = await lastChange(deps.pool)
    if (!last || deps.feed.count() >= MAX_STREAMS) {
      throw new ProblemError('unavailable', last ? 'There are too many streams.' : 'There are no read tables yet.', {
        headers: { 'Retry-After': '2' },
      })
    }
    response.set({
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-cache, no-transform',
      'X-Accel-Buffering': 'no',
    })
    if (request.method === 'HEAD') {
      response.end()
      return
    }
    response.flushHeaders()
    response.write('retry: 2000\n')
    const unknown = resumed !== null && resumed.position > (await deps.log.head())
    if (unknown) response.write('event: resync\ndata: {"reason":"unknown position"}\n\n')
    const from = resumed === null || unknown ? last.point : resumed
    // An id without data dispatches nothing, but is what a client goes on after that has not been sent a change yet.
    response.write(resumed === null || unknown ? `id: ${from.position}-${from.n}\n\n` : ': resumed\n\n')
    stream(deps, response, { filters, from, build: last.build })
  })
}

/** Where the client left off; null: it starts. The header is the newer one: it is what a browser sends when it reconnects. */
function resumePoint(request: Request, query: StreamQuery['lastEventId']): FeedPoint | null {
  const header = request.get('last-event-id')
  const text = header === undefined || header === '' ? query : header
  if (text === undefined) return null
  const parsed = LastEventId.safeParse(text)
  const [position = '', n] = text.split('-')
  if (!parsed.success || BigInt(position) > MAX_POSITION) {
    throw new ProblemError('invalid-request', 'Last-Event-ID does not parse.', {
      errors: [{ pointer: pointer('headers', 'last-event-id'), message: 'must be the id of a change, or a position' }],
    })
  }
  return { position: BigInt(position), n: n === undefined ? ALL_OF_ENTRY : Math.min(Number(n), ALL_OF_ENTRY) }
}

/** Beyond it the window of a query would overflow a `bigint`. */
const MAX_POSITION = 9_000_000_000_000_000_000n
