import type { ClientBase } from 'pg'
import type { Build, BuildState, Projection } from './projection.ts'

/**
 * One at a time decides about a projection's builds: start, switch, cancel, rollback. A lock of the transaction, since
 * one of the session breaks behind a pooler.
 */
export async function lockBuilds(client: ClientBase, projection: string): Promise<void> {
  await client.query(`SELECT pg_advisory_xact_lock(hashtext('projections.builds'), hashtext($1))`, [projection])
}

const COLUMNS = `
  b.id, b.projection, b.version, b.schema_name AS schema, b.state, b.activate, b.dry_run AS "dryRun",
  b.caught_up_at IS NOT NULL AS complete, c.position`

const SELECT = `SELECT ${COLUMNS} FROM projections.builds b JOIN projections.checkpoints c ON c.build_id = b.id`

/** The builds of a projection that are in one of the states, newest first; of those that served, the last to do so. */
export async function findBuilds(
  client: Pick<ClientBase, 'query'>,
  projection: string,
  states: readonly BuildState[],
): Promise<Build[]> {
  const { rows } = await client.query<Build>(
    `${SELECT} WHERE b.projection = $1 AND b.state = ANY ($2) ORDER BY b.ended_at DESC NULLS FIRST, b.id DESC`,
    [projection, states],
  )
  return rows
}

/** Waits for the page in work, then holds the build still until the transaction ends. */
export async function holdBuild(client: ClientBase, id: bigint): Promise<Build | undefined> {
  await client.query('SELECT FROM projections.checkpoints WHERE build_id = $1 FOR UPDATE', [id])
  const { rows } = await client.query<Build>(`${SELECT} WHERE b.id = $1`, [id])
  return rows[0]
}

/** Makes the tables of a new build, empty, at position 0. */
export async function createBuild(
  client: ClientBase,
  projection: Projection,
  { state, activate, dryRun }: Pick<Build, 'state' | 'activate' | 'dryRun'>,
): Promise<bigint> {
  const { rows } = await client.query<{ id: bigint }>(
    `INSERT INTO projections.builds (projection, version, state, activate, dry_run, activated_at)
     VALUES ($1, $2, $3, $4, $5, CASE WHEN $3 = 'active' THEN now() END) RETURNING id`,
    [projection.name, projection.version, state, activate, dryRun],
  )
  const id = rows[0]?.id ?? 0n
  const schema = `${projection.name}_b${id}`
  await client.query(`CREATE SCHEMA ${schema}`)
  const filling = projection.filling?.tables(schema) ?? []
  for (const statement of [...projection.tables(schema), ...filling]) await client.query(statement)
  await client.query('UPDATE projections.builds SET schema_name = $2 WHERE id = $1', [id, schema])
  await client.query('INSERT INTO projections.checkpoints (build_id) VALUES ($1)', [id])
  return id
}

/** Adds what was put off while the tables were filled and, where they are to be read, indexes; and says so. */
export async function completeBuild(
  client: ClientBase,
  projection: Projection,
  build: Pick<Build, 'id' | 'schema' | 'dryRun'>,
): Promise<void> {
  const putOff = projection.filling?.complete(build.schema) ?? []
  const indexes = build.dryRun ? [] : projection.indexes(build.schema)
  for (const statement of [...putOff, ...indexes]) await client.query(statement)
  await analyzeBuild(client, build.schema)
  await client.query('UPDATE projections.builds SET caught_up_at = now() WHERE id = $1', [build.id])
}

/** Tells the planner what the tables have become. */
export async function analyzeBuild(client: Pick<ClientBase, 'query'>, schema: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT quote_ident(relname) AS name FROM pg_class WHERE relnamespace = $1::regnamespace AND relkind = 'r'`,
    [schema],
  )
  if (rows.length > 0) await client.query(`ANALYZE ${rows.map((row) => `${schema}.${row.name}`).join(', ')}`)
}

/** Ends a build: its history stays, its tables go. */
export async function endBuild(
  client: ClientBase,
  id: bigint,
  {
    state,
    error = null,
    report = null,
  }: { state: 'done' | 'cancelled' | 'failed'; error?: string | null; report?: unknown },
): Promise<void> {
  const { rows } = await client.query<{ schema: string | null }>(
    `UPDATE projections.builds SET state = $2, error = $3, report = coalesce($4, report), ended_at = now()
     WHERE id = $1 RETURNING schema_name AS schema`,
    [id, state, error, report === null ? null : JSON.stringify(report)],
  )
  const schema = rows[0]?.schema
  if (schema) await client.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`)
}
