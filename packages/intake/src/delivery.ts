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
    text: 'INSERT INTO intake.deliveries (key, body_hash, results) VALUES ($1, $2, $3)',
    values: [key, bodyHash, JSON.stringify(results)],
  })
}
