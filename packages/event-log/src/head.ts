import type { Queryable } from './types.ts'

/** The last position; 0n: the log is empty. */
export async function head(db: Queryable): Promise<bigint> {
  const { rows } = await db.query<{ position: string }>({
    name: 'log.head',
    text: 'SELECT position::text FROM log.head',
  })
  return BigInt(rows[0]?.position ?? 0)
}

/** The stream's version; 0: it does not exist. */
export async function streamVersion(db: Queryable, stream: string): Promise<number> {
  const { rows } = await db.query<{ version: number }>({
    name: 'log.stream_version',
    text: 'SELECT version FROM log.entries WHERE stream = $1 ORDER BY version DESC LIMIT 1',
    values: [stream],
  })
  return rows[0]?.version ?? 0
}

/** The last position recorded at or before an instant; 0n: none. */
export async function positionAt(db: Queryable, instant: Date): Promise<bigint> {
  const { rows } = await db.query<{ position: string }>({
    name: 'log.position_at',
    text: POSITION_AT,
    values: [instant],
  })
  return BigInt(rows[0]?.position ?? 0)
}

/** Times never fall with the position, so the primary key is searched by halves and no index on the time is needed. */
const POSITION_AT = `
WITH RECURSIVE search (low, high) AS (
  SELECT 0::bigint, position FROM log.head
  UNION ALL
  SELECT
    CASE WHEN e.recorded_at <= $1 THEN e.position ELSE s.low END,
    CASE WHEN e.recorded_at <= $1 THEN s.high ELSE e.position - 1 END
  FROM search s JOIN log.entries e ON e.position = (s.low + s.high + 1) / 2
  WHERE s.low < s.high
)
SELECT low::text AS position FROM search WHERE low = high`
