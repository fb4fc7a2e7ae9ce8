import type { Pool } from 'pg'
import type { Act } from '../types.ts'

export interface ActFilter {
  /** Only those with lower ids */
  before?: string | undefined
  action?: string | undefined
  keyId?: string | undefined
  limit: number
}

/** Acts, the latest first. */
export async function listActs(pool: Pool, { before, action, keyId, limit }: ActFilter): Promise<Act[]> {
  const { rows } = await pool.query<Act>(
    `select id::text, at, json_build_object('keyId', key_id, 'name', key_name) as by, action, target, detail,
       request_id as "requestId", address, status
     from access.acts
     where ($1::bigint is null or id < $1) and ($2::text is null or action = $2) and ($3::text is null or key_id = $3)
     order by id desc limit $4`,
    [before ?? null, action ?? null, keyId ?? null, limit],
  )
  return rows
}
