import { createEventLog, type EventLog } from '@dateline/event-log'
import { createLogger } from '@dateline/platform'
import { createTestDatabase } from '@dateline/test/support/postgres.ts'
import type { Pool } from 'pg'

export interface TestLog {
  url: string
  pool: Pool
  log: EventLog
  drop(): Promise<void>
}

export async function createTestLog(): Promise<TestLog> {
  const database = await createTestDatabase()
  const { pool } = database
  const log = createEventLog({ pool })
  return {
    url: database.url,
    pool,
    log,
    async drop() {
      await log.close()
      await database.drop()
    },
  }
}

/** A hash of every table of a schema, whatever the order of its rows. */
export async function tableHashes(pool: Pool, schema: string): Promise<Record<string, string>> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = $1::regnamespace AND relkind = 'r' ORDER BY relname`,
    [schema],
  )
  const hashes: Record<string, string> = {}
  for (const { name } of tables) {
    const { rows } = await pool.query<{ hash: string }>(
      `SELECT count(*) || ' ' || md5(coalesce(string_agg(t::text, E'\\n' ORDER BY t::text COLLATE "C"), '')) AS hash
       FROM ${schema}.${name} t`,
    )
    hashes[name] = rows[0]?.hash ?? ''
  }
  return hashes
}

export const silent = createLogger({ logLevel: 'silent' }, 'test')
