import type { Cursor } from '@dateline/contract'
import {
  type Filters,
  findEvents,
  type OfActor,
  type PageQuery,
  type Parameter,
  parameters,
  periodOf,
  type ReadPage,
  showsUndated,
  soughtBy,
  versionCondition,
  visibleAt,
} from '@dateline/projections'
import { pageOf, type Walk } from '../http/lists.ts'
import type { Shown } from './position.ts'

export interface EventPage {
  filters: Filters & { order: 'asc' | 'desc' }
  /** Whose timeline it is, in the role that is asked for; whose statements they are, as the speaker */
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
  const role = column === 'statement' ? 'speaker' : filters.role
  const ofActor = actor === undefined ? undefined : { id: actor, role }
  const visible = visibleAt(at, parameter)
  const exact = [
    versionCondition(filters, schema, at, parameter),
    ...(ofActor ? [actorCondition(ofActor, parameter)] : []),
    ...(column === 'statement' ? ['statement is not null'] : []),
  ].join(' and ')
  const direction = filters.order
  const order = `order by sort_date ${direction}, event_id ${direction}`
  const page = {
    visible,
    exact,
    now: at === null,
    // A document has few events, which are known by their ids.
    sought: filters.document === undefined ? soughtBy(filters, ofActor) : null,
    period: filters.document === undefined ? periodOf(filters) : { from: null, to: null },
    undated: showsUndated(filters),
    after: cursor?.key ?? null,
    descending: direction === 'desc',
    limit: limit + 1,
  }
  const { ctes, found } = findEvents(schema, page, parameter)
  const rows = `${ctes}select e.sort_date::text as key, e.event_id as id, e.${column} as json
     from (select * from (${found}) as found ${order} limit ${limit + 1}) as page
     join ${schema}.events as e using (position, n)
     order by page.sort_date ${direction}, page.event_id ${direction}`
  const about =
    actor === undefined
      ? undefined
      : `select json_build_object('name', name, 'movedTo', moved_to)
         from ${schema}.actors where actor_id = ${parameter(actor)}`
  return { rows, values, about, steady: filters.document === undefined }
}

/** The events of a page that was found, as a list. */
export function eventsOf({ rows, asOf }: Pick<ReadPage, 'rows'> & Shown, walk: Walk) {
  const { page, next } = pageOf(rows, walk, asOf, (row) => [row.key, row.id])
  return { items: page.map((row) => row.json), next, limit: walk.limit, asOf }
}

function actorCondition({ id, role }: OfActor, parameter: Parameter): string {
  return role === undefined ? `actors @> ${parameter([id])}` : `actor_roles @> ${parameter([`${role} ${id}`])}`
}
