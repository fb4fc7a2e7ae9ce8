import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from '@dateline/platform'
import type { Pool } from 'pg'
import { completeBuild, findBuilds } from './builds.ts'
import { createFiller } from './filler.ts'
import { lease } from './lease.ts'
import type { BuildState, Projection } from './projection.ts'
import type { StepDeps } from './step.ts'
import { transaction } from './transaction.ts'

/**
 * Adds to a build what was put off while it was filled: under its lease, so that no other process waits in the middle of
 * a page.
 */
export function completeLeased(pool: Pool, projection: Projection, states: readonly BuildState[]): Promise<void> {
  return transaction(pool, async (client) => {
    const held = await lease(client, { projection: projection.name, version: projection.version, states })
    if (held && !held.complete) await completeBuild(client, projection, held)
  })
}

/**
 * Fills the serving tables of a log that was long before they were made, as it is after a restore: as a replay does, to
 * the end of the log or to an entry that cannot be folded, which is then parked by whoever goes on from there.
 */
export async function fillServing(
  deps: StepDeps & { logger: Logger },
  projection: Projection,
  signal: AbortSignal,
): Promise<void> {
  const filler = createFiller(deps, projection)
  while (!signal.aborted) {
    const [serving] = await findBuilds(deps.pool, projection.name, ['active'])
    if (!serving || serving.complete || serving.version !== projection.version) return
    const result = await filler.advance({ states: ['active'], rate: null })
    if (result.status === 'unleased') await sleep(100, undefined, { signal }).catch(() => undefined)
    else if (result.status === 'failed' || result.entries === 0) {
      if (result.status === 'failed') deps.logger.warn({ err: result.error }, 'the first filling of tables stopped')
      await completeLeased(deps.pool, projection, ['active'])
    }
  }
}
