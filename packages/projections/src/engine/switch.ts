import type { EventLog } from '@dateline/event-log'
import type { ClientBase, Pool } from 'pg'
import { endBuild, findBuilds, holdBuild, lockBuilds } from './builds.ts'
import { moveCheckpoint } from './lease.ts'
import type { Build, Projection } from './projection.ts'
import { foldStrictly } from './step.ts'
import { transaction } from './transaction.ts'

/** Most entries that are folded while the serving build is held still; a build that lags more is not ready. */
const READY_WITHIN = 2_000n

export type SwitchResult = 'switched' | 'notReady' | 'gone'

/**
 * Puts a caught-up build in the place of the one that serves, in one transaction, without going back: while the serving
 * one is held still, the new one folds what it lacks. The old one is kept for going back, older ones are dropped.
 */
export async function switchTo(
  { pool, log }: { pool: Pool; log: Pick<EventLog, 'read'> },
  projection: Projection,
  id: bigint,
): Promise<SwitchResult> {
  const result = await transaction(pool, async (client): Promise<SwitchResult> => {
    await lockBuilds(client, projection.name)
    const [serving] = await findBuilds(client, projection.name, ['active'])
    const held = serving && (await holdBuild(client, serving.id))
    const next = await holdBuild(client, id)
    if (!next || !['running', 'caughtUp', 'retired'].includes(next.state)) return 'gone'
    if (held && !(await levelWith(client, log, projection, next, held.position))) return 'notReady'
    await activate(client, next, held)
    return 'switched'
  })
  if (result === 'switched') await dropOlder(pool, projection.name)
  return result
}

/** Folds the build up to the position exactly where it is behind. False: it lacks too much. */
export async function levelWith(
  client: ClientBase,
  log: Pick<EventLog, 'read'>,
  projection: Projection,
  build: Build,
  position: bigint,
): Promise<boolean> {
  const lacks = position - build.position
  if (lacks <= 0n) return true
  if (lacks > READY_WITHIN || build.version !== projection.version) return false
  const entries = await log.read({ after: build.position, limit: Number(lacks) }, client)
  await foldStrictly(client, projection, build.schema, entries)
  return moveCheckpoint(client, { id: build.id, position, states: [build.state], rate: null })
}

export async function activate(client: ClientBase, next: Pick<Build, 'id'>, serving: Build | undefined): Promise<void> {
  if (serving) {
    await client.query(`UPDATE projections.builds SET state = 'retired', ended_at = now() WHERE id = $1`, [serving.id])
  }
  await client.query(
    `UPDATE projections.builds SET state = 'active', activated_at = now(), ended_at = NULL WHERE id = $1`,
    [next.id],
  )
}

/** Keeps the newest retired build. One that a slow reader still holds is dropped at the next switch. */
async function dropOlder(pool: Pool, projection: string): Promise<void> {
  const [, ...older] = await findBuilds(pool, projection, ['retired'])
  for (const build of older) {
    await transaction(pool, async (client) => {
      await client.query(`SET LOCAL lock_timeout = '2s'`)
      await endBuild(client, build.id, { state: 'done' })
    }).catch((error: unknown) => {
      if (!isLockTimeout(error)) throw error
    })
  }
}

function isLockTimeout(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === '55P03'
}
