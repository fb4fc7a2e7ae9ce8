import { setTimeout as sleep } from 'node:timers/promises'
import type { EventLog } from '@dateline/event-log'
import type { Logger } from '@dateline/platform'
import type { Pool } from 'pg'
import { pipeliningPool } from '../shared/send.ts'
import { analyzeBuild, completeBuild, createBuild, endBuild, findBuilds, lockBuilds } from './builds.ts'
import { completeLeased, fillServing } from './complete.ts'
import { compareWithServing, resumeComparison } from './compare.ts'
import { messageOf } from './fold-page.ts'
import { createFiller } from './filler.ts'
import { createKept } from './kept.ts'
import { createPace } from './pace.ts'
import type { Build, BuildState, Projection } from './projection.ts'
import { step, type StepResult } from './step.ts'
import { switchTo } from './switch.ts'
import { transaction } from './transaction.ts'

export interface ProjectorDeps {
  pool: Pool
  log: EventLog
  projections: readonly Projection[]
  logger: Logger
}

export interface Projector {
  /** Ends after the page in work. */
  stop(): Promise<void>
}

/**
 * Keeps the serving builds of all projections up with the log and runs replays. Any number of processes may do so at
 * once: a build is folded by whoever holds its lease, page by page. A projection without tables gets them; one whose
 * tables are of an older version is replayed while those serve on, unmoved.
 */
export function startProjector(deps: ProjectorDeps): Projector {
  const stopping = new AbortController()
  const { signal } = stopping
  const brisk = pipeliningPool(deps.pool, deps.projections.length)
  const loops = deps.projections.flatMap((projection) => [
    forever(deps, signal, `follow ${projection.name}`, () => followLive(deps, brisk, projection, signal)),
    forever(deps, signal, `replay ${projection.name}`, () => runReplay(deps, projection, signal)),
  ])
  let stopped: Promise<void> | undefined
  return {
    stop() {
      stopping.abort()
      return (stopped ??= Promise.all(loops).then(() => brisk.end()))
    },
  }
}

/** Runs `turn` again and again; an error is logged, and the next turn waits longer the more there were. */
async function forever({ logger }: ProjectorDeps, signal: AbortSignal, what: string, turn: () => Promise<void>) {
  let failures = 0
  while (!signal.aborted) {
    try {
      await turn()
      failures = 0
    } catch (error) {
      failures += 1
      logger.warn({ err: error }, `${what}: trying again`)
      await pause(signal, Math.min(100 * 2 ** failures, 10_000))
    }
  }
}

/** From so many entries on new tables are filled before they are kept up with. */
const LONG = 5_000n

/** Most entries of a small page: of more, the rows are worth being copied. */
const SMALL = 100

const ACTIVE: readonly BuildState[] = ['active']
const UNDERWAY: readonly BuildState[] = ['running', 'caughtUp']

async function followLive(
  deps: ProjectorDeps,
  brisk: Pool,
  projection: Projection,
  signal: AbortSignal,
): Promise<void> {
  await ensureBuild(deps, projection)
  await fillServing(deps, projection, signal)
  const pace = createPace({ most: 1_000 })
  let mode: 'park' | 'careful' = 'park'
  let behind = false
  let seen: { id: bigint; position: bigint } | undefined
  const kept = createKept(projection.follow)
  while (!signal.aborted) {
    const options = { states: ACTIVE, mode, seen, kept }
    const result: StepResult = behind
      ? await pace.timed((limit) => step(deps, projection, { ...options, limit }))
      : await step({ ...deps, pool: brisk }, projection, { ...options, limit: SMALL })
    switch (result.status) {
      case 'moved':
        mode = 'park'
        if (result.parked > 0) {
          deps.logger.error(
            { projection: projection.name, parked: result.parked },
            'entries could not be folded: parked',
          )
        }
        seen = { id: result.build.id, position: result.position }
        behind = result.entries >= SMALL
        if (!behind) await deps.log.waitBeyond(result.position, signal)
        break
      case 'failed':
        if (mode === 'careful') throw result.error
        mode = 'careful'
        break
      case 'unleased':
        // Another process is at it, or other tables serve by now.
        await pause(signal, 100)
        await ensureBuild(deps, projection)
        await fillServing(deps, projection, signal)
        break
    }
  }
}

/** Makes the tables where there are none, and starts a replay where they are of an older version. */
async function ensureBuild({ pool, log }: ProjectorDeps, projection: Projection): Promise<void> {
  const [active] = await findBuilds(pool, projection.name, ['active'])
  if (active && active.version >= projection.version) return
  await transaction(pool, async (client) => {
    await lockBuilds(client, projection.name)
    const [serving] = await findBuilds(client, projection.name, ['active'])
    if (!serving) {
      const id = await createBuild(client, projection, { state: 'active', activate: 'auto', dryRun: false })
      if ((await log.head(client)) > LONG) return
      await completeBuild(client, projection, { id, schema: `${projection.name}_b${id}`, dryRun: false })
    } else if (serving.version < projection.version) {
      const [underway] = await findBuilds(client, projection.name, UNDERWAY)
      if (underway && underway.version >= projection.version) return
      if (underway)
        await endBuild(client, underway.id, { state: 'cancelled', error: 'A newer version takes its place' })
      await createBuild(client, projection, { state: 'running', activate: 'auto', dryRun: false })
    }
  })
}

/** Looks for a replay, and brings it as far as it goes: to its switch, to a dry run's report, or to its failure. */
async function runReplay(deps: ProjectorDeps, projection: Projection, signal: AbortSignal): Promise<void> {
  const [found] = await findBuilds(deps.pool, projection.name, UNDERWAY)
  if (!found || found.version !== projection.version) return pause(signal, 300)
  if (found.dryRun && found.state === 'caughtUp') await resumeComparison(deps.pool, found.id)
  const pace = createPace({ most: 1_000 })
  const filler = createFiller(deps, projection)
  let complete = found.complete
  let analyzed = 20_000n
  while (!signal.aborted) {
    const options = { states: UNDERWAY, rate: pace.perSecond() }
    const result = await pace.timed((limit) =>
      complete ? step(deps, projection, { ...options, limit, mode: 'strict' }) : filler.advance(options),
    )
    if (result.status === 'unleased') return pause(signal, 300)
    if (result.status === 'failed') return fail(deps, result)
    complete = result.build.complete
    if (result.entries > 0) {
      if (result.position < analyzed) continue
      await analyzeBuild(deps.pool, result.build.schema)
      analyzed *= 4n
    } else if (await atHead(deps, projection, result.build, signal)) return
  }
}

async function fail({ pool, logger }: ProjectorDeps, { build, error }: StepResult & { status: 'failed' }) {
  logger.error({ err: error, replay: String(build.id) }, 'a replay failed')
  await transaction(pool, (client) => endBuild(client, build.id, { state: 'failed', error: messageOf(error) }))
}

/** What is next for a replay that has read the whole log. True: it is over. */
async function atHead(
  deps: ProjectorDeps,
  projection: Projection,
  build: Build,
  signal: AbortSignal,
): Promise<boolean> {
  if (!build.complete) {
    // What comes meanwhile is folded next.
    await completeLeased(deps.pool, projection, UNDERWAY)
    return false
  }
  if (build.dryRun) {
    const report = await compareWithServing(deps, projection, build)
    if (report) await transaction(deps.pool, (client) => endBuild(client, build.id, { state: 'done', report }))
    else await pause(signal, 100)
    return report !== undefined
  }
  await deps.pool.query(`UPDATE projections.builds SET state = 'caughtUp' WHERE id = $1 AND state = 'running'`, [
    build.id,
  ])
  if (build.activate === 'auto' && (await switchTo(deps, projection, build.id)) === 'switched') {
    deps.logger.info({ projection: projection.name, build: String(build.id) }, 'a replay took over')
    return true
  }
  await deps.log.waitBeyond(build.position, signal)
  return false
}

async function pause(signal: AbortSignal, ms: number): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined)
}
