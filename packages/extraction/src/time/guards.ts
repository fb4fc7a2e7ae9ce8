import type { PatternMatch } from './pattern.ts'
import { beside, partOf } from './rule.ts'

/** A month by its name alone must not be a verb, a person or an unfinished word: May, March, April, Mar, Dec. */
export function isMonthName(match: PatternMatch): boolean {
  const month = match.group('month')[0]
  if (!month?.capital) return false
  const before = beside(match, -1)
  const after = beside(match, 0)
  if (after && after.lower === "'s" ? false : isAbbreviation(month.lower)) return false
  const isIntroduced = partOf(match) !== undefined || match.word('which') !== '' || INTRODUCING.has(before?.lower ?? '')
  const isBeforeName = after?.capital === true && after.start <= month.end + 1
  if (AMBIGUOUS.has(month.lower)) return isIntroduced && !(isBeforeName && !DATING.has(before?.lower ?? ''))
  return isIntroduced || !(isBeforeName && before?.capital === true && before.end + 1 === month.start)
}

const isAbbreviation = (lower: string): boolean => lower.length <= 4 && !['may', 'june', 'july'].includes(lower)

/** Months that are also words or given names: alone they need a preposition or an adjective of time. */
const AMBIGUOUS = new Set(['may', 'march', 'april', 'june', 'august'])

/** Prepositions that stand before a month even if a name follows: "in April Jones resigned" */
const DATING = new Set(['in', 'since', 'until', 'till', 'during', 'last', 'next', 'this', 'early', 'late', 'mid'])

const INTRODUCING = new Set(
  'in since during until till by before after through throughout from of between last next this early late mid and or every each for to - – the'.split(
    ' ',
  ),
)

/** Whether four digits are a year, by what stands beside them. */
export function isYear(match: PatternMatch): boolean {
  if (partOf(match) || match.lexemes[match.from]?.lower === 'the') return true
  const year = Number(match.word('year'))
  const before = beside(match, -1)
  const after = beside(match, 0)
  if (NOT_YEAR_AFTER.has(before?.lower ?? '') || (/^[-–/.:]$/.test(before?.text ?? '') && !isRangeDash(match)))
    return false
  if (NOT_YEAR_BEFORE.has(after?.lower ?? '')) return false
  // "Expo 2020", "the Russell 2000 index" are names.
  if (
    before &&
    before.capital &&
    !YEAR_PREPOSITIONS.has(before.lower) &&
    before.end + 1 === match.group('year')[0]?.start
  )
    return false
  const isPreposed = YEAR_PREPOSITIONS.has(before?.lower ?? '')
  if (year < 1700 || year > 2060)
    return (
      isPreposed &&
      ['in', 'since', 'until', 'from', 'by'].includes(before?.lower ?? '') &&
      !isCounted(year, after?.lower ?? '')
    )
  return isPreposed || !isCounted(year, after?.lower ?? '')
}

function isRangeDash(match: PatternMatch): boolean {
  return beside(match, -2)?.key === '#year'
}

/** Whether the word after a bare number is what it counts: "1500 soldiers", "1988 people", but not "1988 elections". */
function isCounted(year: number, word: string): boolean {
  return COUNTED.has(word) || (year % 50 === 0 && /^\p{L}{3,}s$/u.test(word))
}

const COUNTED = new Set([
  'people',
  'men',
  'women',
  'children',
  'police',
  'troops',
  'percent',
  'km',
  'kg',
  'tonnes',
  'million',
  'billion',
  'feet',
  'ft',
  'miles',
  'metres',
  'meters',
  'square',
  'cubic',
  'mw',
  'hours',
  'hrs',
  'gmt',
])
const NOT_YEAR_AFTER = new Set([
  'at',
  '$',
  '€',
  '£',
  '#',
  'no',
  'no.',
  'number',
  'flight',
  'room',
  'route',
  'boeing',
  'airbus',
  'nearly',
  'almost',
  'about',
  'around',
  'some',
  'over',
  'least',
  'than',
  'up',
  'windows',
  'page',
  'highway',
  'resolution',
  'model',
  'series',
  'section',
  'article',
  'paragraph',
  'level',
  'points',
])
const NOT_YEAR_BEFORE = new Set([
  '%',
  'percent',
  'per',
  'mph',
  'km',
  'kg',
  'gmt',
  'utc',
  'hours',
  'points',
  'euros',
  'dollars',
  'pounds',
  'million',
  'billion',
  'tonnes',
  'metres',
  'meters',
  'feet',
  'miles',
  'people',
  'troops',
  ':',
])
const YEAR_PREPOSITIONS = new Set([
  'in',
  'since',
  'until',
  'till',
  'by',
  'before',
  'after',
  'from',
  'of',
  'during',
  'through',
  'throughout',
  'between',
  'circa',
  'year',
  'early',
  'late',
  'mid',
  'the',
  "'s",
])
