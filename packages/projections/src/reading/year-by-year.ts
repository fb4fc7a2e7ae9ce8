import { termHash } from '../timeline/terms.ts'
import type { Parameter } from './filters.ts'
import type { TermsSql } from './sought.ts'

/** Which events of a list, in SQL. */
export interface Asked {
  /** The table */
  events: string
  /** Conditions: of the versions that are to be seen, of all that is asked for, of what comes after the page before */
  visible: string
  exact: string
  behind: string
  /** The period that they begin in, and its first and last day where it has one */
  within: string
  from: string | null | undefined
  to: string | null | undefined
  /** What of `visible` helps to see which years there are */
  seen: string
  having: (condition: string) => string
  descending: boolean
  limit: number
}

/** When to look for events in another way. */
export interface Steps {
  /** So many events are looked at one by one, before those that have the terms are looked up */
  walk: number
  /** A year that has fewer of them is read whole, one that has more month by month */
  few: number
  /** A month that has fewer of them is read whole; one that has more is walked, which soon comes to a page of them */
  many: number
}

export const STEPS: Steps = { walk: 300, few: 200, many: 400 }

const MONTHS = Array.from({ length: 12 }, (_, n) => `d ${n + 1}`).map(termHash)

export const COLUMNS = 'position, n, sort_date, event_id'

/** Holds always. The planner takes it for rare, and so asks an index for the few, and not the table from its beginning. */
const RARE = 'n = n + 0'

/**
 * Events in their order: first so many of all are walked, which fills a page of what is frequent. If that did not fill
 * it, those that have the terms are looked up year by year, and in a year that has many, month by month.
 */
export function yearByYear(
  asked: Asked,
  terms: TermsSql,
  steps: Steps,
  parameter: Parameter,
): { ctes: string[]; parts: string[] } {
  const { events, visible, exact, behind, within, from, to, seen, having, descending, limit } = asked
  const direction = descending ? 'desc' : 'asc'
  const order = `order by sort_date ${direction}, event_id ${direction}`
  const back = descending ? 'asc' : 'desc'
  const further = descending ? '<' : '>'
  const next = descending
    ? `sort_date < make_date(y, 1, 1)${from ? ` and sort_date >= ${from}` : ''} order by sort_date desc`
    : `sort_date >= make_date(y + 1, 1, 1)${to ? ` and sort_date <= ${to}` : ''} order by sort_date`
  const ctes = [
    `walked as materialized (
      select ${COLUMNS}, (${exact}) as hit from ${events} where ${visible} and ${behind} and ${within} ${order} limit ${steps.walk})`,
    `reached as materialized (
      select sort_date, event_id from walked order by sort_date ${back}, event_id ${back} limit 1)`,
    `years (y) as (
      select extract(year from sort_date)::int from reached
      where ${terms.possible} and (select count(*) from walked) = ${steps.walk}
        and (select count(*) from walked where hit) < ${limit}
      union all
      select (select extract(year from sort_date)::int from ${events} where ${seen} and ${next} limit 1)
      from years where y between 1 and 9998)`,
  ]
  const rest = `${within} and (sort_date, event_id) ${further} (select sort_date, event_id from reached)`
  const all = `${visible} and ${exact} and ${rest}`
  // What an index finds is read once, and shown if that is all.
  const upTo = (most: number, condition: string) =>
    `select ${COLUMNS}, (${all}) as hit from ${having(`${condition} and ${RARE}`)} limit ${most}`
  const count = (of: string) => `(select count(*) from ${of})`
  const whole = (of: string, most: number) =>
    `(select ${COLUMNS} from ${of} where hit and ${count(of)} < ${most} ${order} limit ${limit})`
  const begins = 'make_date(y, m, 1)'
  const ends = '(make_date(y, m, 1) + 31)'
  const reached = '(select sort_date from reached)'
  const months = [
    ...(from ? [`${ends} >= ${from}`] : []),
    ...(to ? [`${begins} <= ${to}`] : []),
    descending ? `${begins} <= ${reached}` : `${ends} >= ${reached}`,
  ].join(' and ')
  const month = `sort_date >= ${begins} and sort_date < (${begins} + interval '1 month')::date`
  const hashes = `${parameter(MONTHS)}::int[]`
  const parts = [
    `(select ${COLUMNS} from walked where hit ${order} limit ${limit})`,
    // Nested loops keep the order of the years and months, and end where the page is full.
    `(select ${COLUMNS} from years cross join lateral (
        with in_year as materialized (${upTo(steps.few, terms.has('y'))})
        ${whole('in_year', steps.few)}
        union all
        (select ${COLUMNS}
         from generate_series(${descending ? '12, 1, -1' : '1, 12, 1'}) as m
         cross join lateral (
           with in_month as materialized (${upTo(steps.many, terms.has('y', `array[(${hashes})[m]]`))})
           ${whole('in_month', steps.many)}
           union all
           (select ${COLUMNS} from ${events}
            where ${count('in_month')} = ${steps.many} and ${month} and ${all} ${order} limit ${limit})
         ) as of_month
         where ${count('in_year')} = ${steps.few} and ${months})
      ) as of_year where y is not null limit ${limit})`,
  ]
  return { ctes, parts }
}
