import type { EventLog } from '@dateline/event-log'
import { VIEWS } from '../read.ts'
import type { ReplayDeps } from './replay.ts'

export interface ProjectionStatus {
  name: string
  /** Whose tables hold it: views of one projection share build, position and replay */
  projection: string
  version: number
  /** `live`: it shows the whole log; `behind`: it is catching up; `stalled`: it has not moved for a while; `absent` */
  status: 'live' | 'behind' | 'stalled' | 'absent'
  build: string | null
  position: bigint
  lag: { entries: number; seconds: number }
  parked: number
  /** The replay under way */
  replay: string | null
}

/** With nothing folded for this long, though there is something, nobody is at it. */
const STALLED_AFTER_SECONDS = 30

interface StatusRow {
  projection: string
  version: number
  id: string
  position: bigint
  idle: number
  parked: number
}

const STATUS = `
  SELECT b.projection, b.version, b.id::text, c.position,
         extract(epoch FROM clock_timestamp() - c.updated_at)::float8 AS idle,
         (SELECT count(*)::int FROM projections.parked p
          WHERE p.build_id = b.id AND p.state IN ('parked', 'behind', 'released')) AS parked
  FROM projections.builds b JOIN projections.checkpoints c ON c.build_id = b.id
  WHERE b.state = 'active'`

const UNDERWAY = `SELECT projection, id::text FROM projections.builds WHERE state IN ('running', 'caughtUp')`

/** Where each view stands. Lag in seconds is the age of the oldest entry that it does not show. */
export async function projectionStatus(
  { pool, log, projections }: ReplayDeps & { log: Pick<EventLog, 'head' | 'read'> },
  now: () => Date,
): Promise<ProjectionStatus[]> {
  const [active, underway, head] = await Promise.all([
    pool.query<StatusRow>(STATUS),
    pool.query<{ projection: string; id: string }>(UNDERWAY),
    log.head(),
  ])
  const result: ProjectionStatus[] = []
  for (const { name, version } of projections) {
    const row = active.rows.find(({ projection }) => projection === name)
    const lag = await lagOf(log, head, row?.position ?? 0n, now)
    const idle = Math.min(row?.idle ?? 0, lag.seconds)
    const status = !row ? 'absent' : lag.entries === 0 ? 'live' : idle > STALLED_AFTER_SECONDS ? 'stalled' : 'behind'
    for (const view of VIEWS[name] ?? [name]) {
      result.push({
        name: view,
        projection: name,
        version: row?.version ?? version,
        status,
        build: row?.id ?? null,
        position: row?.position ?? 0n,
        lag,
        parked: row?.parked ?? 0,
        replay: underway.rows.find(({ projection }) => projection === name)?.id ?? null,
      })
    }
  }
  return result
}

async function lagOf(log: Pick<EventLog, 'read'>, head: bigint, position: bigint, now: () => Date) {
  if (head <= position) return { entries: 0, seconds: 0 }
  const [oldest] = await log.read({ after: position, limit: 1 })
  const seconds = oldest ? Math.max(0, (now().getTime() - oldest.recordedAt.getTime()) / 1000) : 0
  return { entries: Number(head - position), seconds: Math.round(seconds * 1000) / 1000 }
}
