import type { Pool } from 'pg'

/** The secrets that hold now, the newest first; none: there is no such source. */
export async function secretsOf(pool: Pool, name: string, now: Date): Promise<string[]> {
  const { rows } = await pool.query<{ secret: string }>(
    `select secret from access.source_secrets
     where source = $1 and (expires_at is null or expires_at > $2) order by expires_at desc nulls first`,
    [name, now],
  )
  return rows.map((row) => row.secret)
}
