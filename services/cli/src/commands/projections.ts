import { systemClock } from '@dateline/platform'
import { PROJECTIONS, type ProjectionStatus, projectionStatus } from '@dateline/projections'
import { onDatabase } from '../database.ts'
import { columns, terminal } from '../terminal.ts'

/** `dateline projections`: where each of the read tables stands. */
export function projections(): Promise<void> {
  return onDatabase(async ({ pool, log }) => {
    terminal.say(projectionTable(await projectionStatus({ pool, log, projections: PROJECTIONS }, systemClock)))
  })
}

export function projectionTable(standing: readonly ProjectionStatus[]): string {
  const rows = standing.map((one) => [
    one.name,
    String(one.version),
    one.status,
    String(one.position),
    one.lag.entries === 0 ? '–' : `${one.lag.entries} entries, ${one.lag.seconds.toFixed(1)} s`,
    String(one.parked),
    one.replay ?? '–',
  ])
  return columns([['projection', 'version', 'status', 'position', 'lag', 'parked', 'replay'], ...rows])
}
