import type { Pool } from 'pg'

/** A hash of every table of a schema, whatever the order of its rows. */
export async function tableHashes(pool: Pool, schema: string): Promise<Record<string, string>> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = $1::regnamespace AND relkind = 'r' ORDER BY relname`,
    [schema],
  )
  const hashes: Record<string, string> = {}
  for (const { name } of tables) {
    const { rows } = await pool.query<{ hash: string }>(
      `SELECT count(*) || ' ' || md5(coalesce(string_agg(md5(t::text), '' ORDER BY md5(t::text)), '')) AS hash
       FROM ${schema}.${name} t`,
    )
    hashes[name] = rows[0]?.hash ?? ''
  }
  return hashes
}
