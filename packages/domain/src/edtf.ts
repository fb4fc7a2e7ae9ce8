import type { DatePrecision } from './annotation.ts'
import { dayNumber, dayText, isDay, weekday } from './calendar.ts'

/** The days that an EDTF date covers, `YYYY-MM-DD`; null where that side is open or unknown. */
export interface EdtfBounds {
  earliest: string | null
  latest: string | null
}

export interface Edtf extends EdtfBounds {
  precision: DatePrecision
  /** `?` or `%` stands somewhere */
  uncertain: boolean
  /** `~` or `%` stands somewhere */
  approximate: boolean
}

/**
 * Reads EDTF (ISO 8601-2:2019 annex A; Library of Congress, 2019) of years 0001 to 9999: levels 0 and 1, and of level 2
 * the sub-year groupings 25 to 41, sets `[…]` and `{…}`, and qualifiers beside single components. `unknown` is what the
 * annotation contract writes for a date that nobody gives. Null if the text is not that: also for days that the calendar
 * does not have, intervals that end before they begin, and intervals without any date.
 */
export function parseEdtf(text: string): Edtf | null {
  // A bound on the length keeps sets from the outside small.
  if (text.length > 512) return null
  if (text === 'unknown') return { ...unbounded, precision: 'unknown', uncertain: false, approximate: false }
  const range = text.includes('/') ? parseInterval(text) : /^[[{]/.test(text) ? parseSet(text) : parsePoint(text)
  if (!range) return null
  return {
    earliest: range.first === null ? null : dayText(range.first),
    latest: range.last === null ? null : dayText(range.last),
    precision: range.precision,
    uncertain: /[?%]/.test(text),
    approximate: /[~%]/.test(text),
  }
}

/** The days that an EDTF date covers; both sides null for `unknown`; null if the text is not EDTF (see {@link parseEdtf}). */
export function edtfBounds(text: string): EdtfBounds | null {
  const parsed = parseEdtf(text)
  return parsed && { earliest: parsed.earliest, latest: parsed.latest }
}

/** How precise an EDTF date is: a Monday/Sunday interval is a `week`; what is not EDTF is `unknown`. */
export function precisionOf(text: string): DatePrecision {
  return parseEdtf(text)?.precision ?? 'unknown'
}

const unbounded: EdtfBounds = { earliest: null, latest: null }

/** Day numbers, inclusive. */
interface Range {
  first: number | null
  last: number | null
  precision: DatePrecision
}

type Point = Range & { first: number; last: number }

function parseInterval(text: string): Range | null {
  const [low = '', high = '', more] = text.split('/')
  if (more !== undefined) return null
  const from = isOpen(low) ? null : parsePoint(low)
  const to = isOpen(high) ? null : parsePoint(high)
  if ((!from && !isOpen(low)) || (!to && !isOpen(high)) || (!from && !to)) return null
  if (from && to && from.first > to.last) return null
  const first = from?.first ?? null
  const last = to?.last ?? null
  const isWeek = first !== null && last === first + 6 && weekday(first) === 1
  return { first, last, precision: isWeek && from?.precision === 'day' ? 'week' : 'interval' }
}

const isOpen = (side: string): boolean => side === '' || side === '..'

function parseSet(text: string): Range | null {
  const inner = /^(?:\[(.*)\]|\{(.*)\})$/.exec(text)
  const members = (inner?.[1] ?? inner?.[2] ?? '').split(',').map((member) => parseMember(member.trim()))
  const ranges: Range[] = []
  for (const member of members) {
    if (!member) return null
    ranges.push(member)
  }
  const firsts = ranges.map((range) => range.first)
  const lasts = ranges.map((range) => range.last)
  return {
    first: firsts.includes(null) ? null : Math.min(...firsts.map(Number)),
    last: lasts.includes(null) ? null : Math.max(...lasts.map(Number)),
    precision: ranges.length === 1 && ranges[0] ? ranges[0].precision : 'interval',
  }
}

/** A date, or a run of dates: `a..b`, `..b` (and all before), `a..` (and all after). */
function parseMember(text: string): Range | null {
  const [low = '', high, more] = text.split('..')
  if (more !== undefined) return null
  if (high === undefined) return parsePoint(low)
  return parseInterval(`${low}/${high}`)
}

const QUALIFIER = '[?~%]?'
const DATE = new RegExp(
  `^${QUALIFIER}(\\d{4}|\\d{3}X|\\d{2}XX)${QUALIFIER}(?:-${QUALIFIER}(\\d{2}|XX)${QUALIFIER}(?:-${QUALIFIER}(\\d{2}|XX)${QUALIFIER})?)?` +
    '(T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:Z|[+-](?:[01]\\d|2[0-3])(?::[0-5]\\d)?)?)?$',
)

function parsePoint(text: string): Point | null {
  const match = DATE.exec(text)
  const century = match?.[1]
  if (!match || !century) return null
  const [, , monthText, dayPart, time] = match
  if (time !== undefined && (dayPart === undefined || /X/.test(text) || /[?~%]/.test(text))) return null
  const span = century.endsWith('XX') ? 100 : century.endsWith('X') ? 10 : 1
  const year = Number(century.replaceAll('X', '0'))
  // The century 00XX and the decade 000X begin with year 1: there is no year zero.
  if (span === 1 ? year === 0 : monthText !== undefined) return null
  if (monthText === undefined) return wholeYears(Math.max(year, 1), year + span - 1, span === 1 ? 'year' : 'interval')
  if (monthText === 'XX') return dayPart === undefined || dayPart === 'XX' ? wholeYears(year, year, 'year') : null
  const month = Number(monthText)
  const grouping = GROUPINGS[month]
  if (grouping) return dayPart === undefined ? wholeMonths(year, ...grouping, 'season') : null
  if (month < 1 || month > 12) return null
  if (dayPart === undefined || dayPart === 'XX') return wholeMonths(year, month, 1, 'month')
  const day = Number(dayPart)
  if (!isDay(year, month, day)) return null
  const number = dayNumber(year, month, day)
  return { first: number, last: number, precision: 'day' }
}

/**
 * First month and number of months of the sub-year groupings. Seasons are meteorological ones, and a winter that crosses
 * the turn of the year is named by the year that it begins in. 21–24 say no hemisphere and are read as northern ones.
 */
const GROUPINGS: Readonly<Record<number, readonly [month: number, count: number]>> = {
  21: [3, 3],
  22: [6, 3],
  23: [9, 3],
  24: [12, 3],
  25: [3, 3],
  26: [6, 3],
  27: [9, 3],
  28: [12, 3],
  29: [9, 3],
  30: [12, 3],
  31: [3, 3],
  32: [6, 3],
  33: [1, 3],
  34: [4, 3],
  35: [7, 3],
  36: [10, 3],
  37: [1, 4],
  38: [5, 4],
  39: [9, 4],
  40: [1, 6],
  41: [7, 6],
}

function wholeYears(from: number, to: number, precision: DatePrecision): Point {
  return { first: dayNumber(from, 1, 1), last: dayNumber(to, 12, 31), precision }
}

function wholeMonths(year: number, month: number, count: number, precision: DatePrecision): Point | null {
  const last = dayNumber(year, month + count, 1) - 1
  // Only the winter of 9999 ends beyond what four digits can write.
  return last > LAST_DAY ? null : { first: dayNumber(year, month, 1), last, precision }
}

const LAST_DAY = dayNumber(9999, 12, 31)
