import type { Pool } from 'pg'
import type { Delivery, DeliveryState } from '../types.ts'
import { deliveryColumns, deliveryOf, type DeliveryRow } from './row.ts'

export interface DeliveryPage {
  state?: DeliveryState | undefined
  /** The number of the last one of the page before */
  before?: bigint | undefined
  limit: number
}

/** A page of a subscription's deliveries, the latest first. */
export async function listDeliveries(
  pool: Pool,
  subscription: string,
  { state, before, limit }: DeliveryPage,
): Promise<Delivery[]> {
  const { rows } = await pool.query<DeliveryRow>(
    `select ${deliveryColumns('d')} from subscriptions.deliveries d
     where d.subscription = $1 and ($2::text is null or d.state = $2) and ($3::bigint is null or d.number < $3)
     order by d.number desc limit $4`,
    [subscription, state ?? null, before ?? null, limit],
  )
  return rows.map(deliveryOf)
}

/** Null: the subscription has no such delivery, or none any more. */
export async function findDelivery(pool: Pool, subscription: string, id: string): Promise<Delivery | null> {
  const { rows } = await pool.query<DeliveryRow>(
    `select ${deliveryColumns('d')} from subscriptions.deliveries d where d.subscription = $1 and d.id = $2`,
    [subscription, id],
  )
  return rows[0] ? deliveryOf(rows[0]) : null
}
