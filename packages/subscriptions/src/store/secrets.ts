import type { Pool } from 'pg'

/** The secrets that sign for a subscription now, the newest first; none: there is no such subscription. */
export async function secretsOf(pool: Pool, subscription: string): Promise<string[]> {
  const { rows } = await pool.query<{ secret: string }>(
    `select secret from subscriptions.secrets
     where subscription = $1 and (expires_at is null or expires_at > now()) order by expires_at desc nulls first`,
    [subscription],
  )
  return rows.map((row) => row.secret)
}
