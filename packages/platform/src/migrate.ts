import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { Kysely, PostgresDialect } from 'kysely'
import { type Migration, type MigrationProvider, Migrator } from 'kysely/migration'
import type { Pool } from 'pg'

const FOLDER = new URL('../../../migrations/', import.meta.url)

/**
 * Brings the database to the schema of this version and answers the names of the migrations that were run.
 * Forward only; processes that start at the same time wait for the first. Each room numbers its own range, so a later
 * migration of one room may have a lower number than one of another that ran already.
 */
export async function migrate(pool: Pool): Promise<string[]> {
  // Not destroyed at the end: that would end the pool, which is the caller's.
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  const migrator = new Migrator({ db, provider: filesOf(FOLDER), allowUnorderedMigrations: true })
  const { error, results = [] } = await migrator.migrateToLatest()
  const failed = results.find((result) => result.status === 'Error')
  if (failed) throw new Error(`Migration ${failed.migrationName} failed`, { cause: error })
  if (error) throw new Error('The database could not be migrated', { cause: error })
  return results.map((result) => result.migrationName)
}

interface MigrationFile {
  up: (this: void, db: Kysely<unknown>) => Promise<void>
}

function filesOf(folder: URL): MigrationProvider {
  return {
    async getMigrations() {
      const names = (await readdir(folder)).filter((name) => /^\d{4}_[a-z0-9_]+\.ts$/.test(name)).sort()
      const migrations: Record<string, Migration> = {}
      for (const name of names) {
        const { up } = (await import(fileURLToPath(new URL(name, folder)))) as MigrationFile
        migrations[name.slice(0, -'.ts'.length)] = { up }
      }
      return migrations
    },
  }
}
