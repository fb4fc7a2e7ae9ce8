import { setTimeout as sleep } from 'node:timers/promises'
import { OPERATIONS } from '@dateline/contract'
import { positions } from '@dateline/projections'
import type { ApiDeps } from '../deps.ts'
import type { Routes } from '../http/route.ts'

/** A database that has not answered by then does not serve. */
const PATIENCE_MS = 2_000

export function healthRoutes(routes: Routes, { pool }: Pick<ApiDeps, 'pool'>): void {
  routes.add(OPERATIONS.getLive, ({ response }) => {
    response.set('Cache-Control', 'no-store').json({ status: 'ok' })
  })

  // Being behind is no reason not to serve: restarting what lags only makes it lag more.
  routes.add(OPERATIONS.getReady, async ({ response }) => {
    const checks = await check(pool)
    const ready = Object.values(checks).every((result) => result === 'ok')
    response
      .status(ready ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json({ status: ready ? 'ok' : 'unavailable', checks })
  })
}

async function check(pool: ApiDeps['pool']): Promise<Record<'database' | 'timeline', 'ok' | 'failed'>> {
  const late = new AbortController()
  try {
    const builds = await Promise.race([
      positions(pool),
      sleep(PATIENCE_MS, undefined, { signal: late.signal }).then(() => null),
    ])
    if (builds === null) return { database: 'failed', timeline: 'failed' }
    return { database: 'ok', timeline: builds.timeline ? 'ok' : 'failed' }
  } catch {
    return { database: 'failed', timeline: 'failed' }
  } finally {
    late.abort()
  }
}
