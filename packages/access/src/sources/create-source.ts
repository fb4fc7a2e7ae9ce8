import type { Pool } from 'pg'
import { newWebhookSecret } from '../tokens.ts'

export type CreatedSource = { status: 'created'; createdAt: Date; secret: string } | { status: 'exists' }

/** Makes a source with its first secret, in one statement. */
export async function createSource(pool: Pool, name: string, now: Date): Promise<CreatedSource> {
  const { id, secret } = newWebhookSecret()
  const { rowCount } = await pool.query(
    `with source as (
       insert into access.sources (name, created_at) values ($1, $2) on conflict (name) do nothing returning name
     )
     insert into access.source_secrets (id, source, secret, created_at) select $3, name, $4, $2 from source`,
    [name, now, id, secret],
  )
  return rowCount === 1 ? { status: 'created', createdAt: now, secret } : { status: 'exists' }
}
