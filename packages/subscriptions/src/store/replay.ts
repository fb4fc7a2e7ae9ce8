import type { Pool } from 'pg'
import { ALL_OF_ENTRY } from '@dateline/projections'

/**
 * Sends the changes by entries from a position on, again or for the first time; one ahead of where the subscription
 * stands leaves out what lies between. Whoever sends for it now loses the lease, so that what it was at moves nothing.
 */
export async function replaySubscription(pool: Pool, id: string, from: bigint): Promise<'replaying' | 'unknown'> {
  const { rowCount } = await pool.query(
    `with asked as (
       update subscriptions.subscriptions set
         position = $2, n = ${ALL_OF_ENTRY}, run = run + 1, pending = null, tries = 0, next_at = null,
         lease = null, leased_until = null
       where id = $1 returning id
     ), left_off as (
       update subscriptions.deliveries set state = 'superseded', ended_at = now()
       where subscription = (select id from asked) and state = 'pending'
     )
     select from asked`,
    [id, from > 0n ? from - 1n : 0n],
  )
  return rowCount === 1 ? 'replaying' : 'unknown'
}
