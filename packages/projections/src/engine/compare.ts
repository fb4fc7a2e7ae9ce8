import { checkout } from '@dateline/platform'
import type { Pool, PoolClient } from 'pg'
import { findBuilds, holdBuild, lockBuilds } from './builds.ts'
import type { Build, Projection } from './projection.ts'
import { levelWith } from './switch.ts'
import { type StepDeps } from './step.ts'
import { transaction } from './transaction.ts'

/** What a replay would change in one table. */
export interface TableDifference {
  before: number
  after: number
  added: number
  removed: number
  changed: number
  samples: {
    key: Record<string, unknown>
    /** Only the columns that differ; null: there is no such row */
    before: Record<string, unknown> | null
    after: Record<string, unknown> | null
  }[]
}

/** What a dry run found, both builds at the same position. */
export interface DryRunReport {
  position: string
  tables: Record<string, TableDifference>
}

/**
 * Compares a dry run's build with the one that serves. undefined: they are not at one position yet. The serving build is
 * held still only while the snapshot is taken in which the two are then read.
 */
export async function compareWithServing(
  deps: StepDeps,
  projection: Projection,
  dry: Build,
): Promise<DryRunReport | undefined> {
  const frozen = await transaction(deps.pool, async (client) => {
    await lockBuilds(client, projection.name)
    const [serving] = await findBuilds(client, projection.name, ['active'])
    const held = serving && (await holdBuild(client, serving.id))
    const build = await holdBuild(client, dry.id)
    if (!held || build?.state !== 'running') return undefined
    if (!(await levelWith(client, deps.log, projection, build, held.position))) return undefined
    await client.query(`UPDATE projections.builds SET state = 'caughtUp' WHERE id = $1`, [build.id])
    return held
  })
  if (!frozen) return undefined
  const report = await withSnapshotOf(deps.pool, frozen.id, dry.id, (client, position) =>
    compareTables(client, projection, { before: frozen.schema, after: dry.schema }, position),
  )
  if (!report) await deps.pool.query(`UPDATE projections.builds SET state = 'running' WHERE id = $1`, [dry.id])
  return report
}

/** Runs `fn` in a snapshot in which both builds stand at one position; undefined: they do not. */
function withSnapshotOf<T>(
  pool: Pool,
  serving: bigint,
  dry: bigint,
  fn: (client: PoolClient, position: bigint) => Promise<T>,
): Promise<T | undefined> {
  return checkout(pool, async (reader, broken) => {
    try {
      const position = await transaction(pool, async (client) => {
        const held = await holdBuild(client, serving)
        const build = await holdBuild(client, dry)
        if (!held || held.position !== build?.position) return undefined
        await reader.query(`BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SELECT ${comparing(dry)}`)
        return held.position
      })
      return position === undefined ? undefined : await fn(reader, position)
    } finally {
      await reader.query('ROLLBACK').catch(broken)
    }
  })
}

/** Held by whoever compares. */
function comparing(dry: bigint): string {
  return `pg_try_advisory_xact_lock(hashtext('projections.compare'), ${dry}::int)`
}

/** Has a comparison begin anew whose process died. */
export async function resumeComparison(pool: Pool, dry: bigint): Promise<void> {
  await pool.query(
    `UPDATE projections.builds SET state = 'running' WHERE id = $1 AND state = 'caughtUp' AND ${comparing(dry)}`,
    [dry],
  )
}

async function compareTables(
  client: PoolClient,
  projection: Projection,
  schemas: { before: string; after: string },
  position: bigint,
): Promise<DryRunReport> {
  const report: DryRunReport = { position: String(position), tables: {} }
  for (const { table, key, leaveOut = [] } of projection.compared) {
    const side = (schema: string) =>
      `SELECT ${key.join(', ')}, to_jsonb(t) - '{${[...key, ...leaveOut].join(',')}}'::text[] AS r FROM ${schema}.${table} t`
    const joined = `(${side(schemas.before)}) b FULL JOIN (${side(schemas.after)}) a USING (${key.join(', ')})`
    const { rows: counts } = await client.query<Omit<TableDifference, 'samples'>>(
      `SELECT count(b.r)::int AS before, count(a.r)::int AS after,
              count(*) FILTER (WHERE b.r IS NULL)::int AS added, count(*) FILTER (WHERE a.r IS NULL)::int AS removed,
              count(*) FILTER (WHERE a.r <> b.r)::int AS changed
       FROM ${joined}`,
    )
    const { rows: samples } = await client.query<SampleRow>(
      `SELECT jsonb_build_object(${key.map((column) => `'${column}', ${column}`).join(', ')}) AS key,
              b.r AS before, a.r AS after
       FROM ${joined} WHERE a.r IS DISTINCT FROM b.r ORDER BY ${key.join(', ')} LIMIT 10`,
    )
    report.tables[table] = {
      ...(counts[0] ?? { before: 0, after: 0, added: 0, removed: 0, changed: 0 }),
      samples: samples.map(onlyWhatDiffers),
    }
  }
  return report
}

type SampleRow = TableDifference['samples'][number]

function onlyWhatDiffers({ key, before, after }: SampleRow): SampleRow {
  if (!before || !after) return { key, before, after }
  const columns = Object.keys({ ...before, ...after }).filter(
    (column) => JSON.stringify(before[column]) !== JSON.stringify(after[column]),
  )
  const pick = (row: Record<string, unknown>) => Object.fromEntries(columns.map((column) => [column, row[column]]))
  return { key, before: pick(before), after: pick(after) }
}
