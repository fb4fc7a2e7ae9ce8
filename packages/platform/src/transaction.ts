import type { Pool, PoolClient } from 'pg'

/**
 * Runs `work` in one transaction: committed when it resolves, rolled back when it throws, and also where `keep` says of
 * its result that nothing of it shall stand.
 */
export async function inTransaction<Result>(
  pool: Pool,
  work: (client: PoolClient) => Promise<Result>,
  keep: (result: Result) => boolean = () => true,
): Promise<Result> {
  const client = await pool.connect()
  let broken: Error | undefined
  // Between two statements a broken connection is told by an event, which would end the process if nobody heard it.
  const onBroken = (error: Error) => {
    broken = error
  }
  client.on('error', onBroken)
  try {
    await client.query('BEGIN')
    const result = await work(client)
    await client.query(keep(result) ? 'COMMIT' : 'ROLLBACK')
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch(onBroken)
    throw error
  } finally {
    client.off('error', onBroken)
    client.release(broken)
  }
}
