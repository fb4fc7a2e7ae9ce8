import { parseEdtf } from '@dateline/domain'
import { SPAN, SPAN_DAYS, termHash } from '../timeline/terms.ts'
import type { Filters, Parameter } from './filters.ts'
import { type Sought, termsSql } from './sought.ts'
import { COLUMNS, STEPS, yearByYear } from './year-by-year.ts'

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

const LASTING = termHash('l')

/**
 * A statement that answers the columns `position`, `n`, `sort_date` and `event_id` of a page, in no order. What it costs
 * depends on the page, hardly on how many events there are or match:
 *
 * - Events that begin in the period are read in the order of the list, or year by year: see `yearByYear`.
 * - Those that begin before the period and reach into it are few of each length; so are those that nobody knows the
 *   beginning of, which stand where they end.
 */
export function findEvents(
  schema: string,
  sorted: Sorted,
  parameter: Parameter,
  steps = STEPS,
): { ctes: string; found: string } {
  const { visible, exact, now, sought, period, undated, after, descending, limit } = sorted
  const events = `${schema}.events`
  const [from, to] = [period.from, period.to].map((day) => (day === null ? null : `${parameter(day)}::date`))
  const direction = descending ? 'desc' : 'asc'
  const order = `order by sort_date ${direction}, event_id ${direction}`
  const [day, id] = after === null ? [] : after.map((part) => parameter(part))
  const behind = after === null ? 'true' : `(sort_date, event_id) ${descending ? '<' : '>'} (${day}::date, ${id}::text)`
  const bounds = [...(from ? [`sort_date >= ${from}`] : []), ...(to ? [`sort_date <= ${to}`] : [])]
  const within = bounds.join(' and ') || 'true'
  const terms = sought && termsSql(sought, parameter)
  const asked = `${visible} and ${exact} and ${behind}`
  const ordered = (condition: string, source = events) =>
    `(select ${COLUMNS} from ${source} where ${asked} and ${condition} ${order} limit ${limit})`
  const having = (condition: string) => `(select * from ${events} where gone is null and ${condition} offset 0) as e`
  const ofSpan = (span: number, condition: string) => ordered(`gone is null and ${SPAN} = ${span} and ${condition}`)

  const { ctes, parts } =
    terms === null
      ? { ctes: [], parts: [ordered(within)] }
      : yearByYear(
          { events, seen: now ? visible : 'true', visible, exact, behind, within, from, to, having, descending, limit },
          terms,
          steps,
          parameter,
        )

  const before: string[] = []
  // An ascending list that has come into the period has left behind what began before it.
  if (from && period.from !== null && (descending || after === null || (after[0] ?? '') < period.from)) {
    if (terms === null)
      for (const span of [1, 2, 3, 5]) before.push(ofSpan(span, `sort_date < ${from}${sinceOf(span, from)}`))
    else {
      const year = Number(period.from.slice(0, 4))
      const lasting = having(terms.has('y', `array[${LASTING}]`))
      before.push(
        `(select ${COLUMNS} from unnest(array[${year}, ${year - 1}, 0]) as y
          cross join lateral ${ordered(`sort_date < ${from}`, lasting)} as of_year)`,
      )
    }
    if (undated) before.push(ofSpan(6, `sort_date < ${from}`))
  }
  const beyond = to ? (undated ? [4, 5, 6] : [4, 5]).map((span) => ofSpan(span, `sort_date > ${to}`)) : []

  // What lasts is looked for by its terms in whole years: not where the list has it last, and is full without it.
  if (descending && terms !== null && before.length > 0) {
    ctes.push(`sooner as materialized (${parts.join(' union all ')})`)
    parts.splice(0, parts.length, `(select ${COLUMNS} from sooner)`)
    const room = `(select count(*) from sooner) < ${limit}`
    before.splice(0, before.length, ...before.map((part) => `(select ${COLUMNS} from ${part} as later where ${room})`))
  }
  const found = [...parts, ...before, ...beyond].join(' union all ')
  const recursive = ctes.length > 0 ? `with recursive ${terms?.ctes ?? ''}${ctes.join(', ')} ` : ''
  return { ctes: recursive, found }
}

/** All events that may pass the filters, as something to select from, in no order: those that have the terms, or are of the period. */
export function eventsHaving(
  schema: string,
  { sought, period, undated, visible }: Pick<Sorted, 'sought' | 'period' | 'undated' | 'visible'>,
  parameter: Parameter,
): { ctes: string; source: string } {
  const events = `${schema}.events`
  if (sought === null) {
    const parts = partsOfPeriod(period, undated, parameter).map(
      (condition) => `select * from ${events} where ${visible} and ${condition}`,
    )
    return { ctes: '', source: parts.length === 0 ? events : `(${parts.join(' union all ')}) as events` }
  }
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

/** Conditions that no two of hold for one event, and one for each that overlaps the period; none: there is no period. */
function partsOfPeriod({ from, to }: Period, undated: boolean, parameter: Parameter): string[] {
  const first = from === null ? null : `${parameter(from)}::date`
  const last = to === null ? null : `${parameter(to)}::date`
  if (first === null && last === null) return []
  const within = [...(first ? [`sort_date >= ${first}`] : []), ...(last ? [`sort_date <= ${last}`] : [])].join(' and ')
  const ofSpan = (span: number, condition: string) => `gone is null and ${SPAN} = ${span} and ${condition}`
  const before = first === null ? [] : [1, 2, 3, 5, ...(undated ? [6] : [])]
  const beyond = last === null ? [] : [4, 5, ...(undated ? [6] : [])]
  return [
    within,
    ...before.map((span) => ofSpan(span, `sort_date < ${first}${sinceOf(span, first)}`)),
    ...beyond.map((span) => ofSpan(span, `sort_date > ${last}`)),
  ]
}

/** Of what lasts so long, what may reach into a period is not older than that. */
function sinceOf(span: number, from: string | null): string {
  const days = SPAN_DAYS[span]
  return days === undefined ? '' : ` and sort_date >= ${from} - ${days}`
}
