import type { CountsQuery, Cursor } from '@dateline/contract'
import {
  type Counted,
  countedCells,
  eventsHaving,
  type Filters,
  type Parameter,
  parameters,
  periodOf,
  showsUndated,
  soughtBy,
  versionCondition,
  visibleAt,
} from '@dateline/projections'
import type { View } from '../http/reading.ts'

export interface CountRow {
  /** The key of the walk: the interval's first day, or `9999-12-31` for what has no date, which comes last */
  key: string
  json: string
}

const LENGTH = { day: '1 day', week: '1 week', month: '1 month', year: '1 year' } as const

/** After all intervals: those without a date. */
const UNDATED = '9999-12-31'

export interface CountPage {
  filters: Filters & Pick<CountsQuery, 'interval'>
  at: bigint | null
  cursor: Cursor | null
  limit: number
}

/** Events by interval and type, ascending, one row more than the limit. */
export async function countEvents(
  { client, schema }: Pick<View, 'client' | 'schema'>,
  page: CountPage,
): Promise<CountRow[]> {
  const { rows } = await client.query<CountRow>(countsQuery(schema, page))
  return rows
}

export function countsQuery(schema: string, { filters, at, cursor, limit }: CountPage) {
  const { values, parameter } = parameters()
  const cells = at === null ? countedCells(schema, filters, parameter) : null
  const { ctes, rows, day, events } = cells ?? countedEvents(schema, filters, at, parameter)
  const begin = `date_trunc('${filters.interval}', ${day}::timestamp)::date`
  const end = `(start + interval '${LENGTH[filters.interval]}')::date - 1`
  const beyond = cursor ? `where key > ${parameter(cursor.key[0])}::date` : ''
  return {
    text: `${ctes}select key::text, json_build_object(
              'start', start, 'end', ${end}, 'count', sum(events), 'types', json_object_agg(type, events order by type)
            )::text as json
     from (
       select coalesce(start, '${UNDATED}'::date) as key, start, type, ${events} as events
       from (select case when dated then ${begin} end as start, found.* from (${rows}) as found) as found
       group by start, type
     ) as counted ${beyond}
     group by key, start order by key limit ${parameter(limit + 1)}`,
    values,
  }
}

/** Each event that passes the filters. */
function countedEvents(schema: string, filters: Filters, at: bigint | null, parameter: Parameter): Counted {
  const visible = visibleAt(at, parameter)
  // A document has few events, which are known by their ids.
  const ofDocument = filters.document !== undefined
  const known = {
    sought: ofDocument ? null : soughtBy(filters),
    period: ofDocument ? { from: null, to: null } : periodOf(filters),
    undated: showsUndated(filters),
    visible,
  }
  const { ctes, source } = eventsHaving(schema, known, parameter)
  const rows = `select dated, sort_date, type from ${source}
    where ${visible} and ${versionCondition(filters, schema, at, parameter)}`
  return { ctes, rows, day: 'sort_date', events: 'count(*)' }
}
