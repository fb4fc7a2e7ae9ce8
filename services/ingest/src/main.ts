import { createLogger, onShutdown, readConfiguration, serveHealth, systemClock } from '@dateline/platform'
import { openStores } from '@dateline/queue'
import { composeIngest } from './compose.ts'

/** The ingest worker alone, on a database that was migrated. Any number of these may run. */
const configuration = readConfiguration()
const logger = createLogger(configuration, 'ingest')
const { pool, log, connection, close } = await openStores(configuration, logger, { name: 'ingest' })
const worker = await composeIngest({ configuration, pool, log, connection, logger, clock: systemClock })
const health = await serveHealth(configuration)
logger.info({ store: connection.store }, 'working on the queue')

onShutdown(logger, async () => {
  await health.close()
  await worker.close()
  await close()
})
