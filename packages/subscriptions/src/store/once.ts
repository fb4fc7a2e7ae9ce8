import type { Pool } from 'pg'
import type { Attempt, Delivery } from '../types.ts'
import { deliveryColumns, deliveryOf, type DeliveryRow } from './row.ts'

/** Notes a test before it is sent. Null: there is no such subscription. */
export async function noteTest(pool: Pool, subscription: string, id: string): Promise<Delivery | null> {
  const { rows } = await pool.query<DeliveryRow>(
    `insert into subscriptions.deliveries as d (id, subscription, kind, state, ended_at)
     select $2, id, 'test', 'failed', now() from subscriptions.subscriptions where id = $1
     returning ${deliveryColumns('d')}`,
    [subscription, id],
  )
  return rows[0] ? deliveryOf(rows[0]) : null
}

/** Notes an attempt at a delivery that is in nobody's hand: a test, or a dead letter. Null: it is gone meanwhile. */
export async function noteAttempt(pool: Pool, id: string, attempt: Attempt): Promise<Delivery | null> {
  const { rows } = await pool.query<DeliveryRow>(
    `update subscriptions.deliveries d set
       attempts = d.attempts || $2::jsonb,
       state = case when $3 then 'delivered' else d.state end,
       ended_at = now()
     where d.id = $1 and d.state in ('failed', 'dead') returning ${deliveryColumns('d')}`,
    [id, JSON.stringify([attempt]), attempt.error === null],
  )
  return rows[0] ? deliveryOf(rows[0]) : null
}

/** Closes a dead letter that nothing is left of to tell. */
export async function closeDeadLetter(pool: Pool, id: string): Promise<Delivery | null> {
  const { rows } = await pool.query<DeliveryRow>(
    `update subscriptions.deliveries d set state = 'superseded', ended_at = now()
     where d.id = $1 and d.state = 'dead' returning ${deliveryColumns('d')}`,
    [id],
  )
  return rows[0] ? deliveryOf(rows[0]) : null
}
