import { randomUUID } from 'node:crypto'
import { createAccess } from '@dateline/access'
import { createApi, READ_SETTINGS, serve } from '@dateline/api'
import { createEventLog } from '@dateline/event-log'
import { composeIngest } from '@dateline/ingest'
import {
  type Clock,
  type Configuration,
  createPool,
  type Logger,
  migrate,
  startEmbeddedPostgres,
} from '@dateline/platform'
import { PROJECTIONS } from '@dateline/projections'
import { composeProjector } from '@dateline/projector'
import { connectQueue } from '@dateline/queue'
import { createSubscriptions } from '@dateline/subscriptions'
import { ensureCredentials } from './credentials.ts'

export interface Standalone {
  /** `http://127.0.0.1:8080` */
  url: string
  /** Where the admin key and the secret of the source `demo` are */
  credentials: { file: string; made: boolean }
  /** Resolves with the reason if the database goes away by itself; never otherwise */
  lost: Promise<string>
  /** Requests, jobs and pages in hand are finished or given back; then all is closed. */
  close(): Promise<void>
}

export interface StandaloneParts {
  configuration: Configuration
  logger: Logger
  clock: Clock
  version: string
}

/**
 * The whole service in one process: Postgres (embedded, unless `DATABASE_URL` names one), the queue (in it, unless
 * `REDIS_URL` names a Redis), ingest, projector and API. What is opened before an error is closed again.
 */
export async function composeStandalone({
  configuration,
  logger,
  clock,
  version,
}: StandaloneParts): Promise<Standalone> {
  await using opened = new AsyncDisposableStack()
  const onQueueError = (error: Error) => logger.warn({ err: error }, 'the queue')

  const embedded =
    configuration.databaseUrl === undefined ? await startEmbeddedPostgres({ dataDir: configuration.dataDir }) : null
  if (embedded) opened.defer(() => embedded.stop())
  const url = configuration.databaseUrl ?? embedded!.url

  const pool = createPool({ url, max: configuration.databasePoolSize, logger })
  opened.defer(() => pool.end())
  await migrate(pool)
  const log = createEventLog({ pool })
  opened.defer(() => log.close())

  const { redisUrl } = configuration
  const connection = await connectQueue(
    redisUrl === undefined ? { kind: 'postgres', url } : { kind: 'redis', url: redisUrl },
    onQueueError,
  )
  opened.defer(() => connection.close())

  const access = createAccess({ pool, clock })
  const credentials = await ensureCredentials(access, configuration.dataDir)

  const projector = composeProjector({ configuration, pool, log, connection, logger, clock, newId: randomUUID })
  opened.defer(() => projector.close())
  const ingest = await composeIngest({ configuration, pool, log, connection, logger, clock })
  opened.defer(() => ingest.close())

  const subscriptions = createSubscriptions({
    pool,
    clock,
    newId: randomUUID,
    allowPrivate: configuration.webhooksAllowPrivate,
  })
  opened.defer(() => subscriptions.close())
  const reads = createPool({
    url,
    max: configuration.databasePoolSize,
    name: 'dateline-reads',
    settings: READ_SETTINGS,
    logger,
  })
  opened.defer(() => reads.end())
  const api = createApi({
    pool: reads,
    log,
    access,
    projections: PROJECTIONS,
    queue: connection.queue,
    subscriptions,
    configuration,
    logger,
    clock,
    newId: randomUUID,
    version,
  })
  const served = await serve(api, configuration)
  opened.defer(() => served.close())

  const closing = opened.move()
  return {
    url: served.url,
    credentials,
    lost: embedded
      ? embedded.exited.then(({ stopped, reason }) => (stopped ? new Promise<never>(() => {}) : reason))
      : new Promise(() => {}),
    close: () => closing.disposeAsync(),
  }
}
