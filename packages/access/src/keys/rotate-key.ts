import type { Pool } from 'pg'
import { OVERLAP_MS } from '../overlap.ts'
import { newToken } from '../tokens.ts'
import type { KeyScope, RotatedKey } from '../types.ts'

/** Makes a key of the same name and scopes in the place of one, which holds for a while yet. One statement. */
export async function rotateKey(pool: Pool, id: string, now: Date): Promise<RotatedKey> {
  const { id: newId, token, hash } = newToken()
  const previousExpiresAt = new Date(now.getTime() + OVERLAP_MS)
  const { rows } = await pool.query<{ name: string; scopes: KeyScope[] }>(
    `with ending as (
       update access.keys set expires_at = $2
       where id = $1 and revoked_at is null and expires_at is null
       returning name, scopes
     )
     insert into access.keys (id, name, hash, scopes, created_at)
     select $3, name, $4, scopes, $5 from ending
     returning name, scopes`,
    [id, previousExpiresAt, newId, hash, now],
  )
  const made = rows[0]
  if (!made) return { status: (await holds(pool, id, now)) ? 'rotated before' : 'unknown' }
  return { status: 'rotated', id: newId, ...made, createdAt: now, key: token, previousExpiresAt }
}

async function holds(pool: Pool, id: string, now: Date): Promise<boolean> {
  const { rowCount } = await pool.query(
    'select from access.keys where id = $1 and revoked_at is null and expires_at > $2',
    [id, now],
  )
  return rowCount === 1
}
