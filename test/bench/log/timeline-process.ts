import { createEventLog } from '@dateline/event-log'
import { createLogger, createPool, systemClock } from '@dateline/platform'
import { growHeapSlowly, PROJECTIONS, projectionStatus, startProjector } from '@dateline/projections'

/** What a projector process says of the making of the timeline: time, and its resident memory on the way. */
export interface TimelineMade {
  seconds: number
  /** Mebibytes: before, then at each tenth of the log */
  memory: number[]
}

// A process of its own, as the projector is: nothing but the replay is in its memory.
growHeapSlowly()
const pool = createPool({ url: process.argv[2] ?? '', max: 4 })
const log = createEventLog({ pool })
const deps = { pool, log, projections: PROJECTIONS, logger: createLogger({ logLevel: 'warn' }, 'bench') }
const head = await log.head()
const memory = [megabytes()]
const began = performance.now()
const projector = startProjector(deps)
for (;;) {
  const [timeline] = await projectionStatus(deps, systemClock)
  const tenths = Number((10n * (timeline?.position ?? 0n)) / head)
  while (memory.length <= tenths) memory.push(megabytes())
  const { rows } = await pool.query<{ complete: boolean }>(
    `SELECT caught_up_at IS NOT NULL AS complete FROM projections.builds WHERE projection = 'timeline'`,
  )
  if (timeline?.status === 'live' && rows[0]?.complete) break
  await new Promise((resolve) => setTimeout(resolve, 100))
}
const made: TimelineMade = { seconds: (performance.now() - began) / 1000, memory }
process.send?.(made)
await projector.stop()
await log.close()
await pool.end()
process.disconnect?.()

function megabytes(): number {
  return Math.round(process.memoryUsage.rss() / 2 ** 20)
}
