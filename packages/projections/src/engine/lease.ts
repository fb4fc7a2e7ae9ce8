import type { ClientBase } from 'pg'
import type { Build, BuildState } from './projection.ts'

const LEASE = `
  SELECT b.id, b.projection, b.version, b.schema_name AS schema, b.state, b.activate, b.dry_run AS "dryRun",
         b.caught_up_at IS NOT NULL AS complete, c.position
  FROM projections.checkpoints c JOIN projections.builds b ON b.id = c.build_id
  WHERE b.projection = $1 AND b.version = $2 AND b.state = ANY ($3)
    AND NOT (b.dry_run AND b.state = 'caughtUp')
  FOR UPDATE OF c SKIP LOCKED`

/** Takes the build's lease until the transaction ends; undefined: there is none, or another process holds it. */
export async function lease(
  client: ClientBase,
  of: { projection: string; version: number; states: readonly BuildState[] },
): Promise<Build | undefined> {
  const { rows } = await client.query<Build>(LEASE, [of.projection, of.version, of.states])
  return rows[0]
}

const MOVE = `
  UPDATE projections.checkpoints c
  SET position = $2, updated_at = clock_timestamp(), rate = $4
  WHERE c.build_id = $1 AND EXISTS (SELECT FROM projections.builds b WHERE b.id = $1 AND b.state = ANY ($3))`

/** Moves the checkpoint. False: the build was cancelled or switched off meanwhile, and nothing of it must be kept. */
export async function moveCheckpoint(
  client: ClientBase,
  { id, position, states, rate }: { id: bigint; position: bigint; states: readonly BuildState[]; rate: number | null },
): Promise<boolean> {
  const { rowCount } = await client.query(MOVE, [id, position, states, rate])
  return rowCount === 1
}
