import { hash } from 'node:crypto'
import { dayNumber } from './dates.ts'

/**
 * What a version of an event is found by: the hash of each of its terms with a year mixed in, so that one index has the
 * events of a term year by year, and a list that is in the order of dates is read from it without reading all that the
 * term has. A hash may stand for two terms: whoever reads compares the columns besides.
 *
 * A term begins with the letter of its kind, but for the year itself, which is the empty one:
 *
 * - `d 3` the month that it begins in
 * - `t`, `m` type and realis; `n 5`, `f 90` at least so many sources, so much confidence in hundredths; `u` undated
 * - `c`, `p`, `a`, `r`, `x`, `s` country, place, actor, role, actor in a role, source
 * - `w` a lexeme, in a column of its own
 * - `l` it lasts longer than its first day
 *
 * What may last longer than a year has all of its terms with the year 0, too, and its `l` with that alone.
 */
export const termHash = remember((term: string) => hash('sha256', term, 'buffer').readInt32BE(0))

/** The same in SQL, of a text. */
export const termHashSql = (text: string) =>
  `('x' || left(encode(sha256(convert_to(${text}, 'UTF8')), 'hex'), 8))::bit(32)::int`

/** What of a year is mixed into hashes. */
function yearMix(year: number): number {
  return Math.imul(year, 0x9e3779b1) ^ 0x80000000
}

/** The same in SQL, of an integer. */
export const yearMixSql = (year: string) => `((${year}::bigint * 2654435761) % 4294967296 - 2147483648)::int`

/** So many sources, and so much confidence, have a term of their own. */
export const SOURCE_STEPS: readonly number[] = [2, 5, 10, 20, 50, 100]
export const CONFIDENCE_STEPS: readonly number[] = [90, 95, 99]

/** Days that an event lasts at most whose terms are under the year that it begins in alone. */
export const LONG = 366

export interface Found {
  /** `YYYY-MM-DD` */
  sortDate: string
  earliest: string | null
  latest: string | null
  dated: boolean
  type: string
  realis: string
  sources: number
  confidence: number
  countries: readonly string[]
  places: readonly string[]
  actors: readonly string[]
  roles: readonly string[]
  /** `role actorId` */
  actorRoles: readonly string[]
  sourceNames: readonly string[]
}

/** The hashes of an event's terms, and of the lexemes that it is found by. */
export function keysOf(event: Found, lexemes: readonly string[]): { terms: number[]; words: number[] } {
  const { earliest, latest } = event
  const days = earliest === null || latest === null ? Infinity : dayNumber(latest) - dayNumber(earliest)
  const years = [Number(event.sortDate.slice(0, 4)), ...(event.dated && days > LONG ? [0] : [])]
  const own = termsOf(event)
  const terms = years.flatMap((year) => {
    const lasting = days > 0 && (days > LONG ? year === 0 : true) ? ['l'] : []
    return [...own, ...lasting].map((term) => termHash(term) ^ yearMix(year))
  })
  const words = years.flatMap((year) => lexemes.map((lexeme) => termHash(`w ${lexeme}`) ^ yearMix(year)))
  return { terms: distinct(terms), words: distinct(words) }
}

function termsOf(event: Found): string[] {
  const of = (kind: string, values: readonly string[]) => values.map((value) => `${kind} ${value}`)
  return [
    '',
    `d ${Number(event.sortDate.slice(5, 7))}`,
    `t ${event.type}`,
    `m ${event.realis}`,
    ...(event.dated ? [] : ['u']),
    ...SOURCE_STEPS.filter((step) => event.sources >= step).map((step) => `n ${step}`),
    // As a column of type real has it, which is compared with the bound as real, too.
    ...CONFIDENCE_STEPS.filter((step) => Math.fround(event.confidence) >= Math.fround(step / 100)).map(
      (step) => `f ${step}`,
    ),
    ...of('c', event.countries),
    ...of('p', event.places),
    ...of('a', event.actors),
    ...of('r', event.roles),
    ...of('x', event.actorRoles),
    ...of('s', event.sourceNames),
  ]
}

function distinct(values: readonly number[]): number[] {
  return [...new Set(values)]
}

/** Terms come again: of so many the hashes are remembered. */
const MOST = 50_000

function remember(fn: (term: string) => number): (term: string) => number {
  const known = new Map<string, number>()
  return (term) => {
    const before = known.get(term)
    if (before !== undefined) return before
    if (known.size >= MOST) known.clear()
    const made = fn(term)
    known.set(term, made)
    return made
  }
}

/**
 * How far an event reaches beyond the day that it is in the order by, in classes each of which is searched by itself:
 * 1 a month, 2 a year, 3 longer or open, 4 an open beginning, 5 open on both sides, 6 undated; null: it is that one day.
 */
export const SPAN = `(case when not dated then 6 when earliest is null then case when latest is null then 5 else 4 end
  when latest is null or latest - earliest > 366 then 3 when latest - earliest > 31 then 2
  when latest > earliest then 1 end)`

/** Days that an event of the class lasts at most beyond its first. */
export const SPAN_DAYS: Readonly<Record<number, number>> = { 1: 31, 2: 366 }
