import { createPool, migrate, readConfiguration } from '@dateline/platform'
import { terminal } from '../terminal.ts'

/** `dateline migrate`: for a Postgres of one's own; the embedded one is migrated when the service starts. */
export async function migrateDatabase(): Promise<void> {
  const { databaseUrl } = readConfiguration()
  if (databaseUrl === undefined) {
    terminal.say('DATABASE_URL is not set: the embedded Postgres is migrated when the service starts.')
    return
  }
  const pool = createPool({ url: databaseUrl, max: 2, name: 'dateline-migrate' })
  try {
    const run = await migrate(pool)
    terminal.say(run.length === 0 ? 'The database is up to date.' : `Migrated: ${run.join(', ')}`)
  } finally {
    await pool.end()
  }
}
