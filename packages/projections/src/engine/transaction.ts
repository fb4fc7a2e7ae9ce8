import type { Pool, PoolClient } from 'pg'

/**
 * Runs `fn` in a transaction; what it throws rolls it back. A process that is stopped in the middle loses the
 * transaction, and with it the lease, after ten seconds, so that another can go on.
 *
 * Commits are not waited for on disk: tables and checkpoint are one transaction, so a crash of Postgres only takes both
 * back to an earlier position, from where they are folded again.
 */
export async function transaction<T>(pool: Pool, fn: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query(BEGIN)
    const result = await fn(client)
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch((lost: Error) => {
      broken = lost
    })
    throw broken ? new ConnectionLost('The database connection was lost', { cause: error }) : error
  } finally {
    client.release(broken)
  }
}

const BEGIN = `BEGIN; SET LOCAL synchronous_commit = off; SET LOCAL idle_in_transaction_session_timeout = '10s'`

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
