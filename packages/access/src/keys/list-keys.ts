import type { Pool } from 'pg'
import type { KeyRecord } from '../types.ts'

export async function listKeys(pool: Pool): Promise<KeyRecord[]> {
  const { rows } = await pool.query<KeyRecord>(
    `select id, name, scopes, created_at as "createdAt", last_used_at as "lastUsedAt"
     from access.keys where revoked_at is null order by created_at, id`,
  )
  return rows
}
