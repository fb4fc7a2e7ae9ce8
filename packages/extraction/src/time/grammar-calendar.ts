import { isDay } from '@dateline/domain'
import { HOLIDAY_PATTERN } from './holidays.ts'
import { NAMED_DECADES, SEASONS, type Season } from './lexicon.ts'
import { isMonthName, isYear } from './guards.ts'
import type { PatternMatch } from './pattern.ts'
import type { CalendarReading, Reading } from './reading.ts'
import { beside, monthIn, numberIn, partOf, rule, weekdayIn, whichOf, yearIn, yearShiftOf, type Rule } from './rule.ts'

const optional = <K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } =>
  (value === undefined ? {} : { [key]: value }) as { [P in K]?: V }

function calendar(
  fields: { [K in keyof CalendarReading]?: CalendarReading[K] | undefined },
  match: PatternMatch,
): Reading | null {
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
  const reading: CalendarReading = { ...given, type: 'calendar' }
  const { year = 2000, month = 1, day = 1, lastDay = day } = reading
  if (!isDay(year, month, day) || !isDay(year, month, lastDay) || lastDay < day) return null
  return { ...reading, part: partOf(match) }
}

/** "The September 11 attacks" are a name, and of 2001 whenever a text was written. */
function yearByName(m: PatternMatch): number | undefined {
  if (monthIn(m) !== 9 || numberIn(m, 'day') !== 11 || yearShiftOf(m) !== undefined) return undefined
  return [0, 1, 2].some((n) => NAMED_ATTACK.has(beside(m, n)?.lower ?? '')) ? 2001 : undefined
}

const DATED = new Set('the since after before on of post pre - until during around and like'.split(' '))

const NAMED_ATTACK = new Set(['attacks', 'attack', 'terror', 'terrorist', 'hijackings', 'hijackers'])

export const CALENDAR_RULES: readonly Rule[] = [
  rule('#iso', (m) => {
    const [year, month, day] = (m.lexemes[m.from]?.text ?? '').split('-').map(Number)
    return calendar({ year, month, day }, m)
  }),
  rule('#slash', (m) => {
    const [a = 0, b = 0, c = 0] = (m.lexemes[m.from]?.text ?? '').split('/').map(Number)
    const year = c > 99 ? c : c > 68 ? 1900 + c : 2000 + c
    // American order unless the calendar has no such day.
    return a <= 12 ? calendar({ year, month: a, day: b }, m) : calendar({ year, month: b, day: a }, m)
  }),
  rule(
    '( (?<weekday> $weekday ) , ? the ? | %part ) ? (?<month> $month ) the ? (?<day> #day | $ordinal ) ( ( $dash | to | through ) (?<last> #day | #ordinal ) ) ? ( ( , | of ) ? ( (?<year> #year | #yy ) | (?<shift> this | last | next ) year ) ) ? (?! $scale | million | billion | percent | #percent | $namesake )',
    (m) =>
      calendar(
        {
          month: monthIn(m),
          day: numberIn(m, 'day'),
          lastDay: numberIn(m, 'last') || undefined,
          year: yearIn(m) ?? yearByName(m),
          yearShift: yearShiftOf(m),
          weekday: weekdayIn(m),
        },
        m,
      ),
  ),
  // The day that goes by its number
  rule('(?<month> #day ) / (?<day> #day ) (?! / | of )', (m) =>
    m.word('month') === '9' && m.word('day') === '11' && DATED.has(beside(m, -1)?.lower ?? '')
      ? calendar({ year: 2001, month: 9, day: 11 }, m)
      : null,
  ),
  rule(
    '( (?<weekday> $weekday ) , ? ) ? the ? (?<day> #day | $ordinal ) ( ( $dash | to | and ) the ? (?<last> #day | #ordinal ) ) ? of ? (?<month> $month ) ( , ? (?<year> #year | #yy ) | of ? (?<shift> this | last | next ) year ) ? (?! $namesake )',
    (m) => {
      const first = m.group('day')[0]
      if (first?.lower === 'second' && m.word('last') === '' && beside(m, -1)?.lower === 'a') return null
      return calendar(
        {
          month: monthIn(m),
          day: numberIn(m, 'day'),
          lastDay: numberIn(m, 'last') || undefined,
          year: yearIn(m) ?? yearByName(m),
          yearShift: yearShiftOf(m),
          weekday: weekdayIn(m),
        },
        m,
      )
    },
  ),
  // Wire style: 30 MAR 89
  rule('(?<day> #day ) (?<month> $month ) (?<year> #int | #day )', (m) => {
    const year = yearIn(m)
    if (m.group('year')[0]?.text.length !== 2 || !/^[A-Z]{3}/.test(m.group('month')[0]?.text ?? '')) return null
    return calendar({ month: monthIn(m), day: numberIn(m, 'day'), year }, m)
  }),
  rule('%part ? (?<month> $month ) ( , | of ) ? (?<year> #year )', (m) =>
    calendar({ month: monthIn(m), year: yearIn(m) }, m),
  ),
  rule(
    '%part ? (?<month> $month ) of ? ( the ? (?<shift> last | next | this | previous | following ) year | the year (?<prior> before ) )',
    (m) => calendar({ month: monthIn(m), yearShift: m.word('prior') ? -1 : yearShiftOf(m) }, m),
  ),
  rule(
    '%part ? (?<which> last | next | this ( past | coming ) ? | past | the following | the previous ) ? (?<month> $month ) (?! $namesake )',
    (m) => {
      const which = whichOf(m.group('which').at(-1)?.lower ?? '')
      return isMonthName(m) ? calendar({ month: monthIn(m), which }, m) : null
    },
  ),
  rule('%part ? ( the year ) ? (?<year> #year ) (?! $zone | hours | local )', (m) =>
    isYear(m) ? calendar({ year: yearIn(m) }, m) : null,
  ),
  rule('(?<year> #yy )', (m) =>
    ['in', 'of', 'since', 'by', 'from'].includes(beside(m, -1)?.lower ?? '') ? calendar({ year: yearIn(m) }, m) : null,
  ),
  rule('( fiscal year ? | financial year | fy ) (?<year> #year | #yy )', (m) =>
    calendar({ year: yearIn(m), fiscal: true }, m),
  ),
  rule(
    '%part ? (?<season> $season ) ( ( , | of ) ? (?<year> #year ) | of ? (?<shift> this | last | next ) year )',
    (m) => season(m, { ...optional('year', yearIn(m)), ...optional('yearShift', yearShiftOf(m)) }),
  ),
  rule(
    '%part ? (?<which> last | next | this ( past | coming ) ? | past | the following | the previous ) (?<season> $season )',
    (m) => season(m, optional('which', whichOf(m.group('which').at(-1)?.lower ?? ''))),
  ),
  rule(
    '%part ? (?<= in | since | during | until | till | by | through | throughout | early | late | mid | - | of ) the ? (?<season> $season ) (?! of | #Other )',
    (m) => (m.word('season') === 'fall' && beside(m, -1)?.lower !== 'in' ? null : season(m, {})),
  ),
  rule(
    '%part ? the ? ( (?<quarter> $ordinal | final | last ) ( $dash | fiscal | financial ) ? (?<unit> quarter | half ) | q (?<quarter> #day ) ) ( ( of | in | , ) ? ( ( fiscal | financial ) ? (?<year> #year ) | (?<shift> this | last | next | the previous ) year | the year ) ) ?',
    quarter,
  ),
  rule('the ? %part ? (?<year> #decade | #decade2 )', (m) => {
    const digits = m.word('year').replace(/\D/g, '')
    const isShort = digits.length === 2
    if (
      isShort &&
      !/^['‘’]/.test(m.word('year')) &&
      m.lexemes[m.from]?.lower !== 'the' &&
      !partOf(m) &&
      beside(m, -1)?.lower !== 'and'
    )
      return null
    const year = isShort ? (Number(digits) > 20 ? 1900 : 2000) + Number(digits) : Number(digits)
    return { type: 'decade', year, part: partOf(m) }
  }),
  rule('the ? %part ? ( #int $dash ? | nineteen $dash ? ) ? (?<decade> $decadename )', (m) => {
    if (m.lexemes[m.from]?.lower !== 'the' && !partOf(m)) return null
    return { type: 'decade', year: 1900 + (NAMED_DECADES.get(m.word('decade')) ?? 0), part: partOf(m) }
  }),
  rule('the ? %part ? (?<century> $ordinal ) $dash ? ( century | centuries )', (m) => ({
    type: 'century',
    century: numberIn(m, 'century'),
    part: partOf(m),
  })),
  rule(
    `%part ? (?<holiday> ${HOLIDAY_PATTERN} ) ( , ? (?<year> #year ) | of ? (?<shift> this | last | next ) year ) ?`,
    (m) => {
      if (!m.group('holiday')[0]?.capital) return null
      const holiday = m
        .group('holiday')
        .map((lexeme) => lexeme.lower.replace('.', ''))
        .join(' ')
      return { type: 'holiday', holiday, ...optional('year', yearIn(m)), ...optional('yearShift', yearShiftOf(m)) }
    },
  ),
  // The day that everybody names by month and day alone.
  rule(
    '( sept. | september | sep. ) ( #day | #ordinal ) (?= ( , ? terrorist | , ? terror | suicide ) ? ( attack | attacks | hijackings | hijackers ) )',
    (m) =>
      Number.parseInt(m.lexemes[m.to - 1]?.lower ?? '', 10) === 11
        ? calendar({ year: 2001, month: 9, day: 11 }, m)
        : null,
  ),
]

function season(
  match: PatternMatch,
  when: { year?: number; yearShift?: number; which?: 'last' | 'this' | 'next' },
): Reading | null {
  const name = SEASONS.get(match.word('season'))
  if (!name) return null
  // "the Prague Spring" is a name, "hot spring" is water.
  const before = match.lexemes[match.from - 1]
  if (before?.capital && match.group('season')[0]?.capital && !partOf(match) && !('which' in when)) return null
  return { type: 'season', season: name satisfies Season, ...when, part: partOf(match) }
}

function quarter(match: PatternMatch): Reading | null {
  const word = match.word('quarter')
  const half = match.word('unit') === 'half'
  const hasYear =
    match.word('year') !== '' || match.word('shift') !== '' || match.lexemes[match.to - 1]?.lower === 'year'
  // "The second half" is of a match, "the first half hour" of an hour, unless a year follows.
  if (half && !hasYear) return null
  const n =
    word === 'final' ? (half ? 2 : 4) : word === 'last' ? (hasYear ? (half ? 2 : 4) : 0) : numberIn(match, 'quarter')
  if (n > (half ? 2 : 4)) return null
  return {
    type: 'quarter',
    quarter: n === 0 ? 'last' : n,
    ...(half && { half }),
    ...optional('year', yearIn(match)),
    ...optional('yearShift', yearShiftOf(match)),
    part: partOf(match),
  }
}
