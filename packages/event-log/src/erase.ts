import type { ErasedEntry, Queryable } from './types.ts'

/** Puts what is left of some entries in the place of what they said; the digests that the chain was made with stay. */
export async function eraseEntries(
  db: Queryable,
  entries: readonly { position: bigint; data: unknown }[],
): Promise<ErasedEntry[]> {
  if (entries.length === 0) return []
  await db.query(KEEP_DIGESTS, [entries.map(({ position }) => String(position))])
  await db.query(`SET LOCAL log.erasing = 'on'`)
  const { rows } = await db.query<{ position: string; digest: string }>(ERASE, [
    entries.map(({ position }) => String(position)),
    entries.map(({ data }) => JSON.stringify(data)),
  ])
  await db.query(`SET LOCAL log.erasing = 'off'`)
  return rows.map(({ position, digest }) => ({ position: BigInt(position), digest }))
}

const CONTENT = `
  log.content_digest(e.id, e.stream, e.type, e.schema_version, e.causation_id, e.correlation_id, e.data, e.metadata)`

/** Of an entry that was erased before, the first one stays. */
const KEEP_DIGESTS = `
INSERT INTO log.erasures (position, content)
SELECT e.position, ${CONTENT} FROM log.entries e WHERE e.position = ANY ($1::bigint[])
ON CONFLICT (position) DO NOTHING`

const ERASE = `
WITH erased AS (
  UPDATE log.entries AS e SET data = left_over.data
  FROM unnest($1::bigint[], $2::jsonb[]) AS left_over (position, data)
  WHERE e.position = left_over.position
  RETURNING e.position, ${CONTENT} AS digest
)
SELECT position::text, encode(digest, 'hex') AS digest FROM erased ORDER BY erased.position`
