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
import { connectQueue } from '@dateline/queue'
import { composeIngest } from './compose.ts'

/** The ingest worker alone, on a database that was migrated. Any number of these may run. */
const configuration = readConfiguration()
const { databaseUrl, databasePoolSize, redisUrl } = configuration
if (databaseUrl === undefined)
  throw new ConfigurationError('DATABASE_URL: is not set; a worker of its own needs the Postgres of the service')

const logger = createLogger(configuration, 'ingest')
const pool = createPool({ url: databaseUrl, max: databasePoolSize, name: 'dateline-ingest', logger })
const log = createEventLog({ pool })
const connection = await connectQueue(
  redisUrl === undefined ? { kind: 'postgres', url: databaseUrl } : { kind: 'redis', url: redisUrl },
  (error) => logger.warn({ err: error }, 'the queue'),
)
const worker = await composeIngest({ configuration, pool, log, connection, logger, clock: systemClock })
const health = await serveHealth(configuration)
logger.info({ store: connection.store }, 'working on the queue')

onShutdown(logger, async () => {
  await health.close()
  await worker.close()
  await connection.close()
  await log.close()
  await pool.end()
})
