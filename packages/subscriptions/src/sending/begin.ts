import { ALL_OF_ENTRY, type FeedPoint, type ServedBuild } from '@dateline/projections'
import type { Pool } from 'pg'
import { deliveryColumns, deliveryOf, type DeliveryRow } from '../store/row.ts'
import type { Delivery, Leased } from '../types.ts'

/** `lost`: the lease is another's, or the subscription was paused, edited, told to begin anew or removed. */
export type Begun = { status: 'begun'; delivery: Delivery } | { status: 'lost' }

/**
 * Notes which changes the next delivery tells, before it is sent: whoever goes on after a crash sends the very same
 * under the same id.
 */
export function beginChanges(
  pool: Pool,
  leased: Leased,
  leaseMs: number,
  { first, last, count }: { first: FeedPoint; last: FeedPoint; count: number },
): Promise<Begun> {
  return begin(pool, leased, leaseMs, {
    set: '',
    values: [changesId(leased, first, last), 'changes', first.position, first.n, last.position, last.n, count],
  })
}

/**
 * Other code has made the read tables: what the receiver knows under an id may be another event in them. The delivery
 * says so, and the changes after what the tables show now go on from there.
 */
export function beginResync(
  pool: Pool,
  leased: Leased,
  leaseMs: number,
  build: ServedBuild,
  id: string,
): Promise<Begun> {
  return begin(pool, leased, leaseMs, {
    set: `, position = ${build.position}, n = ${ALL_OF_ENTRY}, build_version = ${build.version}, run = run + 1`,
    values: [id, 'resync', null, null, null, null, 0],
  })
}

async function begin(
  pool: Pool,
  { id, lease, edition }: Leased,
  leaseMs: number,
  { set, values }: { set: string; values: unknown[] },
): Promise<Begun> {
  const { rows } = await pool.query<DeliveryRow>(
    `with mine as (
       update subscriptions.subscriptions set
         pending = $4, tries = 0, leased_until = now() + $3 * interval '1 ms' ${set}
       where id = $1 and lease = $2 and pending is null and state = 'active' and edition = $11
       returning id
     )
     insert into subscriptions.deliveries as d
       (id, subscription, kind, first_position, first_n, last_position, last_n, changes)
     select $4, mine.id, $5, $6::bigint, $7::int, $8::bigint, $9::int, $10::int from mine
     returning ${deliveryColumns('d')}`,
    [id, lease, leaseMs, ...values, edition],
  )
  return rows[0] ? { status: 'begun', delivery: deliveryOf(rows[0]) } : { status: 'lost' }
}

/**
 * Of the subscription, of how often it was told to begin anew, and of the changes: the same id says the same, and what
 * is sent anew because somebody wants it is not taken for a repeat.
 */
function changesId({ id, run }: Leased, first: FeedPoint, last: FeedPoint): string {
  const from = `${first.position}-${first.n}`
  const to = `${last.position}-${last.n}`
  return `${id}${run === 0 ? '' : `_r${run}`}_${from}${from === to ? '' : `_${to}`}`
}
