import type { Pool } from 'pg'
import type { Subscription } from '../types.ts'
import { deliveryColumns, deliveryOf, type DeliveryRow } from './row.ts'

interface Row extends Omit<Subscription, 'lastDelivery' | 'secrets'> {
  secrets: { id: string; createdAt: string; expiresAt: string | null }[]
}

const SUBSCRIPTIONS = `
  select s.id, s.number, s.url, s.description, s.filters, s.created_at as "createdAt", s.state,
         s.paused_because as "pausedBecause", s.paused_at as "pausedAt", s.position, s.build_version as "buildVersion",
         s.failing_since as "failingSince",
         case when s.pending is not null and s.state = 'active' then s.next_at end as "nextAttemptAt",
         (select count(*)::int from subscriptions.deliveries d
          where d.subscription = s.id and d.state = 'dead') as "deadLetters",
         (select coalesce(json_agg(json_build_object('id', c.id, 'createdAt', c.created_at, 'expiresAt', c.expires_at)
                                   order by c.expires_at desc nulls first), '[]')
          from subscriptions.secrets c
          where c.subscription = s.id and (c.expires_at is null or c.expires_at > now())) as secrets
  from subscriptions.subscriptions s`

/** A page of subscriptions, the oldest first. */
export async function listSubscriptions(
  pool: Pool,
  { after, limit }: { after: bigint; limit: number },
): Promise<Subscription[]> {
  const { rows } = await pool.query<Row>(`${SUBSCRIPTIONS} where s.number > $1 order by s.number limit $2`, [
    after,
    limit,
  ])
  return withLastDelivery(pool, rows)
}

/** Null: there is no such subscription. */
export async function findSubscription(pool: Pool, id: string): Promise<Subscription | null> {
  const { rows } = await pool.query<Row>(`${SUBSCRIPTIONS} where s.id = $1`, [id])
  return (await withLastDelivery(pool, rows))[0] ?? null
}

async function withLastDelivery(pool: Pool, rows: readonly Row[]): Promise<Subscription[]> {
  if (rows.length === 0) return []
  const { rows: last } = await pool.query<DeliveryRow & { subscription: string }>(
    `select w.id as subscription, ${deliveryColumns('d')}
     from unnest($1::text[]) as w (id)
     cross join lateral (
       select * from subscriptions.deliveries d
       where d.subscription = w.id and d.attempts <> '[]' order by d.number desc limit 1
     ) d`,
    [rows.map(({ id }) => id)],
  )
  const byId = new Map(last.map((row) => [row.subscription, deliveryOf(row)]))
  return rows.map((row) => ({
    ...row,
    secrets: row.secrets.map(({ id, createdAt, expiresAt }) => ({
      id,
      createdAt: new Date(createdAt),
      expiresAt: expiresAt === null ? null : new Date(expiresAt),
    })),
    lastDelivery: byId.get(row.id) ?? null,
  }))
}
