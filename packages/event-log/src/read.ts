import { COLUMNS, type EntryRow, toEntry } from './row.ts'
import type { Entry, Queryable, ReadBackwardQuery, ReadQuery, ReadStreamQuery } from './types.ts'
import type { Upcaster } from './upcast.ts'

export async function read(db: Queryable, upcast: Upcaster, { after, limit, types }: ReadQuery): Promise<Entry[]> {
  const { rows } =
    types === undefined
      ? await db.query<EntryRow>({ name: 'log.read', text: READ, values: [after, limit] })
      : await db.query<EntryRow>({ name: 'log.read_types', text: READ_TYPES, values: [after, limit, types] })
  return rows.map((row) => toEntry(row, upcast))
}

export async function readBackward(
  db: Queryable,
  upcast: Upcaster,
  { before = END, limit, types }: ReadBackwardQuery,
): Promise<Entry[]> {
  const { rows } =
    types === undefined
      ? await db.query<EntryRow>({ name: 'log.backward', text: BACKWARD, values: [before, limit] })
      : await db.query<EntryRow>({ name: 'log.backward_types', text: BACKWARD_TYPES, values: [before, limit, types] })
  return rows.map((row) => toEntry(row, upcast))
}

export async function readStream(
  db: Queryable,
  upcast: Upcaster,
  stream: string,
  { after = 0, limit }: ReadStreamQuery = {},
): Promise<Entry[]> {
  const { rows } = await db.query<EntryRow>({
    name: 'log.read_stream',
    text: READ_STREAM,
    values: [stream, after, limit ?? null],
  })
  return rows.map((row) => toEntry(row, upcast))
}

export async function find(db: Queryable, upcast: Upcaster, id: string): Promise<Entry | null> {
  const { rows } = await db.query<EntryRow>({ name: 'log.find', text: FIND, values: [id] })
  return rows[0] ? toEntry(rows[0], upcast) : null
}

const FIND = `SELECT ${COLUMNS} FROM log.entries WHERE id = $1`

/** The largest bigint of Postgres. */
const END = 9_223_372_036_854_775_807n

export const READ = `
SELECT ${COLUMNS} FROM log.entries WHERE log.entries.position > $1 ORDER BY log.entries.position LIMIT $2`

/**
 * A page of each type from the index, then the first of them all: the work is bounded by types and limit, however rare
 * a type is. The inner limits keep the planner, who knows neither number, from reading the whole log instead.
 */
export const READ_TYPES = `
SELECT ${COLUMNS} FROM (
  SELECT candidate.position AS chosen
  FROM unnest($3::text[]) AS wanted (type)
  CROSS JOIN LATERAL (
    SELECT e.position FROM log.entries e WHERE e.type = wanted.type AND e.position > $1 ORDER BY e.position LIMIT $2
  ) AS candidate
  ORDER BY candidate.position LIMIT $2
) AS page
CROSS JOIN LATERAL (SELECT * FROM log.entries e WHERE e.position = page.chosen LIMIT 1) AS entry
ORDER BY page.chosen`

export const BACKWARD = `
SELECT ${COLUMNS} FROM log.entries WHERE log.entries.position < $1 ORDER BY log.entries.position DESC LIMIT $2`

export const BACKWARD_TYPES = `
SELECT ${COLUMNS} FROM (
  SELECT candidate.position AS chosen
  FROM unnest($3::text[]) AS wanted (type)
  CROSS JOIN LATERAL (
    SELECT e.position FROM log.entries e WHERE e.type = wanted.type AND e.position < $1 ORDER BY e.position DESC LIMIT $2
  ) AS candidate
  ORDER BY candidate.position DESC LIMIT $2
) AS page
CROSS JOIN LATERAL (SELECT * FROM log.entries e WHERE e.position = page.chosen LIMIT 1) AS entry
ORDER BY page.chosen DESC`

export const READ_STREAM = `
SELECT ${COLUMNS} FROM log.entries WHERE stream = $1 AND version > $2 ORDER BY version LIMIT $3`
