import type { ClientBase, Pool } from 'pg'
import type { Unfolded } from './fold-page.ts'
import { transaction } from './transaction.ts'

/** An entry that the tables lack because it could not be folded, or because an earlier one of its stream could not. */
export interface Parked {
  id: string
  projection: string
  position: bigint
  entryId: string
  type: string
  stream: string
  /** `parked`: it failed; `behind`: it waits for one that failed; `released`: it is tried again in a moment */
  state: 'parked' | 'behind' | 'released'
  error: string | null
  attempts: number
  parkedAt: Date
}

const OPEN = `state IN ('parked', 'behind', 'released')`

const PARK = `
  INSERT INTO projections.parked (projection, build_id, position, entry_id, type, stream, state, error)
  SELECT $1, $2, u.position, u.entry_id, u.type, u.stream, CASE WHEN u.error IS NULL THEN 'behind' ELSE 'parked' END, u.error
  FROM unnest($3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[]) AS u (position, entry_id, type, stream, error)
  ON CONFLICT (build_id, position) DO UPDATE
  SET state = excluded.state, error = excluded.error,
      attempts = projections.parked.attempts + (excluded.state = 'parked')::int`

/** Sets entries aside; one that was aside already stays so, with its newest error. */
export async function park(
  client: ClientBase,
  build: { id: bigint; projection: string },
  unfolded: readonly Unfolded[],
): Promise<void> {
  if (unfolded.length === 0) return
  const entries = unfolded.map(({ entry }) => entry)
  await client.query(PARK, [
    build.projection,
    build.id,
    entries.map((entry) => entry.position),
    entries.map((entry) => entry.id),
    entries.map((entry) => entry.type),
    entries.map((entry) => entry.stream),
    unfolded.map(({ error }) => (error === null ? null : printable(error))),
  ])
}

const STOPPED = `
  SELECT stream, position, first_value(state) OVER (PARTITION BY stream ORDER BY position) AS head
  FROM projections.parked WHERE build_id = $1 AND ${OPEN} ORDER BY position`

/** The streams that stand still, and the entries (by position) that were released to be tried again, in order. */
export async function stoppedStreams(
  client: ClientBase,
  buildId: bigint,
): Promise<{ streams: Set<string>; released: bigint[] }> {
  const { rows } = await client.query<{ stream: string; position: bigint; head: string }>({
    name: 'projections.stopped',
    text: STOPPED,
    values: [buildId],
  })
  return {
    streams: new Set(rows.map((row) => row.stream)),
    released: rows.filter((row) => row.head === 'released').map((row) => row.position),
  }
}

export async function markFolded(client: ClientBase, buildId: bigint, positions: readonly bigint[]): Promise<void> {
  await client.query(
    `UPDATE projections.parked SET state = 'folded', ended_at = now() WHERE build_id = $1 AND position = ANY ($2)`,
    [buildId, positions],
  )
}

/** Which of these positions an operator discarded, in this build or an earlier one: a replay leaves them out as well. */
export async function discardedBetween(
  client: ClientBase,
  { projection, after, through }: { projection: string; after: bigint; through: bigint },
): Promise<Set<bigint>> {
  const { rows } = await client.query<{ position: bigint }>(
    `SELECT DISTINCT position FROM projections.parked
     WHERE projection = $1 AND state = 'discarded' AND position > $2 AND position <= $3`,
    [projection, after, through],
  )
  return new Set(rows.map((row) => row.position))
}

const LIST = `
  SELECT p.id::text, p.projection, p.position, p.entry_id AS "entryId", p.type, p.stream, p.state, p.error, p.attempts,
         p.parked_at AS "parkedAt"
  FROM projections.parked p JOIN projections.builds b ON b.id = p.build_id AND b.state = 'active'
  WHERE p.${OPEN} AND p.id > $1
  ORDER BY p.id LIMIT $2`

/** What the serving tables lack, oldest first; `after` is an id. */
export async function listParked(pool: Pool, { after = '0', limit = 50 } = {}): Promise<Parked[]> {
  const { rows } = await pool.query<Parked>(LIST, [after, limit])
  return rows
}

/** `behind`: an earlier entry of its stream has to go first, `first`. */
export type ParkedResult = { status: 'done' } | { status: 'unknown' } | { status: 'behind'; first: string }

/** Has the projector try the entry again, and then those that wait behind it. */
export function releaseParked(pool: Pool, id: string): Promise<ParkedResult> {
  return transaction(pool, (client) => settle(client, id, 'released'))
}

/** Gives the entry up, for replays too; those that wait behind it are tried. */
export function discardParked(pool: Pool, id: string): Promise<ParkedResult> {
  return transaction(pool, async (client) => {
    const result = await settle(client, id, 'discarded')
    if (result.status !== 'done') return result
    await client.query(
      `UPDATE projections.parked SET state = 'released' WHERE id = (
         SELECT next.id FROM projections.parked gone JOIN projections.parked next USING (build_id, stream)
         WHERE gone.id = $1 AND next.${OPEN} ORDER BY next.position LIMIT 1)`,
      [id],
    )
    return result
  })
}

async function settle(client: ClientBase, id: string, state: 'released' | 'discarded'): Promise<ParkedResult> {
  if (!/^\d{1,18}$/.test(id)) return { status: 'unknown' }
  // Under the build's lease: a page that is being folded may be trying the entry, or parking another one behind it.
  await client.query(
    `SELECT FROM projections.checkpoints WHERE build_id = (SELECT build_id FROM projections.parked WHERE id = $1)
     FOR UPDATE`,
    [id],
  )
  const { rows } = await client.query<{ id: string; first: string }>(
    `SELECT p.id::text,
            (SELECT f.id::text FROM projections.parked f
             WHERE f.build_id = p.build_id AND f.stream = p.stream AND f.${OPEN} ORDER BY f.position LIMIT 1) AS first
     FROM projections.parked p JOIN projections.builds b ON b.id = p.build_id AND b.state = 'active'
     WHERE p.id = $1 AND p.${OPEN}`,
    [id],
  )
  const row = rows[0]
  if (!row) return { status: 'unknown' }
  if (row.first !== id) return { status: 'behind', first: row.first }
  await client.query(
    `UPDATE projections.parked SET state = $2, ended_at = CASE WHEN $2 = 'discarded' THEN now() END WHERE id = $1`,
    [id, state],
  )
  return { status: 'done' }
}

/** Postgres takes no NUL in a text, and a message may quote what the entry says. */
function printable(text: string): string {
  return text.replaceAll('\0', '\uFFFD').toWellFormed().slice(0, 2000)
}
