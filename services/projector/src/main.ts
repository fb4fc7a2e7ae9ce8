import { randomUUID } from 'node:crypto'
import { createEventLog } from '@dateline/event-log'
import {
  ConfigurationError,
  createLogger,
  createPool,
  onShutdown,
  readConfiguration,
  serveHealth,
  systemClock,
} from '@dateline/platform'
import { growHeapSlowly } from '@dateline/projections'
import { connectQueue } from '@dateline/queue'
import { composeProjector } from './compose.ts'

/** The projector alone, on a database that was migrated. Any number of these may run. */
growHeapSlowly()
const configuration = readConfiguration()
const { databaseUrl, databasePoolSize, redisUrl } = configuration
if (databaseUrl === undefined) {
  throw new ConfigurationError('DATABASE_URL: is not set; a projector of its own needs the Postgres of the service')
}

const logger = createLogger(configuration, 'projector')
const pool = createPool({ url: databaseUrl, max: databasePoolSize, name: 'dateline-projector', logger })
const log = createEventLog({ pool })
const connection = await connectQueue(
  redisUrl === undefined ? { kind: 'postgres', url: databaseUrl } : { kind: 'redis', url: redisUrl },
  (error) => logger.warn({ err: error }, 'the queue'),
)
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
  await connection.close()
  await log.close()
  await pool.end()
})
