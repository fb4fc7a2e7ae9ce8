import { checkout } from '@dateline/platform'
import type { Pool, PoolClient, QueryResult } from 'pg'

/** The tables of one projection that serve now. */
export interface ServedBuild {
  id: bigint
  /** The schema that holds its tables: a plain identifier, safe to write into SQL */
  schema: string
  /** Of the projection's code that made them */
  version: number
  /** The last entry that they show */
  position: bigint
}

/** Every view by its name (`timeline`, `actors`, `statements`, `documents`); views of one build share everything. */
export type ServedBuilds = Readonly<Record<string, ServedBuild>>

export interface Snapshot {
  client: PoolClient
  builds: ServedBuilds
}

const SERVED = `
  SELECT b.projection, b.id, b.schema_name AS schema, b.version, c.position
  FROM projections.builds b JOIN projections.checkpoints c ON c.build_id = b.id
  WHERE b.state = 'active'`

/**
 * What serves and how far it has come, in one statement: what an ETag is made of. A projection that has never been
 * built is not in it.
 */
export async function positions(pool: Pool): Promise<ServedBuilds> {
  const { rows } = await pool.query<ServedRow>(SERVED)
  return byView(rows)
}

/**
 * Runs `fn` in one read-only transaction that sees one moment of the database: the tables that serve, their positions
 * and their rows belong together, whatever is folded or switched meanwhile.
 */
export function readSnapshot<T>(pool: Pool, fn: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  return checkout(pool, async (client, broken) => {
    try {
      // One round trip; pg answers a list of results to a list of statements, which its types do not say.
      const results: unknown = await client.query(`BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;${SERVED}`)
      const { rows } = (results as [QueryResult, QueryResult<ServedRow>])[1]
      return await fn({ client, builds: byView(rows) })
    } finally {
      await client.query('COMMIT').catch(broken)
    }
  })
}

interface ServedRow extends ServedBuild {
  projection: string
}

function byView(rows: readonly ServedRow[]): ServedBuilds {
  const builds: Record<string, ServedBuild> = {}
  for (const { projection, id, schema, version, position } of rows) {
    for (const view of VIEWS[projection] ?? [projection]) builds[view] = { id, schema, version, position }
  }
  return builds
}

/** The views whose tables a projection makes, where it makes more than the one of its name. */
export const VIEWS: Readonly<Record<string, readonly string[]>> = {
  timeline: ['timeline', 'actors', 'statements', 'documents'],
}
