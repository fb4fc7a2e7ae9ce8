import type { DayPart, Season, Unit } from './lexicon.ts'
import type { Part } from './period.ts'

export type Which = 'last' | 'this' | 'next'

/**
 * What the words of a time expression say, before it is known when they were written: the grammar makes readings, the
 * resolver turns them into TIMEX3 values and EDTF.
 */
export type Reading = DatedReading | TimeReading | TimelessReading

/** What means a stretch of the calendar. */
export type DatedReading = (
  | CalendarReading
  | { type: 'weekday'; weekday: number; which?: Which }
  | { type: 'season'; season: Season; year?: number; which?: Which; yearShift?: number }
  | { type: 'quarter'; quarter: number | 'last'; half?: boolean; year?: number; which?: Which; yearShift?: number }
  | { type: 'decade'; year: number }
  | { type: 'century'; century: number }
  | ShiftReading
  /** That day, the same month, the day: the period of the unit in which the text's own time lies */
  | { type: 'same'; unit: Unit }
  /** The nth unit within a larger period: "the last week of March" (n = -1) */
  | { type: 'nth'; n: number; unit: 'D' | 'W' | 'WE'; of: DatedReading }
  | { type: 'holiday'; holiday: string; year?: number; which?: Which; yearShift?: number }
) & { part?: Part | undefined }

/**
 * n units from a point: yesterday is one day before publication; "two days later" counts from the text's own time.
 * `counted`: that many units exactly, so two weeks ago is a day. `rough`: about so many.
 */
export interface ShiftReading {
  type: 'shift'
  unit: Unit
  n: number
  from: 'publication' | 'text'
  counted?: boolean
  rough?: boolean
}

/** A part of a day or a time of the clock, as a TIMEX3 suffix; `date` null: of the day that the text is at. */
export interface TimeReading {
  type: 'time'
  time: string
  date: DatedReading | null
}

/** What has no place in the calendar of its own; overnight is from the evening of one day to the morning of the next. */
export type TimelessReading =
  | { type: 'overnight' }
  | { type: 'reference'; value: 'PAST_REF' | 'PRESENT_REF' | 'FUTURE_REF' }
  | { type: 'duration'; value: string }
  | { type: 'set'; value: string }

export function isDated(reading: Reading): reading is DatedReading {
  return !['time', 'overnight', 'reference', 'duration', 'set'].includes(reading.type)
}

/** Fields of a calendar date; the larger ones may be missing. */
export interface CalendarReading {
  type: 'calendar'
  year?: number
  month?: number
  day?: number
  /** The last day of a range: May 3–5 */
  lastDay?: number
  weekday?: number
  /** Last September, this August, next May */
  which?: Which
  /** Years from the year of publication: "October last year" is -1 */
  yearShift?: number
  /** The year is named by the business year: fiscal 2009 */
  fiscal?: boolean
}

/** The TIMEX3 suffix of a part of the day: `TMO`. */
export function dayPartSuffix(part: DayPart): string {
  return `T${part}`
}
