import type { Pool } from 'pg'
import { OVERLAP_MS } from '../overlap.ts'
import { newWebhookSecret } from '../tokens.ts'

export type RotatedSource = { status: 'rotated'; secret: string; previousExpiresAt: Date } | { status: 'unknown' }

export async function rotateSource(pool: Pool, name: string, now: Date): Promise<RotatedSource> {
  const { id, secret } = newWebhookSecret()
  const previousExpiresAt = new Date(now.getTime() + OVERLAP_MS)
  const client = await pool.connect()
  let failed: Error | undefined
  try {
    await client.query('begin')
    // The lock makes rotations of one source wait for each other.
    const source = await client.query('select from access.sources where name = $1 for update', [name])
    if (source.rowCount === 1) {
      await client.query('update access.source_secrets set expires_at = $2 where source = $1 and expires_at is null', [
        name,
        previousExpiresAt,
      ])
      await client.query('delete from access.source_secrets where source = $1 and expires_at <= $2', [name, now])
      await client.query('insert into access.source_secrets (id, source, secret, created_at) values ($1, $2, $3, $4)', [
        id,
        name,
        secret,
        now,
      ])
    }
    await client.query('commit')
    return source.rowCount === 1 ? { status: 'rotated', secret, previousExpiresAt } : { status: 'unknown' }
  } catch (error) {
    failed = error as Error
    throw error
  } finally {
    // A client whose transaction did not end is not given to anybody else.
    client.release(failed)
  }
}
