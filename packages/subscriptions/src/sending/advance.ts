import type { FeedPoint } from '@dateline/projections'
import type { Pool } from 'pg'
import type { Leased } from '../types.ts'

/** Moves on past changes of which none matches. False: the lease is another's, or the filters are others now. */
export async function advance(
  pool: Pool,
  { id, lease, edition }: Leased,
  leaseMs: number,
  { position, n }: FeedPoint,
): Promise<boolean> {
  const { rowCount } = await pool.query(
    `update subscriptions.subscriptions set position = $4, n = $5, leased_until = now() + $3 * interval '1 ms'
     where id = $1 and lease = $2 and pending is null and edition = $6`,
    [id, lease, leaseMs, position, n, edition],
  )
  return rowCount === 1
}

/** Leaves the delivery in hand, which has nothing to tell any more, and moves on past it. False: the lease is another's. */
export async function leave(pool: Pool, { id, lease }: Leased, delivery: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    `with mine as (
       update subscriptions.subscriptions s set
         position = coalesce(d.last_position, s.position), n = coalesce(d.last_n, s.n),
         pending = null, tries = 0, next_at = null
       from subscriptions.deliveries d
       where s.id = $1 and s.lease = $2 and s.pending = $3 and d.id = $3
       returning s.id
     )
     update subscriptions.deliveries set state = 'superseded', ended_at = now() where id = $3 and exists (select from mine)`,
    [id, lease, delivery],
  )
  return rowCount === 1
}
