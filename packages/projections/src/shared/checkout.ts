import type { Pool, PoolClient } from 'pg'

/**
 * A client of the pool for as long as `fn` runs. Where its connection breaks between two statements, as Postgres breaks
 * one that idles in a transaction, the next statement says so; the event that tells it besides would end the process.
 * `fn` says by `broken` that the client is of no more use.
 */
export async function checkout<T>(
  pool: Pool,
  fn: (client: PoolClient, broken: (error: Error) => void) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  let lost: Error | undefined
  const broken = (error: Error) => {
    lost = error
  }
  client.on('error', broken)
  try {
    return await fn(client, broken)
  } finally {
    client.off('error', broken)
    client.release(lost)
  }
}
