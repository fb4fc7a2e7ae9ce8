import { randomUUID } from 'node:crypto'
import { createLogger, onShutdown, readConfiguration, serveHealth, systemClock } from '@dateline/platform'
import { growHeapSlowly } from '@dateline/projections'
import { openStores } from '@dateline/queue'
import { composeProjector } from './compose.ts'

/** The projector alone, on a database that was migrated. Any number of these may run. */
growHeapSlowly()
const configuration = readConfiguration()
const logger = createLogger(configuration, 'projector')
const { pool, log, connection, close } = await openStores(configuration, logger, { name: 'projector' })
const projector = composeProjector({
  configuration,
  pool,
  log,
  connection,
  logger,
  clock: systemClock,
  newId: randomUUID,
})
const health = await serveHealth(configuration)
logger.info({ store: connection.store }, 'following the log')

onShutdown(logger, async () => {
  await health.close()
  await projector.close()
  await close()
})
