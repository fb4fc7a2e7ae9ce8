import { checkout } from '@dateline/platform'
import type { Pool, PoolClient } from 'pg'

/**
 * Runs `fn` in a transaction; what it throws rolls it back. A process that is stopped in the middle loses the
 * transaction, and with it the lease, after ten seconds, so that another can go on.
 *
 * Commits are not waited for on disk: tables and checkpoint are one transaction, so a crash of Postgres only takes both
 * back to an earlier position, from where they are folded again.
 */
export function transaction<T>(
  pool: Pool,
  fn: (client: PoolClient) => Promise<T>,
  { idleMs = 10_000 }: { idleMs?: number | undefined } = {},
): Promise<T> {
  return checkout(pool, async (client, broken) => {
    try {
      await client.query(begin(idleMs))
      const result = await fn(client)
      await client.query('COMMIT')
      return result
    } catch (error) {
      const lost = await client.query('ROLLBACK').then(
        () => undefined,
        (failure: Error) => failure,
      )
      if (!lost) throw error
      broken(lost)
      throw new ConnectionLost('The database connection was lost', { cause: error })
    }
  })
}

function begin(idleMs: number): string {
  return `BEGIN; SET LOCAL synchronous_commit = off; SET LOCAL idle_in_transaction_session_timeout = ${Math.ceil(idleMs)}`
}

export class ConnectionLost extends Error {
  override name = 'ConnectionLost'
}

/** Whether an error says nothing about the entries: the same will do when the database is well again. */
export function isTransient(error: unknown): boolean {
  if (error instanceof ConnectionLost) return true
  if (typeof error !== 'object' || error === null || !('code' in error) || typeof error.code !== 'string') {
    return false
  }
  // Connection, rollback (deadlock, serialization), resources, operator's intervention, lock not available, timeouts,
  // and a schema that is gone because its build was cancelled meanwhile.
  return /^(08|40|53|57|58|55P03|25P0[123]|3F000|42P01|E[A-Z]+$)/.test(error.code)
}
