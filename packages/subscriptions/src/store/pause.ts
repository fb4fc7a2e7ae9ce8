import type { Pool } from 'pg'

export type Turned = 'done' | 'unchanged' | 'unknown'

/** Sends nothing more from now on; what is on its way arrives. */
export function pauseSubscription(pool: Pool, id: string): Promise<Turned> {
  return turn(pool, id, `state = 'paused', paused_because = 'asked', paused_at = now()`, `state = 'active'`)
}

/** Goes on where it stood, at once and with all tries anew. */
export function resumeSubscription(pool: Pool, id: string): Promise<Turned> {
  return turn(
    pool,
    id,
    `state = 'active', paused_because = null, paused_at = null, failing_since = null, next_at = null, tries = 0`,
    `state = 'paused'`,
  )
}

async function turn(pool: Pool, id: string, set: string, where: string): Promise<Turned> {
  const { rows } = await pool.query<{ turned: boolean }>(
    `with turned as (update subscriptions.subscriptions set ${set} where id = $1 and ${where} returning id)
     select exists (select from turned) as turned from subscriptions.subscriptions where id = $1`,
    [id],
  )
  const [found] = rows
  return found ? (found.turned ? 'done' : 'unchanged') : 'unknown'
}
