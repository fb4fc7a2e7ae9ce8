import { ALL_OF_ENTRY, type Filters } from '@dateline/projections'
import type { Pool } from 'pg'
import type { Leased } from '../types.ts'

export interface ClaimOptions {
  /** A name for the lease that nothing else has */
  lease: string
  leaseMs: number
  /** What the read tables show: nothing is due that was told so far */
  shown: { position: bigint; version: number }
  slow: boolean
  limit: number
}

/**
 * Takes subscriptions for which something may have to be sent, those first that have waited longest. The row's lock
 * keeps others away while it is taken, and the lease while it is worked on; a lease that is not renewed ends by itself.
 */
export async function claim(pool: Pool, { lease, leaseMs, shown, slow, limit }: ClaimOptions): Promise<Leased[]> {
  const { rows } = await pool.query<{
    id: string
    url: string
    filters: Filters
    position: bigint
    n: number
    build_version: number
    edition: number
    run: number
    pending: string | null
    tries: number
    failing_for: number | null
  }>(
    `update subscriptions.subscriptions s set lease = $1, leased_until = now() + $2 * interval '1 ms'
     from (
       select id from subscriptions.subscriptions
       where state = 'active' and slow = $5
         and (leased_until is null or leased_until <= now()) and (next_at is null or next_at <= now())
         and (pending is not null or (position, n) < ($3, ${ALL_OF_ENTRY}) or build_version <> $4)
       order by leased_until nulls first limit $6 for update skip locked
     ) due
     where s.id = due.id
     returning s.id, s.url, s.filters, s.position, s.n, s.build_version, s.edition, s.run, s.pending, s.tries,
               extract(epoch from now() - s.failing_since)::float8 * 1000 as failing_for`,
    [lease, leaseMs, shown.position, shown.version, slow, limit],
  )
  return rows.map((row) => ({
    id: row.id,
    lease,
    url: row.url,
    filters: row.filters,
    cursor: { position: row.position, n: row.n },
    buildVersion: row.build_version,
    edition: row.edition,
    run: row.run,
    pending: row.pending,
    tries: row.tries,
    failingFor: row.failing_for ?? 0,
  }))
}

/** Gives it back; whoever has taken it over meanwhile keeps it. */
export async function release(pool: Pool, { id, lease }: Pick<Leased, 'id' | 'lease'>): Promise<void> {
  await pool.query(
    'update subscriptions.subscriptions set lease = null, leased_until = now() where id = $1 and lease = $2',
    [id, lease],
  )
}
