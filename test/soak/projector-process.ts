import { createEventLog } from '@dateline/event-log'
import { createLogger, createPool } from '@dateline/platform'
import { PROJECTIONS, startProjector } from '@dateline/projections'

/** A projector, until it is killed. */
const pool = createPool({ url: process.argv[2] ?? '', max: 4 })
startProjector({
  pool,
  log: createEventLog({ pool }),
  projections: PROJECTIONS,
  logger: createLogger({ logLevel: 'silent' }, 'soak'),
})
