import type { ClientBase } from 'pg'
import type { ItemResult } from './submit.ts'

export type DeliveryLookup = { status: 'new' } | { status: 'replay'; results: ItemResult[] } | { status: 'conflict' }

/** Whether a delivery was answered before; to be asked while its key is locked. */
export async function findDelivery(client: ClientBase, key: string, bodyHash: string): Promise<DeliveryLookup> {
  const { rows } = await client.query<{ body_hash: string; results: ItemResult[] }>({
    name: 'intake.delivery',
    text: 'SELECT body_hash, results FROM intake.deliveries WHERE key = $1',
    values: [key],
  })
  const row = rows[0]
  if (row === undefined) return { status: 'new' }
  return row.body_hash === bodyHash ? { status: 'replay', results: row.results } : { status: 'conflict' }
}

export async function rememberDelivery(
  client: ClientBase,
  key: string,
  bodyHash: string,
  results: readonly ItemResult[],
): Promise<void> {
  await client.query({
    name: 'intake.remember_delivery',
    text: REMEMBER,
    values: [key, bodyHash, JSON.stringify(results), KEEP_DAYS, FORGOTTEN_AT_ONCE],
  })
}

/**
 * A delivery that comes again is known for that long; a sender has given up by then, and its timestamp is no longer
 * taken. Afterwards its documents are still known as ones that are there.
 */
export const KEEP_DAYS = 30

/** More than one, so that what came in faster days is forgotten, too. */
const FORGOTTEN_AT_ONCE = 4

const REMEMBER = `
WITH old AS (
  SELECT key FROM intake.deliveries WHERE received_at < now() - $4 * interval '1 day'
  ORDER BY received_at LIMIT $5 FOR UPDATE SKIP LOCKED
), forgotten AS (
  DELETE FROM intake.deliveries USING old WHERE deliveries.key = old.key
)
INSERT INTO intake.deliveries (key, body_hash, results) VALUES ($1, $2, $3)`
