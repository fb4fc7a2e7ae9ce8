import { dayNumber, weekday } from '@dateline/domain'

/** Feasts with a date that the name alone gives, the year known. Names in lower case without full stops. */
const FIXED: Readonly<Record<string, readonly [month: number, day: number]>> = {
  'christmas day': [12, 25],
  'christmas eve': [12, 24],
  christmas: [12, 25],
  'boxing day': [12, 26],
  "new year's day": [1, 1],
  "new year's eve": [12, 31],
  "new year's": [1, 1],
  epiphany: [1, 6],
  "valentine's day": [2, 14],
  "st patrick's day": [3, 17],
  'april fools day': [4, 1],
  "april fool's day": [4, 1],
  'may day': [5, 1],
  halloween: [10, 31],
  "all saints' day": [11, 1],
  "veterans' day": [11, 11],
  'veterans day': [11, 11],
  'armistice day': [11, 11],
  nowruz: [3, 21],
}

/** Days from Easter Sunday of the western churches. */
const BY_EASTER: Readonly<Record<string, number>> = {
  easter: 0,
  'easter sunday': 0,
  'easter monday': 1,
  'palm sunday': -7,
  'maundy thursday': -3,
  'good friday': -2,
  'ash wednesday': -46,
  'whit monday': 50,
  pentecost: 49,
}

/** The nth weekday of a month (negative: from its end), in the United States. */
const NTH_WEEKDAY: Readonly<Record<string, readonly [month: number, weekday: number, n: number]>> = {
  thanksgiving: [11, 4, 4],
  'thanksgiving day': [11, 4, 4],
  'memorial day': [5, 1, -1],
  'labor day': [9, 1, 1],
  'columbus day': [10, 1, 2],
  'martin luther king day': [1, 1, 3],
  "presidents' day": [2, 1, 3],
}

const NAMES = [...Object.keys(FIXED), ...Object.keys(BY_EASTER), ...Object.keys(NTH_WEEKDAY)]

/** The names as a pattern of the time grammar, longer ones first. */
export const HOLIDAY_PATTERN = NAMES.sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  .map((name) => name.replace(/'s\b/g, " 's").replace(/s'/g, "s '").replace(/^st /, 'st. '))
  .join(' | ')

/** The day of a feast in a year, or null if the name is of none. */
export function holidayIn(name: string, year: number): number | null {
  const key = name.replace(/ '/g, "'")
  const fixed = FIXED[key]
  if (fixed) return dayNumber(year, ...fixed)
  const offset = BY_EASTER[key]
  if (offset !== undefined) return easter(year) + offset
  const nth = NTH_WEEKDAY[key]
  return nth ? nthWeekday(year, ...nth) : null
}

function nthWeekday(year: number, month: number, day: number, n: number): number {
  if (n > 0) {
    const first = dayNumber(year, month, 1)
    return first + ((day - weekday(first) + 7) % 7) + 7 * (n - 1)
  }
  const last = dayNumber(year, month + 1, 1) - 1
  return last - ((weekday(last) - day + 7) % 7) + 7 * (n + 1)
}

/** Easter Sunday of the Gregorian calendar (Anonymous, Nature 1876; "Meeus/Jones/Butcher"). */
function easter(year: number): number {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 19 * l) / 433)
  const month = Math.floor((h + l - 7 * m + 90) / 25)
  return dayNumber(year, month, (h + l - 7 * m + 33 * month + 19) % 32)
}
