import { inTransaction } from '@dateline/platform'
import type { FeedPoint, Filters } from '@dateline/projections'
import type { Pool } from 'pg'
import { newSecret } from '../sign.ts'

export interface NewSubscription {
  id: string
  url: string
  description: string | null
  filters: Filters
  /** Changes after this one are sent */
  cursor: FeedPoint
  /** Of the projection whose changes these are */
  buildVersion: number
}

export type Created = { status: 'created'; secret: string } | { status: 'tooMany' }

/** Beyond it, every change would be looked at too often. */
export const MOST_SUBSCRIPTIONS = 1_000

/** Makes a subscription with its first secret, which is answered this once. */
export function createSubscription(pool: Pool, made: NewSubscription): Promise<Created> {
  const { id: secretId, secret } = newSecret()
  return inTransaction(pool, async (client): Promise<Created> => {
    const { rowCount } = await client.query(
      `insert into subscriptions.subscriptions (id, url, description, filters, position, n, build_version)
       select $1, $2, $3, $4, $5, $6, $7
       where (select count(*) from subscriptions.subscriptions) < ${MOST_SUBSCRIPTIONS}`,
      [
        made.id,
        made.url,
        made.description,
        JSON.stringify(made.filters),
        made.cursor.position,
        made.cursor.n,
        made.buildVersion,
      ],
    )
    if (rowCount === 0) return { status: 'tooMany' }
    await client.query('insert into subscriptions.secrets (id, subscription, secret) values ($1, $2, $3)', [
      secretId,
      made.id,
      secret,
    ])
    return { status: 'created', secret }
  })
}
