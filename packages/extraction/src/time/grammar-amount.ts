import { FREQUENCIES, DAY_PARTS, WEEKDAYS, ZONES } from './lexicon.ts'
import type { PatternMatch } from './pattern.ts'
import type { Reading } from './reading.ts'
import { beside, countOf, durationValue, isProper, rule, unitIn, type Rule } from './rule.ts'

/** Durations, sets and times of the clock. */
export const AMOUNT_RULES: readonly Rule[] = [
  rule(
    '(?<approx> %approx ) ? (?<count> %count ) ( (?<hyphen> $dash ) | $stretched | $kind ) ? ( $kind ) ? (?<unit> $unit ) ( and a half | (?<long> $dash long ) ) ? (?! $dash ? old | $dash ? olds | of age )',
    duration,
  ),
  rule(
    'the ? (?<which> past | last | next | coming | previous | first | final | following | preceding | these | those | this past ) (?<count> $cardinal | #day | #int | few | several | couple of | couple | two or three | dozen ) ( $stretched | $kind ) ? ( or so ) ? (?<unit> $units )',
    (m) => ({ type: 'duration', value: durationValue(countOf(m.group('count')), unitIn(m), m.word('unit')) }),
  ),
  rule('(?<unit> $units ) ( $dash long ) ?', bareUnits),
  rule('(?<unit> day | week | month | year | decade | hour ) $dash long', (m) => ({
    type: 'duration',
    value: durationValue(1, unitIn(m), m.word('unit')),
  })),
  rule('(?<word> daylong | weeklong | monthlong | yearlong | decadelong )', (m) => {
    const unit = { d: 'D', w: 'W', m: 'M', y: 'Y' }[m.word('word')[0] ?? ''] as 'D' | 'W' | 'M' | 'Y' | undefined
    return { type: 'duration', value: unit === 'D' && m.word('word').startsWith('dec') ? 'P10Y' : `P1${unit ?? 'D'}` }
  }),
  rule(
    '( all | the ( whole | entire | full ) | an ? entire | a ( whole | full ) ) (?<unit> day | week | month | year | night | decade | hour )',
    (m) => ({
      type: 'duration',
      value: durationValue(1, unitIn(m), m.word('unit')),
    }),
  ),
  rule('( every | each ) ( other | (?<count> $cardinal | #day | few ) ) ? (?<unit> $unit )', (m) => ({
    type: 'set',
    value:
      m.lexemes[m.from + 1]?.lower === 'other'
        ? durationValue(2, unitIn(m), '')
        : durationValue(m.word('count') ? countOf(m.group('count')) : 1, unitIn(m), m.word('unit')),
  })),
  rule('( every | each ) (?<part> $daypart )', (m) => ({
    type: 'set',
    value: `XXXX-XX-XXT${DAY_PARTS.get(m.word('part')) ?? ''}`,
  })),
  rule('( every | each ) (?<weekday> $weekday ) ( (?<part> $daypart ) ) ?', weekdaySet),
  rule('(?<weekday> $weekdays ) ( (?<part> $dayparts ) ) ?', (m) =>
    m.group('weekday')[0]?.capital ? weekdaySet(m) : null,
  ),
  rule('at night', () => ({ type: 'set', value: 'XXXX-XX-XXTNI' })),
  rule('(?<frequency> $frequency )', (m) =>
    isProper(m) ? null : { type: 'set', value: FREQUENCIES.get(m.word('frequency')) ?? 'P1D' },
  ),
  rule(
    '( once | twice | #int times ) ? ( a | per ) (?<unit> day | night | week | month | year | hour | minute | quarter | decade )',
    (m) => (isRate(m) ? { type: 'set', value: durationValue(1, unitIn(m), m.word('unit')) } : null),
  ),
  rule(
    '( at | around | about ) ? (?<clock> #clock ) (?<half> #am | #pm ) ? ( (?<zone> $zone ) | ( local | #Other ) ? time | hours ) ?',
    clock,
  ),
  rule('(?<clock> #day ) (?<half> #am | #pm ) ( (?<zone> $zone ) | local time ) ?', clock),
  rule("(?<clock> #day | $cardinal ) o'clock ( in the (?<daypart> morning | afternoon | evening ) ) ?", (m) =>
    clock(m),
  ),
  rule('(?<clock> #year | #int ) ( (?<zone> $zone ) | hours | local time | hrs )', clock),
  rule('(?<= at | until | from | by ) (?<clock> #year | #int ) (?= $open | until | to | in the )', clock),
  rule(
    '(?<= at | around | by | until | before | after | since | from ) (?<noon> noon | midday | midnight ) ( local time ) ?',
    (m) => ({
      type: 'time',
      time: m.word('noon') === 'midnight' ? 'T24:00' : 'T12:00',
      date: null,
    }),
  ),
]

/** Bare plurals need something that measures: "for years", "months of talks", "days later"; "the early days" are none. */
function bareUnits(match: PatternMatch): Reading | null {
  const before = beside(match, -1)?.lower ?? ''
  const after = beside(match, 0)?.lower ?? ''
  const isMeasure = BARE_AFTER.has(before) || (BARE_BEFORE.has(after) && !BARE_NEVER_AFTER.test(before))
  if (match.lexemes[match.to - 1]?.lower !== 'long' && !isMeasure) return null
  return { type: 'duration', value: durationValue(null, unitIn(match), match.word('unit')) }
}

const BARE_BEFORE = new Set(['of', 'after', 'before', 'later', 'ago', 'earlier'])
const BARE_NEVER_AFTER =
  /^(?:the|these|those|last|past|early|earlier|first|final|opening|closing|old|good|dark|other|own|his|her|its|their|our|my|your|'s|.*(?:st|nd|rd|th|al|ing))$/
const BARE_AFTER = new Set(
  'for in over within after during of through throughout several many last about until just mere than take takes took taken lasted last spent spend wait waited weeks months'.split(
    ' ',
  ),
)

function duration(match: PatternMatch): Reading | null {
  const unit = unitIn(match)
  const word = match.word('unit')
  const count = countOf(match.group('count'))
  const isArticle = /^(?:a|an)$/.test(match.word('count')) && match.group('count').length === 1
  const isHyphenated = match.group('hyphen').length > 0 || match.group('long').length > 0
  const isPlural = word.endsWith('s')
  if (word === 'second' || (word === 'seconds' && count === null)) return null
  // A number and a unit in the singular belong together only as an adjective: "five-year", "a 20 year low".
  const isAdjective = !isHyphenated && !isArticle && count !== 1 && count !== null && count % 1 === 0
  if (!isPlural && isAdjective && !/^\p{Ll}{3,}$/u.test(beside(match, 0)?.text ?? '')) return null
  if (!isPlural && count === null) return null
  if (isArticle && !isHyphenated && !isMeasured(match)) return null
  const half = match.lexemes[match.to - 1]?.lower === 'half' ? 0.5 : 0
  return { type: 'duration', value: durationValue(count === null ? null : count + half, unit, word) }
}

/** "A year" is a measure after a preposition, an adverb of degree or a verb that takes time; "a day of mourning" is not. */
function isMeasured(match: PatternMatch): boolean {
  if (match.word('approx') !== '') return true
  if (isRate(match)) return false
  const after = beside(match, 0)?.lower ?? ''
  return after === 'after' || after === 'before' || (MEASURING.has(beside(match, -1)?.lower ?? '') && after !== 'of')
}

const MEASURING = new Set(
  'for in within over after during of by than lasted last lasts took take takes taken spent nearly almost about around until once half whole quite to'.split(
    ' ',
  ),
)

/** Whether "a year" says how often: "twice a year", "$35 billion a year", "8 percent a year", "100 people a day". */
function isRate(match: PatternMatch): boolean {
  if (match.word('approx') !== '') return false
  const first = match.lexemes[match.from]?.lower
  if (first === 'per' || first === 'once' || first === 'twice') return true
  if (/^[\d#]/.test(match.lexemes[match.from]?.text ?? '')) return true
  const near = [beside(match, -1), beside(match, -2), beside(match, -3)]
  const before = near[0]?.lower ?? ''
  if (RATES.has(before)) return true
  if (!/\p{L}/u.test(before) || MEASURING.has(before) || VERBAL.has(before))
    return /^[#]?(?:money|percent|number)$/.test(near[0]?.key.slice(1) ?? '')
  return (
    near
      .slice(1)
      .some((lexeme) => lexeme !== undefined && /^#(?:money|number|int|day|year|percent)$/.test(lexeme.key)) &&
    /s$|people|million|billion|percent|cent/.test(before)
  )
}

const RATES = new Set(
  'times percent cent million billion trillion dollars euros pounds barrels tonnes tons once twice thrice people'.split(
    ' ',
  ),
)
const VERBAL = new Set('was is were and or as on at with from that had has have be'.split(' '))

function weekdaySet(match: PatternMatch): Reading {
  const day = WEEKDAYS.get(match.word('weekday')) ?? 1
  const part = DAY_PARTS.get(match.word('part'))
  return { type: 'set', value: `XXXX-WXX-${day}${part ? `T${part}` : ''}` }
}

/** A time of the clock: `T16:08`, with `Z` where the zone is Greenwich's. */
function clock(match: PatternMatch): Reading | null {
  const text = match.word('clock')
  const zone = match.word('zone')
  const half = match.word('half') || (match.word('daypart') && match.word('daypart') !== 'morning' ? 'pm' : '')
  const digits = /^\d{4}$/.test(text) ? [text.slice(0, 2), text.slice(2)] : text.split(':')
  let hour = Number(digits[0])
  const minute = Number(digits[1] ?? 0)
  if (Number.isNaN(hour) || /^\d{3}$|^\d{5,}$/.test(text)) return null
  const isBare = !half && !zone && text.includes(':') && match.to - match.from === match.group('clock').length
  // Without anything beside, 3:16 may be a score or a verse.
  if (
    isBare &&
    !['at', 'around', 'about', 'by', 'until', 'from', 'since', 'before', 'after'].includes(
      beside(match, -1)?.lower ?? '',
    )
  )
    return null
  if (half.startsWith('p') && hour < 12) hour += 12
  if (half.startsWith('a') && hour === 12) hour = 0
  if (hour > 24 || minute > 59) return null
  const time = `T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}${ZONES.get(zone) ?? ''}`
  return { type: 'time', time, date: null }
}
