import type { Pool } from 'pg'
import type { NewAct } from '../types.ts'

/** Notes an act before it is done, so that none goes unseen; answers its id. */
export async function noteAct(pool: Pool, act: NewAct, now: Date): Promise<string> {
  const { by, action, target, detail, requestId, address } = act
  const { rows } = await pool.query<{ id: string }>(
    `insert into access.acts (at, key_id, key_name, action, target, detail, request_id, address)
     values ($1, $2, $3, $4, $5, $6, $7, $8) returning id::text`,
    [
      now,
      by.keyId,
      by.name,
      action,
      storable(target),
      detail === undefined ? null : storable(detail),
      requestId,
      address,
    ],
  )
  return rows[0]!.id
}

/** Notes how an act ended: the HTTP status that was answered. */
export async function settleAct(pool: Pool, id: string, status: number): Promise<void> {
  await pool.query('update access.acts set status = $2 where id = $1', [id, status])
}

/** JSON without what Postgres cannot hold, and without what is secret. */
function storable(value: unknown): string {
  return JSON.stringify(value, (name, item: unknown) => {
    if (/^(secret|key|token|password)s?$/i.test(name) && typeof item === 'string') return '…'
    return typeof item === 'string' ? item.toWellFormed().replaceAll('\0', '\uFFFD') : item
  })
}
