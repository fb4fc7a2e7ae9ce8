import { dayNumber, dayOfNumber, spanDays } from '../timeline/dates.ts'
import type { Report } from '../timeline/report.ts'
import { countryOfId } from '../shared/ids.ts'
import { FAMILIES, principalsOf, type Telling } from './families.ts'
import { isNamedPerson, keyOfActor } from '../people/names.ts'
import { isName } from './who.ts'
import { featuresOf } from './features.ts'
import { fingerprints, quotesOf } from './quotes.ts'
import { NEAR_DAYS } from './when.ts'

/** What identity reads of a report, or of an event that is merged from some. */
export type Told = Pick<
  Report,
  'type' | 'earliest' | 'latest' | 'place' | 'participants' | 'attributes' | 'evidence' | 'trigger' | 'toldOn'
>

/** A date of more days than these is entered by its months, one of more than that is not entered. */
const MOST_DAYS = 10
const MOST_MONTHS_DAYS = 62
const MOST_ANCHORS = 4

/** The keys under which an event with this report is found, each once. */
export function enteredKeys(report: Told): readonly string[] {
  return keysOf(report).entered
}

/** The keys under which a report looks for its event. */
export function soughtKeys(report: Told): readonly string[] {
  const { entered, shared } = keysOf(report)
  const beside = inStory(timelessKeys(report), report, 'beside')
  return [...entered.slice(0, shared), ...newsKeys(report, 'around'), ...beside, ...dateKeys(report).sought]
}

/** What is sought besides is made when it is looked for: it would take most of the memory of an event. */
interface Keys {
  entered: readonly string[]
  /** So many of them are sought too */
  shared: number
}

/** A report is looked at several times and never changes; what it and its entry have in common is its evidence. */
const known = new WeakMap<Told['evidence'], Keys>()

function keysOf(report: Told): Keys {
  const made = known.get(report.evidence)
  if (made) return made
  const dates = dateKeys(report)
  const shared = new Set([
    ...speechKeys(report),
    ...inStory(timelessKeys(report), report, 'of'),
    ...newsKeys(report, 'of'),
    ...dates.shared,
  ])
  const keys = { entered: [...new Set([...shared, ...dates.entered])], shared: shared.size }
  known.set(report.evidence, keys)
  return keys
}

/**
 * What stays the same for years: a sentence that is printed of every election, and the one it happens to. Under each key
 * of a period only so much is found as a period has, whoever was arrested fifty thousand times.
 */
function timelessKeys(report: Told): string[] {
  return [...copyKeys(report), ...personKeys(report)]
}

function personKeys(report: Told): string[] {
  const { name, telling } = FAMILIES[report.type]
  if (telling !== 'person') return []
  return actorKeys(principalsOf(report).filter(isNamedPerson)).map((key) => `${name}|${key}`)
}

/** Reports that are told within so many days of each other are in one period or in two that follow (see `isNear`). */
const DAYS_OF_STORY = 28

/** `of`: the period in which it is told. `beside`: the one before or after it, if that is near. */
function inStory(keys: readonly string[], { toldOn }: Told, which: 'of' | 'beside'): readonly string[] {
  // Written before entries said when it was told: those find each other.
  if (toldOn === null) return which === 'of' ? keys : []
  const day = dayNumber(toldOn)
  const own = Math.floor(day / DAYS_OF_STORY)
  const periods = [day - NEAR_DAYS, day + NEAR_DAYS].map((near) => Math.floor(near / DAYS_OF_STORY))
  const wanted = which === 'of' ? [own] : periods.filter((period) => period !== own)
  return keys.flatMap((key) => wanted.map((period) => `${key}|${period}`))
}

const DAYS_OF_NEWS = 7

/**
 * What was published in the same days and shares a name or a telling word: news of one event, whether it is dated or
 * not. Which words it is entered under follows from their hashes, so that reports in like words choose the same ones.
 */
function newsKeys(report: Told, weeks: 'of' | 'around'): string[] {
  if (report.toldOn === null) return []
  const { name, telling } = FAMILIES[report.type]
  const { chosen } = featuresOf(report)
  const week = Math.floor(dayNumber(report.toldOn) / DAYS_OF_NEWS)
  const tellers = telling === 'speech' ? speakersOf(report) : ['']
  const ofWeek = (number: number) =>
    tellers.flatMap((teller) => chosen.map((word) => `${name}|${teller}${word} in the news|${number}`))
  return weeks === 'of' ? ofWeek(week) : [...ofWeek(week - 1), ...ofWeek(week + 1)]
}

const MOST_SPEAKERS = 2

/** Two thirds of what shares a word with a statement are words of other speakers, which it can never be. */
function speakersOf(report: Told): readonly string[] {
  const named = actorKeys(principalsOf(report).filter(isName)).slice(0, MOST_SPEAKERS)
  return named.length > 0 ? named.map((key) => `${key} `) : ['somebody ']
}

/** The same sentence in another document tells the same event: reports are copied, with or without a date. */
function copyKeys(report: Told): string[] {
  const { name } = FAMILIES[report.type]
  return featuresOf(report).sentences.map((hash) => `${name}|said|${hash.toString(36)}`)
}

function speechKeys(report: Told): string[] {
  if (FAMILIES[report.type].telling !== 'speech') return []
  const prints = quotesOf(report.attributes).flatMap(fingerprints).slice(0, 200)
  return actorKeys(principalsOf(report)).flatMap((key) => prints.map((print) => `said by ${key}|${print.toString(36)}`))
}

/** Whoever a document names under whichever id is looked for in one place. */
function actorKeys(ids: readonly string[]): string[] {
  return [...new Set(ids.map(keyOfActor))]
}

function anchorsOf(report: Told, telling: Telling): readonly string[] {
  if (telling === 'speech') return []
  if (telling === 'person') return actorKeys(principalsOf(report).filter(isNamedPerson)).slice(0, MOST_ANCHORS)
  if (telling === 'between') return actorKeys(principalsOf(report)).slice(0, MOST_ANCHORS)
  const country = report.place?.country ?? null
  if (country) return [country]
  const countries = report.participants.flatMap(({ actor }) => countryOfId(actor) ?? [])
  return [...new Set(countries)].slice(0, MOST_ANCHORS)
}

interface DateKeys {
  shared: string[]
  /** Only entered, and only sought */
  entered: string[]
  sought: string[]
}

/**
 * A date of days is entered by day and by month; one of a month finds what happened in it, and the other way round,
 * without going through every day.
 */
function dateKeys(report: Told): DateKeys {
  const { name, telling } = FAMILIES[report.type]
  const { earliest, latest } = report
  const none = { shared: [], entered: [], sought: [] }
  if (earliest === null || latest === null) return none
  const span = spanDays(report)
  const anchors = span > MOST_MONTHS_DAYS ? [] : anchorsOf(report, telling)
  if (anchors.length === 0) return none
  const keys = (dates: readonly string[]) =>
    anchors.flatMap((anchor) => dates.map((date) => `${name}|${anchor}|${date}`))
  const months = monthsOf(earliest, latest)
  const [within, all] = [keys(months.map((month) => `in ${month}`)), keys(months.map((month) => `all ${month}`))]
  if (span > MOST_DAYS) return { shared: all, entered: [], sought: within }
  const first = dayNumber(earliest)
  const days = Array.from({ length: span }, (_, index) => dayOfNumber(first + index))
  return { shared: keys(days), entered: within, sought: all }
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
