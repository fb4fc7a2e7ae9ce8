import { dayNumber, isDay, parseDay, weekday, type TimexKind } from '@dateline/domain'
import { nearest, theWeekend, weekdayPeriod } from './choose.ts'
import type { Direction } from './direction.ts'
import { holidayIn } from './holidays.ts'
import {
  centuryPeriod,
  dayPeriod,
  decadePeriod,
  halfPeriod,
  monthPeriod,
  partEdtf,
  periodAround,
  quarterPeriod,
  seasonPeriod,
  shiftDay,
  weekendPeriod,
  weekPeriod,
  yearOf,
  yearPeriod,
  between,
  type Period,
} from './period.ts'
import {
  isDated,
  type CalendarReading,
  type DatedReading,
  type Reading,
  type ShiftReading,
  type TimeReading,
  type Which,
} from './reading.ts'

export interface Context {
  /** Day number of publication; null where the document has no date */
  publication: number | null
  /** The period that the text has dated last, nearest first; empty at its beginning */
  focus: readonly Period[]
  direction: Direction | null
}

export interface Resolved {
  kind: TimexKind
  value: string
  edtf: string | null
  /** What fixes it: a calendar date of its own, the day of publication or the text around it, or nothing */
  anchor: 'explicit' | 'relative' | 'none'
  /** The words leave open which days exactly are meant */
  fuzzy: boolean
  period: Period | null
}

/** Turns a reading into TIMEX3 value and EDTF. Pure; null if the calendar has no such date. */
export function resolve(reading: Reading, context: Context): Resolved | null {
  if (isDated(reading)) return dated(reading, context)
  switch (reading.type) {
    case 'duration':
      return timeless('DURATION', reading.value)
    case 'set':
      return timeless('SET', reading.value)
    case 'reference':
      return { ...timeless('DATE', reading.value), edtf: 'unknown', fuzzy: true }
    case 'time':
      return resolveTime(reading, context)
    case 'overnight':
      break
  }
  return resolveOvernight(context)
}

const timeless = (kind: TimexKind, value: string): Resolved => ({
  kind,
  value,
  edtf: null,
  anchor: 'none',
  fuzzy: false,
  period: null,
})

function dated(reading: DatedReading, context: Context): Resolved | null {
  const period = periodOf(reading, context)
  const anchor = isExplicit(reading) ? 'explicit' : 'relative'
  if (period === 'impossible') return null
  if (period === null)
    return { kind: 'DATE', value: unanchoredValue(reading), edtf: 'unknown', anchor, fuzzy: true, period: null }
  const rough = reading.type === 'shift' && isRough(reading)
  const edtf = reading.part
    ? partEdtf(period, reading.part, context.publication)
    : rough
      ? `${period.edtf}~`
      : period.edtf
  return { kind: 'DATE', value: period.value, edtf, anchor, fuzzy: rough || reading.part !== undefined, period }
}

/** "Three years ago" is about three years; "two days ago" is meant so. */
function isRough(reading: ShiftReading): boolean {
  return (
    (reading.rough === true && reading.unit !== 'WE') ||
    (Math.abs(reading.n) >= 2 && reading.unit !== 'D' && reading.unit !== 'WE')
  )
}

function isExplicit(reading: DatedReading): boolean {
  if (reading.type === 'decade' || reading.type === 'century') return true
  if (reading.type === 'nth') return isExplicit(reading.of)
  if (reading.type === 'calendar') return reading.year !== undefined || reading.day !== undefined
  return 'year' in reading && reading.year !== undefined
}

/** The value of a date that hangs on a day of publication which nobody gave. */
function unanchoredValue(reading: DatedReading): string {
  if (reading.type === 'calendar' && reading.month !== undefined) {
    const two = (n: number): string => String(n).padStart(2, '0')
    return `XXXX-${two(reading.month)}${reading.day === undefined ? '' : `-${two(reading.day)}`}`
  }
  if (reading.type === 'weekday') return `XXXX-WXX-${reading.weekday}`
  if (reading.type === 'season') return `XXXX-${reading.season}`
  if (reading.type === 'quarter' && reading.quarter !== 'last')
    return `XXXX-${reading.half ? 'H' : 'Q'}${reading.quarter}`
  return 'XXXX-XX-XX'
}

function resolveTime(reading: TimeReading, context: Context): Resolved {
  const date = reading.date ? resolve(reading.date, context) : null
  const own = date?.period ?? null
  const period =
    own ?? (reading.date ? null : (context.focus.find((focus) => focus.unit === 'D') ?? publicationDay(context)))
  const anchor = date ? date.anchor : 'relative'
  if (!period)
    return { kind: 'TIME', value: `XXXX-XX-XX${reading.time}`, edtf: 'unknown', anchor, fuzzy: true, period: null }
  return { kind: 'TIME', value: `${period.value}${reading.time}`, edtf: period.edtf, anchor, fuzzy: false, period }
}

function resolveOvernight(context: Context): Resolved {
  const day = publicationDay(context)
  if (!day)
    return { kind: 'TIME', value: 'XXXX-XX-XXTNI', edtf: 'unknown', anchor: 'relative', fuzzy: true, period: null }
  const first = context.direction === 'future' ? day.first : day.first - 1
  const period = dayPeriod(first)
  return {
    kind: 'TIME',
    value: `${period.value}TNI`,
    edtf: between(first, first + 1),
    anchor: 'relative',
    fuzzy: true,
    period,
  }
}

const publicationDay = (context: Context): Period | null =>
  context.publication === null ? null : dayPeriod(context.publication)

type Outcome = Period | 'impossible' | null

/** The period that a dated reading means; null where it hangs on a publication date that is not known. */
function periodOf(reading: DatedReading, context: Context): Outcome {
  const { publication, direction } = context
  switch (reading.type) {
    case 'calendar':
      return calendarPeriod(reading, context)
    case 'decade':
      return decadePeriod(reading.year)
    case 'century':
      return reading.century < 1 || reading.century > 30 ? 'impossible' : centuryPeriod(reading.century)
    case 'weekday':
      return publication === null ? null : weekdayPeriod(reading.weekday, reading.which, publication, direction)
    case 'season': {
      const { season } = reading
      return repeating(reading, context, (year) => seasonPeriod(year, season))
    }
    case 'quarter': {
      const { quarter, half } = reading
      if (quarter === 'last') return shifted({ type: 'shift', unit: 'Q', n: -1, from: 'publication' }, context)
      return repeating(reading, context, (year) => (half ? halfPeriod(year, quarter) : quarterPeriod(year, quarter)))
    }
    case 'holiday': {
      const { holiday } = reading
      return repeating(reading, context, (year) => dayPeriod(holidayIn(holiday, year) ?? dayNumber(year, 1, 1)))
    }
    case 'shift':
      return shifted(reading, context)
    case 'same':
      return sameUnit(reading.unit, context)
    case 'nth':
      break
  }
  return nthOf(reading, context)
}

function calendarPeriod(reading: CalendarReading, context: Context): Outcome {
  const { month, day, lastDay } = reading
  if (month === undefined) return reading.year === undefined ? null : yearPeriod(reading.year)
  if (day === undefined) return repeating(reading, context, (year) => monthPeriod(year, month))
  const of = (year: number): Period | null => {
    if (!isDay(year, month, day)) return null
    const first = dayNumber(year, month, day)
    if (lastDay === undefined) return dayPeriod(first)
    const last = dayNumber(year, month, lastDay)
    return { ...dayPeriod(first), last, edtf: between(first, last) }
  }
  if (reading.year !== undefined) return of(reading.year) ?? 'impossible'
  if (context.publication === null) return null
  const around = yearOf(context.publication)
  if (reading.yearShift !== undefined) return of(around + reading.yearShift) ?? 'impossible'
  const candidates = [around - 1, around, around + 1].map(of).filter((period) => period !== null)
  return nearest(candidates, context.publication, context.direction, reading.weekday) ?? 'impossible'
}

interface Repeating {
  year?: number
  which?: Which
  yearShift?: number
}

/** A month, season, quarter or feast: of a given year, or the last, this or next one, or by direction. */
function repeating(reading: Repeating, context: Context, of: (year: number) => Period): Outcome {
  if (reading.year !== undefined) return of(reading.year)
  const { publication, direction } = context
  if (publication === null) return null
  const around = yearOf(publication)
  if (reading.yearShift !== undefined) return of(around + reading.yearShift)
  const candidates = [around - 2, around - 1, around, around + 1, around + 2].map(of)
  if (reading.which === 'last') return candidates.findLast((period) => period.last < publication) ?? null
  if (reading.which === 'next') return candidates.find((period) => period.first > publication) ?? null
  if (reading.which === 'this') return candidates.find((period) => period.last >= publication - 180) ?? null
  const past = candidates.findLast((period) => period.first <= publication)
  const future = candidates.find((period) => period.last >= publication)
  return (direction === 'future' ? future : past) ?? null
}

function shifted(reading: ShiftReading, context: Context): Outcome {
  const { unit, n, from } = reading
  const focus = from === 'text' ? focusFor(unit, context) : null
  const base = focus?.first ?? context.publication
  if (base === null) return null
  if (unit === 'WE' && reading.rough) return theWeekend(base, context.direction)
  const day = shiftDay(base, unit, n)
  if (day === null) return 'impossible'
  // Of a year earlier than a month or quarter, the month or quarter is meant.
  if (unit === 'Y' && focus && (focus.unit === 'M' || focus.unit === 'Q')) return periodAround(focus.unit, day)
  // Two weeks ago is that day; last week the week.
  return unit === 'W' && (reading.counted === true || focus?.unit === 'D') ? dayPeriod(day) : periodAround(unit, day)
}

/** What "later", "earlier", "the next …" count from: the nearest dated period that is not coarser than the unit. */
function focusFor(unit: string, context: Context): Period | null {
  const order = 'D W WE M Q SEASON HALF Y DE CE'.split(' ')
  const limit = order.indexOf(unit)
  return context.focus.find((period) => order.indexOf(period.unit) <= limit) ?? publicationDay(context)
}

function sameUnit(unit: Parameters<typeof periodAround>[0], context: Context): Outcome {
  const focus = focusFor(unit, context)
  return focus ? periodAround(unit, focus.first) : null
}

function nthOf(reading: Extract<DatedReading, { type: 'nth' }>, context: Context): Outcome {
  const of = periodOf(reading.of, context)
  if (of === null || of === 'impossible') return of
  const { n, unit } = reading
  if (unit === 'D') {
    const day = n < 0 ? of.last : of.first + n - 1
    return day > of.last ? 'impossible' : dayPeriod(day)
  }
  // The first week of a period is that of its first Thursday (as ISO 8601 counts), the last that of its last.
  const firstThursday = of.first + ((4 - weekday(of.first) + 7) % 7)
  const lastThursday = of.last - ((weekday(of.last) - 4 + 7) % 7)
  const day = n < 0 ? lastThursday : firstThursday + 7 * (n - 1)
  if (day > of.last + 3) return 'impossible'
  return unit === 'WE' ? weekendPeriod(day) : weekPeriod(day)
}

/** The day number of a publication date or instant, or null. */
export function publicationDayOf(publishedAt: string | undefined): number | null {
  return publishedAt === undefined ? null : parseDay(publishedAt)
}
