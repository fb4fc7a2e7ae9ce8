import type { Cursor } from '@dateline/contract'
import { filterCondition, type PageQuery, parameters, type Filters, type ReadPage } from '@dateline/projections'
import { pageOf, type Walk } from '../http/lists.ts'
import type { Shown } from './position.ts'

export interface EventPage {
  filters: Filters & { order: 'asc' | 'desc' }
  /** More conditions, as SQL over \`events\` with its own values */
  actor?: string | undefined
  /** `body`: the event; `statement`: its line in the register of statements */
  column?: 'body' | 'statement'
  at: bigint | null
  cursor: Cursor | null
  limit: number
}

/** The total order of the timeline. */
export const ORDER = ['day', 'text'] as const

/**
 * Asks for a page of events in the order of their dates, one row more than the limit; every row carries its JSON ready.
 * Of an actor, `about` is who that is: `{name, movedTo}`, or null where there is no such one.
 */
export function eventsQuery(
  schema: string,
  { filters, actor, column = 'body', at, cursor, limit }: EventPage,
): PageQuery {
  const { values, parameter } = parameters()
  const descending = filters.order === 'desc'
  const conditions = [filterCondition(filters, schema, at, parameter)]
  if (actor !== undefined) conditions.push(actorCondition(actor, filters.role, column, parameter))
  if (column === 'statement') conditions.push('statement is not null')
  if (cursor) {
    const [day, id] = cursor.key.map(parameter)
    conditions.push(`(sort_date, event_id) ${descending ? '<' : '>'} (${day}::date, ${id}::text)`)
  }
  const direction = descending ? 'desc' : 'asc'
  const rows = `select sort_date::text as key, event_id as id, ${column} as json from ${schema}.events
     where ${conditions.join(' and ')}
     order by sort_date ${direction}, event_id ${direction} limit ${parameter(limit + 1)}`
  const about =
    actor === undefined
      ? undefined
      : `select json_build_object('name', name, 'movedTo', moved_to)
         from ${schema}.actors where actor_id = ${parameter(actor)}`
  const steady = actor === undefined && SWAYING.every((name) => filters[name] === undefined)
  return { rows, values, about, steady }
}

/** Filters by which the best plan depends on what is asked for. */
const SWAYING = [
  ...(['actor', 'role', 'type', 'country', 'place', 'from', 'to', 'undated', 'q', 'source', 'document'] as const),
  ...(['minSources', 'minConfidence'] as const),
]

/** The events of a page that was found, as a list. */
export function eventsOf({ rows, asOf }: Pick<ReadPage, 'rows'> & Shown, walk: Walk) {
  const { page, next } = pageOf(rows, walk, asOf, (row) => [row.key, row.id])
  return { items: page.map((row) => row.json), next, limit: walk.limit, asOf }
}

/** Whose timeline it is: in the role that is asked for; whose statements they are: as the speaker. */
function actorCondition(
  actor: string,
  role: string | undefined,
  column: 'body' | 'statement',
  parameter: (value: unknown) => string,
): string {
  const as = column === 'statement' ? 'speaker' : role
  return as === undefined ? `actors @> ${parameter([actor])}` : `actor_roles @> ${parameter([`${as} ${actor}`])}`
}
