import { dayNumber, dayText, daysInMonth, isoWeek, weekday, weekInterval } from '@dateline/domain'
import type { Season, Unit } from './lexicon.ts'

/** A stretch of the calendar: its days (numbers, inclusive), its unit, and how TIMEX3 and EDTF (level 1) write it. */
export interface Period {
  unit: Unit | 'SEASON' | 'HALF'
  first: number
  last: number
  value: string
  edtf: string
}

/** Early, middle or late part of a period; `before` and `after` count from the day of publication. */
export type Part = 'early' | 'mid' | 'late' | 'before' | 'after'

export function yearOf(day: number): number {
  return Number(dayText(day).slice(0, 4))
}

export function monthOf(day: number): number {
  return Number(dayText(day).slice(5, 7))
}

export function dayPeriod(day: number): Period {
  const text = dayText(day)
  return { unit: 'D', first: day, last: day, value: text, edtf: text }
}

/** The ISO week, Monday to Sunday, of a day. */
export function weekPeriod(day: number): Period {
  const first = day - weekday(day) + 1
  const { year, week } = isoWeek(day)
  const value = `${four(year)}-W${two(week)}`
  return { unit: 'W', first, last: first + 6, value, edtf: weekInterval(day) }
}

/** Saturday and Sunday of the ISO week of a day. */
export function weekendPeriod(day: number): Period {
  const week = weekPeriod(day)
  const edtf = `${dayText(week.last - 1)}/${dayText(week.last)}`
  return { unit: 'WE', first: week.last - 1, last: week.last, value: `${week.value}-WE`, edtf }
}

/** A month; months beyond 1–12 count on into the years beside. */
export function monthPeriod(year: number, month: number): Period {
  const index = year * 12 + month - 1
  const [y, m] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1]
  const value = `${four(y)}-${two(m)}`
  return { unit: 'M', first: dayNumber(y, m, 1), last: dayNumber(y, m + 1, 1) - 1, value, edtf: value }
}

/** A quarter, 1–4 (others count on into the years beside). */
export function quarterPeriod(year: number, quarter: number): Period {
  return monthsPeriod('Q', year, (quarter - 1) * 3 + 1, 3, (y, m) => `${four(y)}-Q${(m + 2) / 3}`)
}

/** A half of a year, 1 or 2. */
export function halfPeriod(year: number, half: number): Period {
  return monthsPeriod('HALF', year, (half - 1) * 6 + 1, 6, (y, m) => `${four(y)}-H${(m + 5) / 6}`)
}

function monthsPeriod(
  unit: Period['unit'],
  year: number,
  month: number,
  count: number,
  value: (year: number, month: number) => string,
): Period {
  const from = monthPeriod(year, month)
  const to = monthPeriod(year, month + count - 1)
  const text = value(yearOf(from.first), monthOf(from.first))
  return { unit, first: from.first, last: to.last, value: text, edtf: `${from.edtf}/${to.edtf}` }
}

export function yearPeriod(year: number): Period {
  const value = four(year)
  return { unit: 'Y', first: dayNumber(year, 1, 1), last: dayNumber(year, 12, 31), value, edtf: value }
}

/** The ten years from a year that ends in 0. */
export function decadePeriod(year: number): Period {
  const value = four(year).slice(0, 3)
  return { unit: 'DE', first: dayNumber(year, 1, 1), last: dayNumber(year + 9, 12, 31), value, edtf: `${value}X` }
}

/** The nth century: the 20th is written `19`. */
export function centuryPeriod(n: number): Period {
  const year = (n - 1) * 100
  const value = four(year).slice(0, 2)
  const first = dayNumber(Math.max(year, 1), 1, 1)
  return { unit: 'CE', first, last: dayNumber(year + 99, 12, 31), value, edtf: `${value}XX` }
}

const SEASON_CODES: Readonly<Record<Season, [code: number, month: number]>> = {
  SP: [21, 3],
  SU: [22, 6],
  FA: [23, 9],
  WI: [24, 12],
}

/** A meteorological season of the north; a winter belongs to the year in which it begins. */
export function seasonPeriod(year: number, season: Season): Period {
  const [code, month] = SEASON_CODES[season]
  const from = monthPeriod(year, month)
  const value = `${four(year)}-${season}`
  return {
    unit: 'SEASON',
    first: from.first,
    last: monthPeriod(year, month + 2).last,
    value,
    edtf: `${four(year)}-${code}`,
  }
}

/** The period of a unit that a day lies in; null for units of the clock. */
export function periodAround(unit: Unit, day: number): Period | null {
  const [year, month] = [yearOf(day), monthOf(day)]
  if (unit === 'D') return dayPeriod(day)
  if (unit === 'W') return weekPeriod(day)
  if (unit === 'WE') return weekendPeriod(day)
  if (unit === 'M') return monthPeriod(year, month)
  if (unit === 'Q') return quarterPeriod(year, Math.floor((month + 2) / 3))
  if (unit === 'Y') return yearPeriod(year)
  if (unit === 'DE') return decadePeriod(year - (year % 10))
  return unit === 'CE' ? centuryPeriod(Math.floor(year / 100) + 1) : null
}

const IN_DAYS: Readonly<Partial<Record<Unit, number>>> = { D: 1, W: 7, WE: 7 }
const IN_MONTHS: Readonly<Partial<Record<Unit, number>>> = { M: 1, Q: 3, Y: 12, DE: 120, CE: 1200 }

/**
 * The day that lies n units from a day; a day that the month has not becomes its last one, and units of the clock stay
 * on the day. Null beyond the years 1 to 9999.
 */
export function shiftDay(day: number, unit: Unit, n: number): number | null {
  const months = IN_MONTHS[unit]
  const shifted = months === undefined ? day + n * (IN_DAYS[unit] ?? 0) : shiftMonths(day, n * months)
  return shifted >= FIRST_DAY && shifted <= LAST_DAY ? shifted : null
}

const FIRST_DAY = dayNumber(1, 1, 1)
const LAST_DAY = dayNumber(9999, 12, 31)

function shiftMonths(day: number, n: number): number {
  const index = yearOf(day) * 12 + monthOf(day) - 1 + n
  const [year, month] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1]
  return year < 1
    ? Number.NEGATIVE_INFINITY
    : dayNumber(year, month, Math.min(Number(dayText(day).slice(8)), daysInMonth(year, month)))
}

/**
 * EDTF of a part of a period. Early, mid and late are thirds: of a month ten days each, of a year four months each, of a
 * decade 4, 3 and 3 years. Of what is a week or shorter there are no parts. `before` and `after` are cut at `now`.
 */
export function partEdtf(period: Period, part: Part, now: number | null): string {
  if (part === 'before' || part === 'after') {
    if (now === null || now < period.first || now > period.last || period.unit === 'D') return period.edtf
    return part === 'before' ? between(period.first, now) : between(now, period.last)
  }
  const third = ({ early: 0, mid: 1, late: 2 } as const)[part]
  const { unit, first, last } = period
  const year = yearOf(first)
  if (unit === 'M') return between(first + third * 10, third === 2 ? last : first + third * 10 + 9)
  if (unit === 'Y') return `${monthPeriod(year, third * 4 + 1).edtf}/${monthPeriod(year, third * 4 + 4).edtf}`
  if (unit === 'SEASON' || unit === 'Q') return monthPeriod(year, monthOf(first) + third).edtf
  if (unit === 'DE')
    return years(
      year,
      (
        [
          [0, 3],
          [4, 6],
          [7, 9],
        ] as const
      )[third],
    )
  return unit === 'CE'
    ? years(
        year,
        (
          [
            [0, 32],
            [33, 66],
            [67, 99],
          ] as const
        )[third],
      )
    : period.edtf
}

const years = (year: number, [from, to]: readonly [number, number]): string =>
  `${four(Math.max(year + from, 1))}/${four(year + to)}`

export function between(first: number, last: number): string {
  return first === last ? dayText(first) : `${dayText(first)}/${dayText(last)}`
}

const two = (n: number): string => String(n).padStart(2, '0')
const four = (n: number): string => String(n).padStart(4, '0')
