import { createEventLog, type EventLog } from '@dateline/event-log'
import { createLogger } from '@dateline/platform'
import { createTestDatabase } from '@dateline/test/support/postgres.ts'
import type { Pool } from 'pg'

export { tableHashes } from '@dateline/test/support/table-hashes.ts'

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

export const silent = createLogger({ logLevel: 'silent' }, 'test')
