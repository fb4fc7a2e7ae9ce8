import { createHash } from 'node:crypto'
import type { Problem, Queryable, Verification, VerifyOptions } from './types.ts'

const PAGE = 5_000n
const MOST_PROBLEMS = 100

/**
 * Walks the log and proves it whole: positions dense, every digest the one that its entry and the entry before make,
 * every stream's versions dense, every text that an entry rests on there (or erased) and with its hash. An entry whose
 * words were erased must be what the correction that erased them says is left of it. What is appended meanwhile is not
 * examined.
 */
export async function verify(db: Queryable, { signal, onProgress }: VerifyOptions = {}): Promise<Verification> {
  const problems: Problem[] = []
  const start = await readHead(db)
  const erased = await readErased(db, start.position)
  let digest: Buffer = createHash('sha256').digest()
  for (let after = 0n; after < start.position && problems.length < MOST_PROBLEMS; after += PAGE) {
    signal?.throwIfAborted()
    const through = after + PAGE < start.position ? after + PAGE : start.position
    digest = await verifyChain(db, { after, through, seed: digest, erased }, problems)
    problems.push(...(await verifyTexts(db, after, through)))
    onProgress?.(through, start.position)
  }
  if (problems.length === 0 && digest.toString('hex') !== start.digest) {
    problems.push({
      kind: 'head',
      position: start.position,
      message: `the head remembers another digest than the entries up to ${start.position} make`,
    })
  }
  if (start.last !== start.position) {
    problems.push({
      kind: 'head',
      position: start.last,
      message: `the head says ${start.position}, the last entry stands at ${start.last}`,
    })
  }
  problems.push(...(await verifyStreams(db)))
  return { through: start.position, digest: start.digest, problems: problems.slice(0, MOST_PROBLEMS) }
}

async function readHead(db: Queryable): Promise<{ position: bigint; digest: string; last: bigint }> {
  const { rows } = await db.query<{ position: string; digest: string; last: string }>(`
    SELECT position::text, encode(digest, 'hex') AS digest,
      coalesce((SELECT max(e.position) FROM log.entries e), 0)::text AS last
    FROM log.head`)
  const row = rows[0]
  if (row === undefined) throw new Error('the log has no head: its only row is missing')
  return { position: BigInt(row.position), digest: row.digest, last: BigInt(row.last) }
}

/** By position, what the newest erasure of an entry says is left of it. */
async function readErased(db: Queryable, through: bigint): Promise<Map<string, string>> {
  const { rows } = await db.query<{ position: string; digest: string }>(ERASED, [through])
  return new Map(rows.map(({ position, digest }) => [position, digest]))
}

const ERASED = `
SELECT erased ->> 'position' AS position, erased ->> 'digest' AS digest
FROM log.entries e CROSS JOIN LATERAL jsonb_array_elements(e.data -> 'change' -> 'entries') AS erased
WHERE e.type = 'correction.made' AND e.data -> 'change' ->> 'kind' = 'document.erase' AND e.position <= $1
ORDER BY e.position`

interface Stretch {
  after: bigint
  through: bigint
  seed: Buffer
  erased: ReadonlyMap<string, string>
}

async function verifyChain(
  db: Queryable,
  { after, through, seed, erased }: Stretch,
  problems: Problem[],
): Promise<Buffer> {
  const { rows } = await db.query<ChainRow>(CHAIN, [after, through])
  let before = seed
  let expected = after + 1n
  for (const { position: text, link, digest, left } of rows) {
    const position = BigInt(text)
    if (position !== expected) {
      const missing =
        position - 1n === expected ? `position ${expected} is` : `positions ${expected} to ${position - 1n} are`
      problems.push({ kind: 'hole', position: expected, message: `${missing} missing` })
    } else if (!createHash('sha256').update(before).update(link).digest().equals(digest)) {
      problems.push({
        kind: 'digest',
        position,
        message: `the entry at ${position}, or the one before, is not what was appended`,
      })
    } else if (left !== null && left !== erased.get(text)) {
      problems.push({
        kind: 'digest',
        position,
        message: erased.has(text)
          ? `the entry at ${position} is not what its erasure left of it`
          : `the entry at ${position} was changed, and no correction says that it was erased`,
      })
    }
    // What is stored goes on, so that one change is one problem.
    before = digest
    expected = position + 1n
  }
  if (expected <= through) {
    problems.push({ kind: 'hole', position: expected, message: `positions ${expected} to ${through} are missing` })
  }
  return before
}

interface ChainRow {
  position: string
  link: Buffer
  digest: Buffer
  /** Of an erased entry: the digest of what it says now */
  left: string | null
}

const CHAIN = `
SELECT e.position::text, e.digest,
  log.link(coalesce(erased.content, now.content), e.position, e.version, e.recorded_at) AS link,
  CASE WHEN erased.content IS NOT NULL THEN encode(now.content, 'hex') END AS left
FROM log.entries e
CROSS JOIN LATERAL (
  SELECT log.content_digest(
    e.id, e.stream, e.type, e.schema_version, e.causation_id, e.correlation_id, e.data, e.metadata
  ) AS content
) AS now
LEFT JOIN log.erasures erased USING (position)
WHERE e.position > $1 AND e.position <= $2 ORDER BY e.position`

async function verifyTexts(db: Queryable, after: bigint, through: bigint): Promise<Problem[]> {
  const { rows } = await db.query<{ position: string; hash: string; missing: boolean }>(TEXTS, [after, through])
  return rows.map(({ position, hash, missing }) => ({
    kind: missing ? 'text-missing' : 'text-altered',
    position: BigInt(position),
    message: missing
      ? `the text ${hash} of the entry at ${position} is missing`
      : `the text ${hash} of the entry at ${position} is not what was stored`,
  }))
}

const TEXTS = `
SELECT e.position::text, e.data ->> 'textHash' AS hash, t.hash IS NULL AS missing
FROM log.entries e LEFT JOIN log.texts t ON t.hash = e.data ->> 'textHash'
WHERE e.position > $1 AND e.position <= $2 AND e.data ? 'textHash'
  AND (t.hash IS NULL OR encode(sha256(convert_to(t.body, 'UTF8')), 'hex') <> t.hash)
ORDER BY e.position`

async function verifyStreams(db: Queryable): Promise<Problem[]> {
  const { rows } = await db.query<{ stream: string; entries: string; version: number; position: string }>(STREAMS, [
    MOST_PROBLEMS,
  ])
  return rows.map(({ stream, entries, version, position }) => ({
    kind: 'version',
    position: BigInt(position),
    message: `the stream ${stream} is at version ${version} but has ${entries} entries`,
  }))
}

const STREAMS = `
SELECT stream, count(*)::text AS entries, max(version) AS version, max(position)::text AS position
FROM log.entries GROUP BY stream HAVING count(*) <> max(version) OR min(version) <> 1 ORDER BY stream LIMIT $1`
