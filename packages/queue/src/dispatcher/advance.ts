import type { EventLog } from '@dateline/event-log'
import { inTransaction } from '@dateline/platform'
import type { Pool, PoolClient } from 'pg'
import { type Changes, DISPATCHED_TYPES, foldPage } from './fold.ts'

/** `leased`: another dispatcher is reading just now. `more`: the page was full, so ask again. */
export type Advance = { status: 'leased' } | { status: 'advanced'; position: bigint; more: boolean }

/**
 * Reads one page of the log after the checkpoint and moves the pending work and the checkpoint by it, in one
 * transaction: each entry counts exactly once. The checkpoint's row lock is the lease; a dead dispatcher holds nothing.
 */
export async function advance({ pool, log }: { pool: Pool; log: EventLog }, pageSize: number): Promise<Advance> {
  // Most turns have nothing to read: that is found out without a transaction and its lock.
  const read = await readCheckpoint(pool, '')
  if (read !== undefined && (await log.head(pool)) <= read) return unchanged(read)
  return inTransaction(pool, async (client): Promise<Advance> => {
    const after = await readCheckpoint(client, 'for update skip locked')
    if (after === undefined) return { status: 'leased' }
    // The head first: what a short page left out is then known to be of no concern up to it.
    const head = await log.head(client)
    if (head <= after) return unchanged(after)
    const entries = await log.read({ after, limit: pageSize, types: DISPATCHED_TYPES }, client)
    const last = entries.at(-1)?.position ?? after
    const more = entries.length === pageSize
    const position = more || last > head ? last : head
    await apply(client, foldPage(entries))
    await client.query('update queue.dispatcher set position = $1', [position])
    return { status: 'advanced', position, more }
  })
}

function unchanged(position: bigint): Advance {
  return { status: 'advanced', position, more: false }
}

async function readCheckpoint(
  db: Pick<Pool, 'query'>,
  lock: '' | 'for update skip locked',
): Promise<bigint | undefined> {
  const { rows } = await db.query<{ position: string }>(
    `select position::text as position from queue.dispatcher ${lock}`,
  )
  return rows[0] && BigInt(rows[0].position)
}

async function apply(client: PoolClient, { settled, demanded, erased }: Changes): Promise<void> {
  if (erased.length > 0)
    await client.query('insert into queue.to_erase select unnest($1::text[]) on conflict do nothing', [erased])
  if (settled.length > 0)
    await client.query(
      `delete from queue.pending using unnest($1::text[], $2::int[], $3::int[]) as done (document_id, revision, attempt)
       where pending.document_id = done.document_id
         and (pending.revision < done.revision
              or (pending.revision = done.revision and pending.attempt <= done.attempt))`,
      [settled.map((one) => one.documentId), settled.map((one) => one.revision), settled.map((one) => one.attempt)],
    )
  if (demanded.length > 0)
    await client.query(
      `insert into queue.pending (document_id, revision, entry_id, position)
       select * from unnest($1::text[], $2::int[], $3::text[], $4::bigint[])
       on conflict (document_id) do update
         set revision = excluded.revision, entry_id = excluded.entry_id, position = excluded.position,
             attempt = 1, queued_at = null, checked_at = null
         where pending.revision < excluded.revision`,
      [
        demanded.map((one) => one.documentId),
        demanded.map((one) => one.revision),
        demanded.map((one) => one.entryId),
        demanded.map((one) => one.position),
      ],
    )
}
