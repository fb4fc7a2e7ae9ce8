import type { Pool } from 'pg'

export async function revokeKey(pool: Pool, id: string, now: Date): Promise<'revoked' | 'unknown'> {
  const { rowCount } = await pool.query('update access.keys set revoked_at = $2 where id = $1 and revoked_at is null', [
    id,
    now,
  ])
  return rowCount === 1 ? 'revoked' : 'unknown'
}
