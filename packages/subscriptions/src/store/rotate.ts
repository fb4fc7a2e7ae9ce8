import { inTransaction } from '@dateline/platform'
import type { Pool } from 'pg'
import { newSecret } from '../sign.ts'

export type Rotated = { status: 'rotated'; secret: string; previousExpiresAt: Date } | { status: 'unknown' }

/**
 * Gives a subscription a new secret. For as long as the one before holds, deliveries are signed by both, so that the
 * receiver changes over when it likes.
 */
export function rotateSecret(pool: Pool, subscription: string, overlapMs: number): Promise<Rotated> {
  const { id, secret } = newSecret()
  return inTransaction(pool, async (client): Promise<Rotated> => {
    // The lock makes rotations of one subscription wait for each other.
    const found = await client.query('select from subscriptions.subscriptions where id = $1 for update', [subscription])
    if (found.rowCount === 0) return { status: 'unknown' }
    const { rows } = await client.query<{ expiresAt: Date }>(
      `update subscriptions.secrets set expires_at = now() + $2 * interval '1 ms'
       where subscription = $1 and expires_at is null returning expires_at as "expiresAt"`,
      [subscription, overlapMs],
    )
    await client.query('delete from subscriptions.secrets where subscription = $1 and expires_at <= now()', [
      subscription,
    ])
    await client.query('insert into subscriptions.secrets (id, subscription, secret) values ($1, $2, $3)', [
      id,
      subscription,
      secret,
    ])
    return { status: 'rotated', secret, previousExpiresAt: rows[0]!.expiresAt }
  })
}
