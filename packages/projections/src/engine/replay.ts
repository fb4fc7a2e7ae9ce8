import type { EventLog } from '@dateline/event-log'
import type { Pool } from 'pg'
import { VIEWS } from '../read.ts'
import { createBuild, endBuild, findBuilds, holdBuild, lockBuilds } from './builds.ts'
import type { DryRunReport } from './compare.ts'
import type { Build, BuildState, Projection } from './projection.ts'
import { activate } from './switch.ts'
import { transaction } from './transaction.ts'

export interface ReplayDeps {
  pool: Pool
  log: Pick<EventLog, 'head'>
  projections: readonly Projection[]
}

export interface Replay {
  id: string
  projection: string
  version: number
  /** `active`: it serves; `done`: a dry run with its report, or tables that served and are replaced by now */
  state: 'running' | 'caughtUp' | 'active' | 'done' | 'cancelled' | 'failed'
  dryRun: boolean
  activate: 'auto' | 'manual'
  /** Entries folded, of how many */
  done: number
  total: number
  perSecond: number | null
  secondsLeft: number | null
  startedAt: Date
  caughtUpAt: Date | null
  activatedAt: Date | null
  endedAt: Date | null
  error: string | null
  report: DryRunReport | null
}

export type StartReplayResult =
  | { status: 'started'; replay: Replay }
  | { status: 'unknown'; known: string[] }
  | { status: 'underway'; replay: Replay }

/** `refused`: its state does not allow it. */
export type ReplayResult =
  { status: 'done'; replay: Replay } | { status: 'unknown' } | { status: 'refused'; replay: Replay | null; why: string }

/** The projection that makes the view: `actors` is made by `timeline`. */
export function projectionOf(projections: readonly Projection[], view: string): Projection | undefined {
  return projections.find(({ name }) => name === view || (Object.hasOwn(VIEWS, name) && VIEWS[name]?.includes(view)))
}

export function viewsOf(projections: readonly Projection[]): string[] {
  return projections.flatMap(({ name }) => VIEWS[name] ?? [name])
}

/**
 * Has a projection built anew beside the one that serves, by whichever projector process comes first; a restart goes on
 * with it. Caught up, it takes over by itself (`auto`) or when told to (`manual`). A dry run says what would change.
 */
export async function startReplay(
  deps: ReplayDeps,
  view: string,
  options: { dryRun?: boolean; activate?: 'auto' | 'manual' } = {},
): Promise<StartReplayResult> {
  const projection = projectionOf(deps.projections, view)
  if (!projection) return { status: 'unknown', known: viewsOf(deps.projections) }
  const started = await transaction(deps.pool, async (client) => {
    await lockBuilds(client, projection.name)
    const [underway] = await findBuilds(client, projection.name, ['running', 'caughtUp'])
    if (underway) return { id: underway.id, status: 'underway' as const }
    const id = await createBuild(client, projection, {
      state: 'running',
      activate: options.activate ?? 'auto',
      dryRun: options.dryRun ?? false,
    })
    return { id, status: 'started' as const }
  })
  const replay = await getReplay(deps, String(started.id))
  if (!replay) throw new Error(`Replay ${started.id} is not there`)
  return { status: started.status, replay }
}

interface ReplayRow {
  id: string
  projection: string
  version: number
  state: BuildState
  dryRun: boolean
  activate: 'auto' | 'manual'
  position: bigint
  rate: number | null
  startedAt: Date
  caughtUpAt: Date | null
  activatedAt: Date | null
  endedAt: Date | null
  error: string | null
  report: DryRunReport | null
}

const GET = `
  SELECT b.id::text, b.projection, b.version, b.state, b.dry_run AS "dryRun", b.activate, c.position, c.rate,
         b.started_at AS "startedAt", b.caught_up_at AS "caughtUpAt", b.activated_at AS "activatedAt",
         b.ended_at AS "endedAt", b.error, b.report
  FROM projections.builds b JOIN projections.checkpoints c ON c.build_id = b.id
  WHERE b.id = $1`

/** A replay and how far it is; undefined: there is none of that id. */
export async function getReplay(
  { pool, log }: Pick<ReplayDeps, 'pool' | 'log'>,
  id: string,
): Promise<Replay | undefined> {
  if (!/^\d{1,18}$/.test(id)) return undefined
  const { rows } = await pool.query<ReplayRow>(GET, [id])
  const row = rows[0]
  if (!row) return undefined
  const { position, rate, state, ...rest } = row
  const underway = state === 'running' || state === 'caughtUp'
  const done = Number(position)
  const ended = state === 'active' || state === 'retired' || state === 'done'
  const total = ended ? done : Math.max(done, Number(await log.head()))
  const perSecond = underway && rate ? Math.round(rate) : null
  return {
    ...rest,
    state: state === 'retired' ? 'done' : state,
    done,
    total,
    perSecond,
    secondsLeft: perSecond ? Math.ceil((total - done) / perSecond) : null,
  }
}

/** Gives a replay up and drops its tables. */
export async function cancelReplay(deps: ReplayDeps, id: string): Promise<ReplayResult> {
  return decide(deps, id, async (client, build) => {
    if (build.state !== 'running' && build.state !== 'caughtUp')
      return `It is ${build.state}: there is nothing to cancel`
    await endBuild(client, build.id, { state: 'cancelled' })
    return undefined
  })
}

/** Lets a replay take over as soon as it is caught up, which it may be already. */
export async function activateReplay(deps: ReplayDeps, id: string): Promise<ReplayResult> {
  return decide(deps, id, async (client, build) => {
    if (build.dryRun) return 'It is a dry run: start a replay'
    if (build.state !== 'running' && build.state !== 'caughtUp') return `It is ${build.state}: it cannot take over`
    await client.query(`UPDATE projections.builds SET activate = 'auto' WHERE id = $1`, [build.id])
    const [serving] = await findBuilds(client, build.projection, ['active'])
    const held = serving && (await holdBuild(client, serving.id))
    const level = build.state === 'caughtUp' && (!held || held.position <= build.position)
    if (level) await activate(client, build, held)
    return undefined
  })
}

/**
 * Goes back to the tables that served before. Where they are level they take over at once; where they lag they catch up
 * first, as a replay does; where another version made them, which this one cannot fold into, they serve as they are.
 */
export async function rollback(deps: ReplayDeps, view: string): Promise<ReplayResult> {
  const projection = projectionOf(deps.projections, view)
  if (!projection) return { status: 'unknown' }
  const [previous] = await findBuilds(deps.pool, projection.name, ['retired'])
  if (!previous) return { status: 'refused', replay: null, why: 'There are no earlier tables to go back to' }
  return decide(deps, String(previous.id), async (client, build) => {
    if (build.state !== 'retired') return `Those tables are ${build.state} by now`
    const [underway] = await findBuilds(client, projection.name, ['running', 'caughtUp'])
    if (underway) return `Replay ${underway.id} is under way: let it end or cancel it first`
    const [serving] = await findBuilds(client, projection.name, ['active'])
    const held = serving && (await holdBuild(client, serving.id))
    if (!held || held.position <= build.position || build.version !== projection.version) {
      await activate(client, build, held)
    } else {
      await client.query(
        `UPDATE projections.builds SET state = 'running', activate = 'auto', ended_at = NULL WHERE id = $1`,
        [build.id],
      )
    }
    return undefined
  })
}

/** Holds the projection's builds and the one of the id still and has `fn` act on it, or say why it cannot. */
async function decide(
  deps: ReplayDeps,
  id: string,
  fn: (client: Parameters<typeof holdBuild>[0], build: Build) => Promise<string | undefined>,
): Promise<ReplayResult> {
  const found = await getReplay(deps, id)
  if (!found) return { status: 'unknown' }
  const why = await transaction(deps.pool, async (client) => {
    await lockBuilds(client, found.projection)
    const build = await holdBuild(client, BigInt(id))
    return build ? await fn(client, build) : 'It is gone'
  })
  const replay = (await getReplay(deps, id)) ?? null
  if (why !== undefined || !replay) return { status: 'refused', replay, why: why ?? 'It is gone' }
  return { status: 'done', replay }
}
