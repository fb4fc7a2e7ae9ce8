import type { Pool } from 'pg'
import { readSnapshot, type ServedBuild } from '../read.ts'
import { type Filters, parameters, versionCondition } from './filters.ts'
import { CHANGE_JSON } from './list-changes.ts'

/** A place in the feed of changes: after the `n`th change by the entry at the position. */
export interface FeedPoint {
  position: bigint
  n: number
}

/** Behind every change by an entry: the highest number that the column holds. */
export const ALL_OF_ENTRY = 2_147_483_647

export interface Matches {
  rows: { position: bigint; n: number; json: string }[]
  /** All up to here has been looked at */
  through: FeedPoint
  /** Whether that is all there is for now */
  level: boolean
  build: ServedBuild
}

export interface MatchOptions {
  /** Changes at most */
  limit?: number | undefined
  /** The last change that is of interest */
  upTo?: FeedPoint | undefined
}

/** Most changes that are sent at once, and most entries that are looked through for them: no query takes long. */
const PAGE = 500
const WINDOW = 20_000n

/**
 * Changes after a point, of events that match the filters or did so before the change: who shows them has to hear that
 * they do no more. Null: there are no read tables.
 */
export async function matchChanges(
  pool: Pool,
  filters: Filters,
  after: FeedPoint,
  { limit = PAGE, upTo }: MatchOptions = {},
): Promise<Matches | null> {
  return readSnapshot(pool, async ({ client, builds }) => {
    const build = builds['timeline']
    if (!build) return null
    const window = { position: least(after.position + WINDOW, build.position), n: ALL_OF_ENTRY }
    const end = upTo && !isBefore(window, upTo) ? upTo : window
    const { values, parameter } = parameters()
    const point = ({ position, n }: FeedPoint) => `(${parameter(position)}::bigint, ${parameter(n)}::int)`
    const [from, to] = [point(after), point(end)]
    const matches = versionCondition(filters, build.schema, null, parameter)
    const { rows } = await client.query<Matches['rows'][number] & { departed: boolean }>(
      `select position, n, ${CHANGE_JSON} as json, gone is null and not (${matches}) as departed from ${build.schema}.events as changed
       where (position, n) > ${from} and (position, n) <= ${to}
         and ((${matches}) or exists (
           select from ${build.schema}.events as before
           where before.event_id = changed.event_id and before.until = changed.position and ${matches}
         ))
       order by position, n limit ${parameter(limit)}`,
      values,
    )
    const last = rows.length === limit ? rows.at(-1) : undefined
    // Where the tables are not as far as whoever asks, there is nothing, and nobody is sent back.
    const through = last ? { position: last.position, n: last.n } : isBefore(end, after) ? after : end
    // Who shows it has to take it away, and cannot tell by the event itself.
    const told = rows.map(({ position, n, json, departed }) => ({
      position,
      n,
      json: departed ? `${json.slice(0, -1)},"matches":false}` : json,
    }))
    return {
      rows: told,
      through,
      level: last === undefined && !isBefore(end, { position: build.position, n: ALL_OF_ENTRY }),
      build,
    }
  })
}

/** The last change there is: what an id to go on after is made of where nothing has been sent yet. */
export async function lastChange(pool: Pool): Promise<{ point: FeedPoint; build: ServedBuild } | null> {
  return readSnapshot(pool, async ({ client, builds }) => {
    const build = builds['timeline']
    if (!build) return null
    const { rows } = await client.query<FeedPoint>(
      `select position, n from ${build.schema}.events order by position desc, n desc limit 1`,
    )
    return { point: rows[0] ?? { position: 0n, n: 0 }, build }
  })
}

/** Whether a place in the feed comes before another. */
export function isBefore(one: FeedPoint, other: FeedPoint): boolean {
  return one.position < other.position || (one.position === other.position && one.n < other.n)
}

function least(one: bigint, other: bigint): bigint {
  return one < other ? one : other
}
