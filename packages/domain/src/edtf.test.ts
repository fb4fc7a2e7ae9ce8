import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayNumber, dayText, daysInMonth, isoWeek, parseDay, weekInterval, weekday } from './calendar.ts'
import { edtfBounds, parseEdtf, precisionOf } from './edtf.ts'

describe('edtfBounds', () => {
  test.each([
    ['2022-11-20', '2022-11-20', '2022-11-20'],
    ['2022-11-20T10:30:00Z', '2022-11-20', '2022-11-20'],
    ['2022-11-20T10:30:00+06:00', '2022-11-20', '2022-11-20'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2022', '2022-01-01', '2022-12-31'],
    ['0001', '0001-01-01', '0001-12-31'],
    ['199X', '1990-01-01', '1999-12-31'],
    ['19XX', '1900-01-01', '1999-12-31'],
    ['00XX', '0001-01-01', '0099-12-31'],
    ['2022-XX', '2022-01-01', '2022-12-31'],
    ['2022-11-XX', '2022-11-01', '2022-11-30'],
    ['2022-XX-XX', '2022-01-01', '2022-12-31'],
    ['2022-21', '2022-03-01', '2022-05-31'],
    ['2022-24', '2022-12-01', '2023-02-28'],
    ['2022-29', '2022-09-01', '2022-11-30'],
    ['2022-34', '2022-04-01', '2022-06-30'],
    ['2022-38', '2022-05-01', '2022-08-31'],
    ['2022-41', '2022-07-01', '2022-12-31'],
    ['2022-11~', '2022-11-01', '2022-11-30'],
    ['2022?-11-20%', '2022-11-20', '2022-11-20'],
    ['?2022-~11', '2022-11-01', '2022-11-30'],
    ['2022-11-14/2022-11-20', '2022-11-14', '2022-11-20'],
    ['2021/2022-03', '2021-01-01', '2022-03-31'],
    ['../2022-08', null, '2022-08-31'],
    ['/2022-08', null, '2022-08-31'],
    ['2022-01/..', '2022-01-01', null],
    ['2022-01-05~/', '2022-01-05', null],
    ['[2022-01..2022-03]', '2022-01-01', '2022-03-31'],
    ['[2022-03-04, 2021-12]', '2021-12-01', '2022-03-04'],
    ['[..2022-03]', null, '2022-03-31'],
    ['{2019,2021..}', '2019-01-01', null],
    ['unknown', null, null],
  ])('%s covers %s to %s', (edtf, earliest, latest) => {
    expect(edtfBounds(edtf)).toEqual({ earliest, latest })
  })

  test.each([
    ['', 'nothing'],
    ['0000', 'a year zero'],
    ['0000-01-01', 'a day in a year zero'],
    ['2022-02-29', 'a day that the month has not'],
    ['2022-13', 'a thirteenth month'],
    ['2022-00', 'a month zero'],
    ['2022-20', 'no sub-year grouping'],
    ['2022-21-05', 'a day in a season'],
    ['2022-XX-05', 'a day in an unspecified month'],
    ['199X-05', 'a month in a decade'],
    ['2022-11-20/2022-11-19', 'an end before the beginning'],
    ['2022/2023/2024', 'three sides'],
    ['../..', 'no date at all'],
    ['/', 'no date at all'],
    ['..', 'no date at all'],
    ['[]', 'an empty set'],
    ['[2022,]', 'an empty member'],
    ['[2022}', 'a set that closes otherwise'],
    ['[2022..2023..2024]', 'a run with three ends'],
    ['2022-W47', 'an ISO week'],
    ['20 November 2022', 'prose'],
    ['2022-11-20T25:00:00Z', 'a twenty-fifth hour'],
    ['2022-11T10:00:00Z', 'a time in a month'],
    [' 2022', 'a space before'],
    ['2022-11-20\n', 'a line break after'],
    ['2022-11-20\u0000', 'a control character'],
    ['٢٠٢٢', 'other digits'],
    ['Unknown', 'another spelling of unknown'],
  ])('%j is not EDTF: %s', (edtf) => {
    expect(edtfBounds(edtf)).toBeNull()
    expect(parseEdtf(edtf)).toBeNull()
    expect(precisionOf(edtf)).toBe('unknown')
  })
})

test.each([
  ['2022-11-20', 'day'],
  ['2022-11-20T10:30:00Z', 'day'],
  ['2022-11-14/2022-11-20', 'week'],
  ['2022-11-15/2022-11-21', 'interval'],
  ['2022-11', 'month'],
  ['2022-11-XX', 'month'],
  ['2022-22', 'season'],
  ['2022-33', 'season'],
  ['2022~', 'year'],
  ['199X', 'interval'],
  ['../2022-08', 'interval'],
  ['[2022-01..2022-03]', 'interval'],
  ['[2022-01]', 'month'],
  ['unknown', 'unknown'],
])('%s has the precision %s', (edtf, precision) => {
  expect(precisionOf(edtf)).toBe(precision)
})

test('qualifiers are told apart', () => {
  expect(parseEdtf('2022-11?')).toMatchObject({ uncertain: true, approximate: false })
  expect(parseEdtf('2022-11~')).toMatchObject({ uncertain: false, approximate: true })
  expect(parseEdtf('2022-11%/2023')).toMatchObject({ uncertain: true, approximate: true })
  expect(parseEdtf('2022-11')).toMatchObject({ uncertain: false, approximate: false })
})

const anyDay = fc.integer({ min: dayNumber(1, 1, 1), max: dayNumber(9999, 12, 31) })
const precisions = [10, 7, 4] as const
const anyPoint = fc.tuple(anyDay, fc.constantFrom(...precisions)).map(([day, length]) => dayText(day).slice(0, length))

describe('laws of bounds', () => {
  test('a day covers itself, its month and its year cover it', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const text = dayText(day)
        expect(edtfBounds(text)).toEqual({ earliest: text, latest: text })
        for (const length of precisions) {
          const bounds = edtfBounds(text.slice(0, length))
          expect(bounds?.earliest && bounds.earliest <= text).toBe(true)
          expect(bounds?.latest && bounds.latest >= text).toBe(true)
        }
      }),
    )
  })

  test('an interval and a one-of run reach from the beginning of the one end to the end of the other', () => {
    fc.assert(
      fc.property(anyPoint, anyPoint, (a, b) => {
        const [low, high] = [edtfBounds(a), edtfBounds(b)]
        const ordered = String(low?.earliest) <= String(high?.latest)
        const expected = ordered ? { earliest: low?.earliest, latest: high?.latest } : null
        expect(edtfBounds(`${a}/${b}`)).toEqual(expected)
        expect(edtfBounds(`[${a}..${b}]`)).toEqual(expected)
      }),
    )
  })

  test('any text gives null or days of the calendar in order', () => {
    const inOrder = (text: string): boolean => {
      const { earliest, latest } = edtfBounds(text) ?? { earliest: null, latest: null }
      const known = [earliest, latest].filter((day) => day !== null)
      return known.every((day) => parseDay(day) !== null) && (known.length < 2 || String(earliest) <= String(latest))
    }
    const pieces = ['2022', '0000', '-', '11', '20', 'X', '/', '..', '~', '?', '[', ']', ',', 'T', ' ', '9']
    const likely = fc.array(fc.constantFrom(...pieces)).map((parts) => parts.join(''))
    const failure = fc.check(fc.property(fc.oneof(fc.string(), likely), inOrder), { numRuns: 2000 })
    expect(failure.counterexample).toBeNull()
  })
})

describe('calendar', () => {
  test('day numbers and texts are each other, in order, across the centuries', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(parseDay(dayText(day))).toBe(day)
        expect(weekday(day + 1)).toBe((weekday(day) % 7) + 1)
      }),
    )
  })

  test('weekdays, ISO weeks and months are those of the calendar', () => {
    expect(weekday(dayNumber(2022, 11, 20))).toBe(7)
    expect(weekday(dayNumber(1969, 12, 29))).toBe(1)
    expect(isoWeek(dayNumber(2022, 1, 2))).toEqual({ year: 2021, week: 52 })
    expect(isoWeek(dayNumber(2020, 12, 31))).toEqual({ year: 2020, week: 53 })
    expect(weekInterval(dayNumber(2022, 11, 20))).toBe('2022-11-14/2022-11-20')
    expect(daysInMonth(1900, 2)).toBe(28)
    expect(daysInMonth(2000, 2)).toBe(29)
    expect(parseDay('2022-11-28T09:00:00Z')).toBe(dayNumber(2022, 11, 28))
    expect(parseDay('2022-02-30')).toBeNull()
  })
})
