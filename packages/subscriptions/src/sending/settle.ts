import type { Pool } from 'pg'
import type { Attempt, Delivery, Leased } from '../types.ts'
import type { Verdict } from '../verdict.ts'

export interface Settlement {
  delivery: Delivery
  attempt: Attempt
  verdict: Verdict
  /** Whether the endpoint takes long */
  slow: boolean
}

/**
 * Notes an attempt and what follows from it, in one statement: the cursor moves with the delivery that it is moved by.
 * False: the lease is another's, who will send the same again.
 */
export async function settle(
  pool: Pool,
  { id, lease }: Leased,
  leaseMs: number,
  { delivery, attempt, verdict, slow }: Settlement,
): Promise<boolean> {
  const ended = verdict.delivery !== 'pending'
  const { rowCount } = await pool.query(
    `with mine as (
       update subscriptions.subscriptions set
         leased_until = now() + $3 * interval '1 ms',
         slow = $5,
         failing_since = case when $6 then null else coalesce(failing_since, now()) end,
         tries = case when $7 then 0 else tries + 1 end,
         pending = case when $7 then null else pending end,
         position = case when $7 then coalesce($8, position) else position end,
         n = case when $7 then coalesce($9, n) else n end,
         next_at = case when $10::float8 > 0 then now() + $10 * interval '1 ms' end,
         state = case when $11::text is null then state else 'paused' end,
         paused_because = case when $11 is null then paused_because else $11 end,
         paused_at = case when $11 is null then paused_at else now() end
       where id = $1 and lease = $2 and pending = $4
       returning id
     )
     update subscriptions.deliveries set
       attempts = attempts || $12::jsonb, state = $13, ended_at = case when $7 then now() end
     where id = $4 and exists (select from mine)`,
    [
      id,
      lease,
      leaseMs,
      delivery.id,
      slow,
      verdict.delivery === 'delivered',
      ended,
      delivery.last?.position ?? null,
      delivery.last?.n ?? null,
      verdict.wait,
      verdict.pause,
      JSON.stringify([attempt]),
      verdict.delivery,
    ],
  )
  return rowCount === 1
}
