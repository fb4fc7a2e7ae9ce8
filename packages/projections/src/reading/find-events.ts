import { parseEdtf } from '@dateline/domain'
import { SPAN, SPAN_DAYS, termHash } from '../timeline/terms.ts'
import type { Filters, Parameter } from './filters.ts'
import { type Sought, termsSql } from './sought.ts'

/** A page of events in the order of their dates. */
export interface Sorted {
  /** Conditions over `events`: of the versions that are to be seen, and of all that is asked for */
  visible: string
  exact: string
  /** They are seen as they are now, which has a smaller index */
  now: boolean
  sought: Sought | null
  period: Period
  undated: boolean
  /** The day and the id after which the page begins */
  after: readonly (string | null)[] | null
  descending: boolean
  limit: number
}

/** Days, inclusive, the first not after the last; null: open. */
export interface Period {
  from: string | null
  to: string | null
}

export function periodOf({ from, to }: Pick<Filters, 'from' | 'to'>): Period {
  return {
    from: from === undefined ? null : (parseEdtf(from)?.earliest ?? null),
    to: to === undefined ? null : (parseEdtf(to)?.latest ?? null),
  }
}

/** So many events are looked at one by one, before those that have the terms are looked up. */
const WALK = 300

/** A year that has fewer of them is looked up whole. */
const FEW = 200

/** The whole year, then its months. */
const MONTHS = ['', ...Array.from({ length: 12 }, (_, n) => `d ${n + 1}`)].map(termHash)
const LASTING = termHash('l')

const COLUMNS = 'position, n, sort_date, event_id'

/**
 * A statement that answers the columns `position`, `n`, `sort_date` and `event_id` of a page, in no order. What it costs
 * depends on the page, hardly on how many events there are or match:
 *
 * - Events that begin in the period are read in the order of the list. Where terms are asked for and hardly any of the
 *   first events has them, the rest is looked up year by year, and in a year that has many, month by month.
 * - Those that begin before the period and reach into it are few of each length; so are those that nobody knows the
 *   beginning of, which stand where they end.
 */
export function findEvents(schema: string, sorted: Sorted, parameter: Parameter): { ctes: string; found: string } {
  const { visible, exact, now, sought, period, undated, after, descending } = sorted
  const events = `${schema}.events`
  const [from, to] = [period.from, period.to].map((day) => (day === null ? null : `${parameter(day)}::date`))
  const direction = descending ? 'desc' : 'asc'
  const order = `order by sort_date ${direction}, event_id ${direction}`
  const back = descending ? 'asc' : 'desc'
  const further = descending ? '<' : '>'
  const limit = sorted.limit
  const [day, id] = after === null ? [] : after.map((part) => parameter(part))
  const behind = after === null ? 'true' : `(sort_date, event_id) ${further} (${day}::date, ${id}::text)`
  const within =
    [...(from ? [`sort_date >= ${from}`] : []), ...(to ? [`sort_date <= ${to}`] : [])].join(' and ') || 'true'
  const terms = sought && termsSql(sought, parameter)

  const ordered = (condition: string, source = events) =>
    `(select ${COLUMNS} from ${source} where ${visible} and ${exact} and ${behind} and ${condition} ${order} limit ${limit})`
  const having = (condition: string) => `(select * from ${events} where gone is null and ${condition} offset 0) as e`
  const ofSpan = (span: number, condition: string) => ordered(`gone is null and ${SPAN} = ${span} and ${condition}`)

  const parts: string[] = []
  const ctes: string[] = []
  if (terms === null) parts.push(ordered(within))
  else {
    const months = `${parameter(MONTHS)}::int[]`
    const next = descending
      ? `sort_date < make_date(y, 1, 1)${from ? ` and sort_date >= ${from}` : ''} order by sort_date desc`
      : `sort_date >= make_date(y + 1, 1, 1)${to ? ` and sort_date <= ${to}` : ''} order by sort_date`
    ctes.push(
      `walked as materialized (
        select ${COLUMNS}, (${exact}) as hit from ${events} where ${visible} and ${behind} and ${within} ${order} limit ${WALK})`,
      `reached as materialized (
        select sort_date, event_id from walked order by sort_date ${back}, event_id ${back} limit 1)`,
      `years (y) as (
        select extract(year from sort_date)::int from reached
        where ${terms.possible} and (select count(*) from walked) = ${WALK}
          and (select count(*) from walked where hit) < ${limit}
        union all
        select (select extract(year from sort_date)::int from ${events}
                where ${now ? visible : 'true'} and ${next} limit 1)
        from years where y between 1 and 9998)`,
    )
    const ofMonth = ordered(
      `${within} and (sort_date, event_id) ${further} (select sort_date, event_id from reached)`,
      having(terms.has('y', `array[(${months})[m + 1]]`)),
    )
    // Asked twice over: so few are expected then that the index is asked, and not the table from its beginning.
    const some = `(select from ${having(`${terms.has('y')} and ${terms.has('y')}`)} limit ${FEW})`
    const [first, last, step] = descending ? [12, 1, -1] : [1, 12, 1]
    parts.push(
      `(select ${COLUMNS} from walked where hit ${order} limit ${limit})`,
      // Nested loops keep the order of the years and months, and end where the page is full.
      `(select ${COLUMNS} from years cross join lateral (
          select ${COLUMNS} from (select count(*) as events from ${some} as seen) as counted
          cross join lateral generate_series(
            case events when ${FEW} then ${first} else 0 end,
            case events when ${FEW} then ${last} when 0 then ${-step} else 0 end, ${step}) as m
          cross join lateral ${ofMonth} as of_month
        ) as of_year where y is not null limit ${limit})`,
    )
  }
  // An ascending list that has come into the period has left behind what began before it.
  if (from && period.from !== null && (descending || after === null || (after[0] ?? '') < period.from)) {
    if (terms === null)
      for (const span of [1, 2, 3, 5]) {
        const days = SPAN_DAYS[span]
        const since = days === undefined ? '' : ` and sort_date >= ${from} - ${days}`
        parts.push(ofSpan(span, `sort_date < ${from}${since}`))
      }
    else {
      const year = Number(period.from.slice(0, 4))
      const lasting = having(terms.has('y', `array[${LASTING}]`))
      parts.push(
        `(select ${COLUMNS} from unnest(array[${year}, ${year - 1}, 0]) as y
          cross join lateral ${ordered(`sort_date < ${from}`, lasting)} as of_year)`,
      )
    }
    if (undated) parts.push(ofSpan(6, `sort_date < ${from}`))
  }
  if (to) for (const span of undated ? [4, 5, 6] : [4, 5]) parts.push(ofSpan(span, `sort_date > ${to}`))
  const recursive = ctes.length > 0 ? `with recursive ${terms?.ctes ?? ''}${ctes.join(', ')} ` : ''
  return { ctes: recursive, found: parts.join(' union all ') }
}

/** All events that have the terms, in no order, as something to select from. */
export function eventsHaving(
  schema: string,
  sought: Sought | null,
  parameter: Parameter,
): { ctes: string; source: string } {
  const events = `${schema}.events`
  if (sought === null) return { ctes: '', source: events }
  const terms = termsSql(sought, parameter)
  const ctes = `with recursive ${terms.ctes}years (y) as (
      select extract(year from min(sort_date))::int from ${events} where ${terms.possible}
      union all
      select (select extract(year from sort_date)::int from ${events} where sort_date >= make_date(y + 1, 1, 1)
              order by sort_date limit 1)
      from years where y between 1 and 9998
    ) `
  const source = `(select e.* from years cross join lateral (
      select * from ${events} where gone is null and ${terms.has('y')} offset 0) as e where y is not null) as events`
  return { ctes, source }
}
