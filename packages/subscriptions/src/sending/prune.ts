import type { Pool } from 'pg'

/** Deletes what is older than the log is kept, some at a time, and secrets that hold no longer. Dead letters stay. */
export async function prune(pool: Pool, keepMs: number): Promise<void> {
  await pool.query('delete from subscriptions.secrets where expires_at <= now()')
  for (;;) {
    const { rowCount } = await pool.query(
      `delete from subscriptions.deliveries where number in (
         select number from subscriptions.deliveries
         where ended_at < now() - $1 * interval '1 ms' and state <> 'dead' limit ${BATCH}
       )`,
      [keepMs],
    )
    if ((rowCount ?? 0) < BATCH) return
  }
}

const BATCH = 5_000
