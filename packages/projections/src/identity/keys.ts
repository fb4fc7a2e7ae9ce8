import { dayNumber, dayOfNumber, spanDays } from '../timeline/dates.ts'
import type { Report } from '../timeline/report.ts'
import { countryOfId } from '../shared/ids.ts'
import { FAMILIES, principalsOf } from './families.ts'
import { isNamedPerson, keyOfActor } from '../people/names.ts'
import { featuresOf } from './features.ts'
import { fingerprints, quotesOf } from './quotes.ts'

/** What identity reads of a report, or of an event that is merged from some. */
export type Told = Pick<
  Report,
  'type' | 'earliest' | 'latest' | 'place' | 'participants' | 'attributes' | 'evidence' | 'trigger' | 'toldOn'
>

/** A date of more days than these is entered by its months, one of more than that is not entered. */
const MOST_DAYS = 10
const MOST_MONTHS_DAYS = 62
const MOST_ANCHORS = 4

/**
 * The keys under which an event with this report is found (`entered`) and under which a report looks for its event
 * (`sought`). A date of days is entered by day and by month; one of a month finds what happened in it, and the other
 * way round, without going through every day.
 */
export function keysOf(report: Told): Keys {
  const known = keys.get(report.evidence)
  if (known) return known
  const made = makeKeys(report)
  keys.set(report.evidence, made)
  return made
}

export interface Keys {
  entered: readonly string[]
  sought: readonly string[]
}

/** A report is looked at several times and never changes; what it and its entry have in common is its evidence. */
const keys = new WeakMap<Told['evidence'], Keys>()

function makeKeys(report: Told): Keys {
  const { name, telling } = FAMILIES[report.type]
  const always = copyKeys(name, report)
  if (telling === 'speech') always.push(...speechKeys(report))
  if (telling === 'person')
    always.push(...actorKeys(principalsOf(report).filter(isNamedPerson)).map((key) => `${name}|${key}`))
  const news = newsKeys(name, report)
  if (telling === 'speech' || telling === 'person')
    return { entered: [...always, ...news.entered], sought: [...always, ...news.sought] }
  const anchors = anchorsOf(report, telling)
  const dates = dateKeys(report)
  const combine = (keys: readonly string[]) =>
    anchors.flatMap((anchor) => keys.map((key) => `${name}|${anchor}|${key}`))
  return {
    entered: [...new Set([...always, ...news.entered, ...combine(dates.entered)])],
    sought: [...new Set([...always, ...news.sought, ...combine(dates.sought)])],
  }
}

const DAYS_OF_NEWS = 7

/**
 * What was published in the same days and shares a name or a telling word: news of one event, whether it is dated or
 * not. Which words it is entered under follows from their hashes, so that reports in like words choose the same ones.
 */
function newsKeys(family: string, report: Told): Keys {
  if (report.toldOn === null) return { entered: [], sought: [] }
  const { chosen } = featuresOf(report)
  const week = Math.floor(dayNumber(report.toldOn) / DAYS_OF_NEWS)
  const ofWeek = (number: number) => chosen.map((word) => `${family}|${word} in the news|${number}`)
  return { entered: ofWeek(week), sought: [week - 1, week, week + 1].flatMap(ofWeek) }
}

/** The same sentence in another document tells the same event: reports are copied, with or without a date. */
function copyKeys(family: string, report: Told): string[] {
  return featuresOf(report).sentences.map((hash) => `${family}|said|${hash.toString(36)}`)
}

function speechKeys(report: Told): string[] {
  const prints = quotesOf(report.attributes).flatMap(fingerprints).slice(0, 200)
  return actorKeys(principalsOf(report)).flatMap((key) => prints.map((print) => `said by ${key}|${print.toString(36)}`))
}

/** Whoever a document names under whichever id is looked for in one place. */
function actorKeys(ids: readonly string[]): string[] {
  return [...new Set(ids.map(keyOfActor))]
}

function anchorsOf(report: Told, telling: 'rare' | 'incident' | 'between'): string[] {
  if (telling === 'between') return actorKeys(principalsOf(report)).slice(0, MOST_ANCHORS)
  const country = report.place?.country ?? null
  if (country) return [country]
  const countries = report.participants.flatMap(({ actor }) => countryOfId(actor) ?? [])
  return [...new Set(countries)].slice(0, MOST_ANCHORS)
}

function dateKeys(report: Told): { entered: string[]; sought: string[] } {
  const { earliest, latest } = report
  if (earliest === null || latest === null) return { entered: [], sought: [] }
  const span = spanDays(report)
  if (span > MOST_MONTHS_DAYS) return { entered: [], sought: [] }
  const months = monthsOf(earliest, latest)
  if (span <= MOST_DAYS) {
    const first = dayNumber(earliest)
    const days = Array.from({ length: span }, (_, index) => dayOfNumber(first + index))
    return {
      entered: [...days, ...months.map((month) => `in ${month}`)],
      sought: [...days, ...months.map((month) => `all ${month}`)],
    }
  }
  return {
    entered: months.map((month) => `all ${month}`),
    sought: months.flatMap((month) => [`all ${month}`, `in ${month}`]),
  }
}

function monthsOf(earliest: string, latest: string): string[] {
  const months: string[] = []
  for (let month = earliest.slice(0, 7); month <= latest.slice(0, 7); month = nextMonth(month)) months.push(month)
  return months
}

function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const next = year * 12 + number
  return `${String(Math.floor(next / 12)).padStart(4, '0')}-${String((next % 12) + 1).padStart(2, '0')}`
}
