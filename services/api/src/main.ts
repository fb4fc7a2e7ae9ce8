import { randomUUID } from 'node:crypto'
import { createAccess } from '@dateline/access'
import { createEventLog } from '@dateline/event-log'
import {
  ConfigurationError,
  createLogger,
  createPool,
  onShutdown,
  readConfiguration,
  systemClock,
} from '@dateline/platform'
import { PROJECTIONS } from '@dateline/projections'
import { connectQueue } from '@dateline/queue'
import { createSubscriptions } from '@dateline/subscriptions'
import manifest from '../package.json' with { type: 'json' }
import { createApi, READ_SETTINGS, serve } from './compose.ts'

/** The API alone, on a database that was migrated. Any number of these may run. */
const configuration = readConfiguration()
const { databaseUrl, databasePoolSize, redisUrl } = configuration
if (databaseUrl === undefined)
  throw new ConfigurationError('DATABASE_URL: is not set; an API of its own needs the Postgres of the service')

const logger = createLogger(configuration, 'api')
const pool = createPool({
  url: databaseUrl,
  max: databasePoolSize,
  name: 'dateline-api',
  settings: READ_SETTINGS,
  logger,
})
const log = createEventLog({ pool })
const connection = await connectQueue(
  redisUrl === undefined ? { kind: 'postgres', url: databaseUrl } : { kind: 'redis', url: redisUrl },
  (error) => logger.warn({ err: error }, 'the queue'),
)
const subscriptions = createSubscriptions({
  pool,
  clock: systemClock,
  newId: randomUUID,
  allowPrivate: configuration.webhooksAllowPrivate,
})
const app = createApi({
  pool,
  log,
  access: createAccess({ pool, clock: systemClock }),
  newId: randomUUID,
  projections: PROJECTIONS,
  queue: connection.queue,
  subscriptions,
  configuration,
  logger,
  clock: systemClock,
  version: manifest.version,
})
const api = await serve(app, configuration)
logger.info({ url: api.url }, 'serving')

onShutdown(logger, async () => {
  await api.close()
  subscriptions.close()
  await connection.close()
  await log.close()
  await pool.end()
})
