import { inTransaction } from '@dateline/platform'
import type { Filters } from '@dateline/projections'
import type { Pool } from 'pg'

/** What is left out stays as it is. */
export interface SubscriptionEdit {
  url?: string | undefined
  /** Null: none any more */
  description?: string | null | undefined
  /** In place of all that there were */
  filters?: Filters | undefined
}

/**
 * Changes what a subscription is. Deliveries that were begun keep the filters they were begun with, since their ids must
 * not say two things; whoever sends for it now begins nothing more by the old ones. Another URL is tried at once and
 * with all tries: whoever speaks to the one before loses the lease, so that what it answers counts for nothing.
 */
export function editSubscription(
  pool: Pool,
  id: string,
  { url, description, filters }: SubscriptionEdit,
): Promise<'edited' | 'unknown'> {
  const given = filters === undefined ? null : JSON.stringify(filters)
  return inTransaction(pool, async (client) => {
    // The lock makes a delivery that is just being begun either seen below or refused.
    const { rows } = await client.query<{ moved: boolean; refiltered: boolean }>(
      `select url <> coalesce($2, url) as moved, filters::jsonb <> coalesce($3::jsonb, filters::jsonb) as refiltered
       from subscriptions.subscriptions where id = $1 for update`,
      [id, url ?? null, given],
    )
    const [found] = rows
    if (!found) return 'unknown'
    if (found.refiltered) {
      await client.query(
        `update subscriptions.deliveries d set filters = s.filters from subscriptions.subscriptions s
         where s.id = $1 and d.subscription = $1 and d.filters is null and d.state in ('pending', 'dead')`,
        [id],
      )
      await client.query('update subscriptions.subscriptions set filters = $2, edition = edition + 1 where id = $1', [
        id,
        given,
      ])
    }
    if (found.moved) {
      await client.query(
        `update subscriptions.subscriptions set
           url = $2, tries = 0, next_at = null, failing_since = null, slow = false, lease = null, leased_until = null
         where id = $1`,
        [id, url],
      )
    }
    if (description !== undefined)
      await client.query('update subscriptions.subscriptions set description = $2 where id = $1', [id, description])
    return 'edited'
  })
}
