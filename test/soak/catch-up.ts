import { setTimeout as sleep } from 'node:timers/promises'
import type { EventLog } from '@dateline/event-log'
import { getReplay, positions, PROJECTIONS, type ServedBuild, startReplay } from '@dateline/projections'
import type { Pool } from 'pg'
import { tableHashes } from '../support/table-hashes.ts'

/** Waits until the serving timeline shows the whole log. */
export async function caughtUp(pool: Pool, log: EventLog, seconds = 300): Promise<ServedBuild> {
  for (const until = performance.now() + seconds * 1000; performance.now() < until; await sleep(100)) {
    const served = (await positions(pool))['timeline']
    if (served && served.position >= (await log.head())) return served
  }
  throw new Error(`the timeline was not caught up after ${seconds} s`)
}

/** The tables that serve, and then those of a replay that took over from them: what differs. */
export async function rebuiltDiffers(pool: Pool, log: EventLog): Promise<string[]> {
  const grown = await caughtUp(pool, log)
  const { rows } = await pool.query<{ what: string }>(
    `SELECT format('build %s: %s at %s is %s: %s', build_id, type, position, state, error) AS what
     FROM projections.parked ORDER BY id`,
  )
  const problems = rows.map(({ what }) => what)
  const before = await tableHashes(pool, grown.schema)
  const deps = { pool, log, projections: PROJECTIONS }
  const started = await startReplay(deps, 'timeline')
  if (started.status === 'unknown') return [...problems, 'there is no timeline']
  for (;;) {
    const replay = await getReplay(deps, started.replay.id)
    if (replay?.state === 'active') break
    if (replay?.state === 'failed') return [...problems, `the replay failed: ${replay.error}`]
    await sleep(100)
  }
  const after = await tableHashes(pool, (await caughtUp(pool, log)).schema)
  for (const table of Object.keys({ ...before, ...after })) {
    if (before[table] !== after[table]) problems.push(`${table}: grown ${before[table]}, rebuilt ${after[table]}`)
  }
  return problems
}
