import type { Pool } from 'pg'

/** Ends a subscription: its secrets, its deliveries and its dead letters go with it. */
export async function removeSubscription(pool: Pool, id: string): Promise<'removed' | 'unknown'> {
  const { rowCount } = await pool.query('delete from subscriptions.subscriptions where id = $1', [id])
  return rowCount === 1 ? 'removed' : 'unknown'
}
