import type { Pool } from 'pg'
import { newToken } from '../tokens.ts'
import type { KeyRecord, KeyScope } from '../types.ts'

/** Makes a key; its text is answered here and kept nowhere. */
export async function createKey(
  pool: Pool,
  { name, scopes }: { name: string; scopes: readonly KeyScope[] },
  now: Date,
): Promise<KeyRecord & { key: string }> {
  const { id, token, hash } = newToken()
  const distinct = [...new Set(scopes)]
  await pool.query('insert into access.keys (id, name, hash, scopes, created_at) values ($1, $2, $3, $4, $5)', [
    id,
    name,
    hash,
    distinct,
    now,
  ])
  return { id, name, scopes: distinct, createdAt: now, lastUsedAt: null, expiresAt: null, key: token }
}
