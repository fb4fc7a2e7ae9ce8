import { createEventLog, type EventLog } from '@dateline/event-log'
import {
  type Configuration,
  createPool,
  findEmbeddedPostgres,
  migrate,
  readConfiguration,
  startEmbeddedPostgres,
} from '@dateline/platform'
import type { Pool } from 'pg'

/** The database that a command works on. */
export interface OpenDatabase {
  configuration: Configuration
  pool: Pool
  log: EventLog
  /** Where it is, with user and password */
  url: string
}

/**
 * Runs a command on the service's database: `DATABASE_URL`, else the embedded Postgres that a running service has under
 * `DATA_DIR`, else that Postgres started for as long as the work takes. Migrated before, except where a service runs.
 * What `work` answers is the exit status.
 */
export async function onDatabase(work: (database: OpenDatabase) => Promise<0 | 1 | void>): Promise<void> {
  const configuration = readConfiguration()
  const running = configuration.databaseUrl ?? (await findEmbeddedPostgres(configuration.dataDir))
  const own = running === null ? await startEmbeddedPostgres({ dataDir: configuration.dataDir }) : null
  const url = running ?? own!.url
  const pool = createPool({ url, max: 6, name: 'dateline-cli' })
  try {
    if (own || configuration.databaseUrl !== undefined) await migrate(pool)
    const log = createEventLog({ pool })
    try {
      process.exitCode = (await work({ configuration, pool, log, url })) ?? 0
    } finally {
      await log.close()
    }
  } finally {
    await pool.end()
    await own?.stop()
  }
}
