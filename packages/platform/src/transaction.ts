import type { Pool, PoolClient } from 'pg'

/**
 * A client of the pool for as long as `work` runs. Where its connection breaks between two statements, as Postgres breaks
 * one that idles in a transaction, the next statement says so; the event that tells it besides would end the process.
 * `work` says by `broken` that the client is of no more use.
 */
export async function checkout<Result>(
  pool: Pool,
  work: (client: PoolClient, broken: (error: Error) => void) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect()
  let lost: Error | undefined
  const broken = (error: Error) => {
    lost = error
  }
  client.on('error', broken)
  try {
    return await work(client, broken)
  } finally {
    client.off('error', broken)
    client.release(lost)
  }
}

/**
 * Runs `work` in one transaction: committed when it resolves, rolled back when it throws, and also where `keep` says of
 * its result that nothing of it shall stand.
 */
export function inTransaction<Result>(
  pool: Pool,
  work: (client: PoolClient) => Promise<Result>,
  keep: (result: Result) => boolean = () => true,
): Promise<Result> {
  return checkout(pool, async (client, broken) => {
    try {
      await client.query('BEGIN')
      const result = await work(client)
      await client.query(keep(result) ? 'COMMIT' : 'ROLLBACK')
      return result
    } catch (error) {
      await client.query('ROLLBACK').catch(broken)
      throw error
    }
  })
}
