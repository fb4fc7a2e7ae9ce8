import type { Cursor } from '@dateline/contract'
import { filterCondition, parameters, type Filters } from '@dateline/projections'
import type { View } from '../http/reading.ts'

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

export interface EventRow {
  day: string
  id: string
  json: string
}

/** The total order of the timeline. */
export const ORDER = ['day', 'text'] as const

/** A page of events in the order of their dates, one row more than the limit; every row carries its JSON ready. */
export async function listEvents(
  { client, schema }: Pick<View, 'client' | 'schema'>,
  { filters, actor, column = 'body', at, cursor, limit }: EventPage,
): Promise<EventRow[]> {
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
  const { rows } = await client.query<EventRow>(
    `select sort_date::text as day, event_id as id, ${column} as json from ${schema}.events
     where ${conditions.join(' and ')}
     order by sort_date ${direction}, event_id ${direction} limit ${parameter(limit + 1)}`,
    values,
  )
  return rows
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
