import type { Pool } from 'pg'

/** Notes that a source delivered, at most once a minute. */
export async function touchSource(pool: Pool, name: string, now: Date): Promise<void> {
  await pool.query(
    `update access.sources set last_used_at = $2
     where name = $1 and coalesce(last_used_at < $2::timestamptz - interval '1 minute', true)`,
    [name, now],
  )
}
