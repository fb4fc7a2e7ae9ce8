import { UNDATED_MONTH } from '../timeline/counts.ts'
import type { Filters, Parameter } from './filters.ts'

/** What is to be added up, in SQL. */
export interface Counted {
  /** What the statement begins with */
  ctes: string
  /** A SELECT of at least `dated` and `type` */
  rows: string
  /** A column of the rows: the day that it counts for, or the first of its month */
  day: string
  /** How many events rows have together */
  events: string
}

/** The sums that are kept, where they tell of all that is asked for; null: the events themselves have to be counted. */
export function countedCells(
  schema: string,
  { type, country, realis, undated, interval, ...others }: Filters & { interval: 'day' | 'week' | 'month' | 'year' },
  parameter: Parameter,
): Counted | null {
  const { actor, role, place, from, to, q, source, document, minSources, minConfidence } = others
  const besides = [actor, role, place, from, to, q, source, document, minSources, minConfidence]
  if (besides.some((value) => value !== undefined) || interval === 'day' || interval === 'week') return null
  const is = [`country = ${parameter(country ?? '')}`, `realis = any (${parameter(realis)})`]
  if (type) is.push(`type = any (${parameter(type)})`)
  if (undated === 'exclude') is.push(`month <> '${UNDATED_MONTH}'`)
  if (undated === 'only') is.push(`month = '${UNDATED_MONTH}'`)
  const rows = `select month <> '${UNDATED_MONTH}' as dated, month, type, events from ${schema}.event_counts where ${is.join(' and ')}`
  return { ctes: '', rows, day: 'month', events: 'sum(events)' }
}
