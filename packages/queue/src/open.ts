import { createEventLog, type EventLog } from '@dateline/event-log'
import { type Configuration, ConfigurationError, createPool, type Logger } from '@dateline/platform'
import type { Pool } from 'pg'
import { connectQueue, type QueueConnection } from './connection.ts'

/** What a process of the service works on. */
export interface Stores {
  pool: Pool
  log: EventLog
  connection: QueueConnection
  /** Last of all, when nobody uses them any more */
  close: (this: void) => Promise<void>
}

/**
 * Opens the Postgres of the service, which was migrated, the log in it, and the queue, for a process of its own.
 * Throws a ConfigurationError where no Postgres is named: the embedded one belongs to the process that started it.
 *
 * @param name of the process, as `api`
 * @param settings of its connections, as `createPool` has them
 */
export async function openStores(
  { databaseUrl, databasePoolSize, redisUrl }: Configuration,
  logger: Logger,
  { name, settings }: { name: string; settings?: string },
): Promise<Stores> {
  if (databaseUrl === undefined)
    throw new ConfigurationError(`DATABASE_URL: is not set; the ${name} on its own needs the Postgres of the service`)
  const pool = createPool({ url: databaseUrl, max: databasePoolSize, name: `dateline-${name}`, settings, logger })
  const log = createEventLog({ pool })
  const connection = await connectQueue(
    redisUrl === undefined ? { kind: 'postgres', url: databaseUrl } : { kind: 'redis', url: redisUrl },
    (error) => logger.warn({ err: error }, 'the queue'),
  )
  return {
    pool,
    log,
    connection,
    async close() {
      await connection.close()
      await log.close()
      await pool.end()
    },
  }
}
