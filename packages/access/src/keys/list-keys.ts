import type { Pool } from 'pg'
import type { KeyRecord } from '../types.ts'

export async function listKeys(pool: Pool, now: Date): Promise<KeyRecord[]> {
  const { rows } = await pool.query<KeyRecord>(
    `select id, name, scopes, created_at as "createdAt", last_used_at as "lastUsedAt", expires_at as "expiresAt"
     from access.keys where revoked_at is null and (expires_at is null or expires_at > $1) order by created_at, id`,
    [now],
  )
  return rows
}
