import type { Pool } from 'pg'
import { tokenId, tokenMatches } from '../tokens.ts'
import type { KeyScope, Principal } from '../types.ts'

/** Finds whose key it is and notes the use, at most once a minute so that reading does not write. */
export async function authenticate(pool: Pool, token: string, now: Date): Promise<Principal | null> {
  const id = tokenId(token)
  if (id === null) return null
  const { rows } = await pool.query<{ name: string; hash: Buffer; scopes: KeyScope[]; stale: boolean }>(
    `select name, hash, scopes, coalesce(last_used_at < $2::timestamptz - interval '1 minute', true) as stale
     from access.keys where id = $1 and revoked_at is null and (expires_at is null or expires_at > $2)`,
    [id, now],
  )
  const found = rows[0]
  if (!found || !tokenMatches(token, found.hash)) return null
  if (found.stale) await pool.query('update access.keys set last_used_at = $2 where id = $1', [id, now])
  return { keyId: id, name: found.name, scopes: found.scopes }
}
