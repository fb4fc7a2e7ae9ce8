/**
 * Day arithmetic in the proleptic Gregorian calendar, years 1 to 9999, with no time zone and no clock.
 * A day is a string `YYYY-MM-DD` or a number: days since 1970-01-01.
 */
export function dayNumber(year: number, month: number, day: number): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return Math.round(date.getTime() / MS_PER_DAY)
}

const MS_PER_DAY = 86_400_000

/** `YYYY-MM-DD` of a day number. */
export function dayText(day: number): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10)
}

/** The day number of `YYYY-MM-DD` (what follows the tenth character is not read), or null if it is no day of the calendar. */
export function parseDay(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(text)
  if (!match) return null
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return isDay(year, month, day) ? dayNumber(year, month, day) : null
}

export function isDay(year: number, month: number, day: number): boolean {
  return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

export function daysInMonth(year: number, month: number): number {
  return dayNumber(year, month + 1, 1) - dayNumber(year, month, 1)
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export function weekday(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

/** ISO 8601 week and the year that it is counted in. */
export function isoWeek(day: number): { year: number; week: number } {
  const thursday = day - weekday(day) + 4
  const year = new Date(thursday * MS_PER_DAY).getUTCFullYear()
  return { year, week: Math.floor((thursday - dayNumber(year, 1, 1)) / 7) + 1 }
}

/** EDTF of the week, Monday to Sunday, that a day lies in. */
export function weekInterval(day: number): string {
  const monday = day - weekday(day) + 1
  return `${dayText(monday)}/${dayText(monday + 6)}`
}
