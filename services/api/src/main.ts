import { randomUUID } from 'node:crypto'
import { createAccess } from '@dateline/access'
import { createLogger, onShutdown, readConfiguration, systemClock } from '@dateline/platform'
import { PROJECTIONS } from '@dateline/projections'
import { openStores } from '@dateline/queue'
import { createSubscriptions } from '@dateline/subscriptions'
import manifest from '../package.json' with { type: 'json' }
import { createApi, READ_SETTINGS, serve } from './compose.ts'

/** The API alone, on a database that was migrated. Any number of these may run. */
const configuration = readConfiguration()
const logger = createLogger(configuration, 'api')
const stores = await openStores(configuration, logger, { name: 'api', settings: READ_SETTINGS })
const { pool, log, connection } = stores
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
  await stores.close()
})
