import type { Pool } from 'pg'

/** Ends a source and its secrets; what it submitted stays in the log. */
export async function deleteSource(pool: Pool, name: string): Promise<'deleted' | 'unknown'> {
  const { rowCount } = await pool.query('delete from access.sources where name = $1', [name])
  return rowCount === 1 ? 'deleted' : 'unknown'
}
