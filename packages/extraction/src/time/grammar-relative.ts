import { DAY_PARTS, REFERENCES, type Unit } from './lexicon.ts'
import type { PatternMatch } from './pattern.ts'
import { dayPartSuffix, type DatedReading, type Reading, type Which } from './reading.ts'
import {
  beside,
  countOf,
  isProper,
  monthIn,
  numberIn,
  partOf,
  rule,
  unitIn,
  weekdayIn,
  whichOf,
  type Rule,
} from './rule.ts'

const today: DatedReading = { type: 'shift', unit: 'D', n: 0, from: 'publication' }
const day = (n: number): DatedReading => ({ type: 'shift', unit: 'D', n, from: 'publication' })

const NAMED_DAYS: Readonly<Record<string, DatedReading>> = { today, yesterday: day(-1), tomorrow: day(1) }

/** Expressions that are dated from the day of publication, from a weekday, or from what the text has just dated. */
export const RELATIVE_RULES: readonly Rule[] = [
  rule('%part ? (?<day> today | yesterday | tomorrow ) ( (?<daypart> $daypart ) ) ?', (m) => {
    const date = NAMED_DAYS[m.word('day')] ?? today
    const daypart = DAY_PARTS.get(m.word('daypart'))
    const base: DatedReading = { ...date, part: partOf(m) }
    return daypart ? { type: 'time', time: dayPartSuffix(daypart), date: base } : base
  }),
  rule('the day before yesterday', () => day(-2)),
  rule('the day after tomorrow', () => day(2)),
  rule('%part ? tonight', () => ({ type: 'time', time: 'TNI', date: today })),
  rule('last night', () => ({ type: 'time', time: 'TNI', date: day(-1) })),
  rule('%part ? this (?<daypart> $daypart )', (m) => atPart(m, today)),
  rule(
    '(?<= in | during | by | until ) the ( early | late ) ? (?<daypart> morning | afternoon | evening ) (?! of )',
    (m) => atPart(m, null),
  ),
  rule(
    '(?<= in | during ) (?<daypart> morning | afternoon ) (?= trade | trading | session | rush | hours | talks )',
    (m) => atPart(m, null),
  ),
  rule('( that | the same ) (?<daypart> $daypart )', (m) => atPart(m, null)),
  rule('(?<! the ) overnight (?! $unit | #Other )', () => ({ type: 'overnight' })),
  rule(
    '%part ? (?<which> last | this | next | this past | this coming | the following | the previous | the next | coming ) ? (?<weekday> $weekday ) ( (?<behind> last | past | next ) ) ? ( (?<dayperiod> early | late ) ? $dash ? (?<daypart> $daypart ) ) ?',
    weekday,
  ),
  rule(
    '%part ? (?<which> last | the last | the past | past | the previous | this | the current | next | the next | the coming | the following | this coming | this past | the upcoming ) (?<unit> $period )',
    (m) => {
      const which = m.group('which').at(-1)?.lower ?? ''
      const unit = unitIn(m)
      // "The past year" is a stretch of time, "last year" a date.
      if (['the last', 'the past', 'past', 'this past'].includes(phrase(m, 'which')) && unit !== 'Q' && unit !== 'WE')
        return { type: 'duration', value: `P${unit === 'DE' ? '10Y' : unit === 'CE' ? '100Y' : `1${unit}`}` }
      const n = { last: -1, this: 0, next: 1 }[whichOf(which) ?? 'this']
      const fromText = which === 'following' || which === 'previous' || phrase(m, 'which') === 'the next'
      return { type: 'shift', unit, n, from: fromText ? 'text' : 'publication', part: partOf(m) }
    },
  ),
  rule(
    '%part (?<which> the ? ( same | current ) | that | the entire | the whole | the ) ? (?<unit> week | month | year | quarter | decade | century | day | weekend )',
    (m) => {
      if (/^(?:current|)$/.test(m.group('which').at(-1)?.lower ?? ''))
        return { type: 'shift', unit: unitIn(m), n: 0, from: 'publication', part: partOf(m) }
      return { type: 'same', unit: unitIn(m), part: partOf(m) }
    },
  ),
  rule(
    '( that ( same ) ? | the ( same | very ) | the ( entire | whole ) ) (?<unit> day | week | weekend | month | quarter | year | decade )',
    (m) => ({
      type: 'same',
      unit: unitIn(m),
    }),
  ),
  rule('the (?<unit> weekend )', () => ({ type: 'shift', unit: 'WE', n: 0, from: 'publication', rough: true })),
  rule(
    '(?<= of | in | on | during | for | end | ending | ended | ends | finish | finished | finishing | close | closed | closing | start | started | begin | began | earlier in | later in ) the (?<unit> day | week | month | year ) (?! of | $before | $after | $relation | before | that | when | #Other )',
    (m) => ({
      type: 'same',
      unit: unitIn(m),
    }),
  ),
  rule(
    'the (?<unit> day | week | month | year | quarter | night | decade ) (?<relation> before | earlier | previous | prior | after | later ) (?! yesterday | tomorrow )',
    (m) => (/^(?:after|later)$/.test(m.word('relation')) ? shift(m, 1, 'text') : shift(m, -1, 'text')),
  ),
  rule('(?<approx> %approx ) ? (?<count> %count ) (?<unit> $unit ) ( and a half ) ? (?<relation> ago )', (m) =>
    counted(m, -1, 'publication'),
  ),
  rule('(?<approx> %approx ) ? (?<count> %count ) (?<unit> $unit ) from ( now | today )', (m) =>
    counted(m, 1, 'publication'),
  ),
  rule(
    '(?<approx> %approx ) ? (?<count> %count ) (?<unit> $unit ) (?<relation> earlier | previously | before | prior ) (?! the | a | an | his | her | its | their | they | he | she | it | we | $dash | #Other )',
    (m) => counted(m, -1, 'text'),
  ),
  rule(
    '(?<approx> %approx ) ? (?<count> %count ) (?<unit> $unit ) (?<relation> later | afterwards | afterward ) (?! than )',
    (m) => counted(m, 1, 'text'),
  ),
  rule(
    'the same ( time | period ) ( (?<which> last | the previous ) (?<unit> $period ) | ( a | one ) (?<unit> $period ) ( earlier | ago | before ) )',
    (m) => ({
      type: 'shift',
      unit: unitIn(m),
      n: -1,
      from: 'text',
    }),
  ),
  rule(
    'the ? (?<nth> $ordinal | last | final | opening ) (?<unit> day | week | weekend ) ( of | in ) ( (?<month> $month ) ( , ? of ? (?<year> #year ) ) ? | (?<which> this | last | next | the same | the ) (?<of> month | year | week ) | (?<inyear> #year ) )',
    nth,
  ),
  rule('(?<= in | for | of ) the ( ( near | foreseeable | immediate | not too distant ) ? future )', () => ({
    type: 'reference',
    value: 'FUTURE_REF',
  })),
  rule(
    'the ( ( near | foreseeable | immediate ) ( future | term ) | long term | longer term | short term | distant future | days ahead | years ahead )',
    () => ({
      type: 'reference',
      value: 'FUTURE_REF',
    }),
  ),
  rule(
    '(?<= in | of ) the ( recent | distant ) ? past (?! $unit | $units | #other | few | several | $cardinal | #day )',
    () => ({ type: 'reference', value: 'PAST_REF' }),
  ),
  rule('( at present | the time being | the present ( day | time ) | this time | the moment )', (m) =>
    m.lexemes[m.to - 1]?.lower === 'moment' && beside(m, -1)?.lower !== 'at' && beside(m, -1)?.lower !== 'for'
      ? null
      : { type: 'reference', value: 'PRESENT_REF' },
  ),
  rule(
    '( more | most | very | as ) ? (?<reference> $reference ) (?! $dash | affairs | account | accounts | events )',
    (m) => {
      const value = REFERENCES.get(m.word('reference'))
      // "Now that" is because.
      return value && !isProper(m) && beside(m, 0)?.lower !== 'that' ? { type: 'reference', value } : null
    },
  ),
  rule('( the ? most ) ? recent ( history | times | $units | days )', () => ({ type: 'reference', value: 'PAST_REF' })),
  rule('the ? ( coming | upcoming ) ( $units )', () => ({ type: 'reference', value: 'FUTURE_REF' })),
]

const phrase = (m: PatternMatch, name: string): string =>
  m
    .group(name)
    .map((lexeme) => lexeme.lower)
    .join(' ')

function atPart(match: PatternMatch, date: DatedReading | null): Reading | null {
  const part = DAY_PARTS.get(match.word('daypart'))
  return part ? { type: 'time', time: dayPartSuffix(part), date } : null
}

function shift(match: PatternMatch, n: number, from: 'publication' | 'text'): Reading {
  return { type: 'shift', unit: unitIn(match), n, from }
}

function counted(match: PatternMatch, sign: 1 | -1, from: 'publication' | 'text'): Reading | null {
  const unit: Unit = unitIn(match)
  const count = countOf(match.group('count'))
  if (count === null)
    return from === 'publication' ? { type: 'reference', value: sign < 0 ? 'PAST_REF' : 'FUTURE_REF' } : null
  const half = match.lexemes.slice(match.from, match.to).some((lexeme) => lexeme.lower === 'half') && unit === 'Y'
  const n = match.word('unit').startsWith('fortnight') ? count * 2 : count
  // A year and a half are eighteen months.
  if (half || n % 1 !== 0) {
    const years = Math.floor(n) + 0.5
    return unit === 'Y' ? { type: 'shift', unit: 'M', n: sign * years * 12, from, counted: true, rough: true } : null
  }
  return { type: 'shift', unit, n: sign * n, from, counted: true, rough: match.word('approx') !== '' }
}

function weekday(match: PatternMatch): Reading | null {
  const name = match.group('weekday')[0]
  const number = weekdayIn(match)
  if (!name || number === undefined || !name.capital) return null
  const isShort = name.lower.replace('.', '').length <= 5 && !name.lower.endsWith('day')
  // "Sun" and "Sat" alone are words; "Sunday Times" and "Bloody Sunday" are names.
  if (isShort) return null
  const after = beside(match, 0)
  if (after?.capital && NAMED_AFTER.has(after.lower)) return null
  const before = beside(match, -1)
  if (before && NAMED_BEFORE.has(before.lower) && before.capital) return null
  const which = (whichOf(match.group('which').at(-1)?.lower ?? '') ?? whichOf(match.word('behind'))) satisfies
    Which | undefined
  const base: DatedReading = { type: 'weekday', weekday: number, ...(which && { which }), part: partOf(match) }
  const daypart = DAY_PARTS.get(match.word('daypart'))
  return daypart ? { type: 'time', time: dayPartSuffix(daypart), date: base } : base
}

const NAMED_AFTER = new Set(
  'times telegraph express mail mirror herald post independent sun star people tribune world review school'.split(' '),
)
const NAMED_BEFORE = new Set('black bloody super cyber giving fat ruby'.split(' '))

const ordinalDay = (match: PatternMatch): number =>
  ['last', 'final'].includes(match.word('nth')) ? -1 : match.word('nth') === 'opening' ? 1 : numberIn(match, 'nth')

function nth(match: PatternMatch): Reading | null {
  const unit = unitIn(match)
  if (unit !== 'D' && unit !== 'W' && unit !== 'WE') return null
  const year = Number(match.word('year')) || undefined
  const inYear = Number(match.word('inyear')) || undefined
  const which = match.word('which')
  const of: DatedReading =
    inYear !== undefined
      ? { type: 'calendar', year: inYear }
      : match.word('month') !== ''
        ? { type: 'calendar', month: monthIn(match), ...(year !== undefined && { year }) }
        : which === 'the'
          ? { type: 'same', unit: unitIn(match, 'of') }
          : {
              type: 'shift',
              unit: unitIn(match, 'of'),
              n: { last: -1, this: 0, next: 1 }[whichOf(which) ?? 'this'],
              from: 'publication',
            }
  return { type: 'nth', n: ordinalDay(match), unit, of }
}
