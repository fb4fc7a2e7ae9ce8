import type { Lexeme } from './lexer.ts'
import { CARDINALS, MONTHS, ORDINALS, SCALES, UNITS, WEEKDAYS, type Unit } from './lexicon.ts'
import type { PatternMatch } from './pattern.ts'
import type { Part } from './period.ts'
import type { Reading, Which } from './reading.ts'

/** A rule of the time grammar. `read` gives null where the words are no time expression after all. */
export interface Rule {
  pattern: string
  read: (match: PatternMatch) => Reading | null
}

export const rule = (pattern: string, read: Rule['read']): Rule => ({ pattern, read })

/** The lexeme `n` places after the match's beginning (negative: before it) or, with `from: 'to'`, after its end. */
export function beside(match: PatternMatch, n: number): Lexeme | undefined {
  return match.lexemes[n < 0 ? match.from + n : match.to + n]
}

/** Whether the match is part of a name: capitalised beside another capitalised word, or a paper ("the Herald daily"). */
export function isProper(match: PatternMatch): boolean {
  const [before, first, after] = [beside(match, -1), match.lexemes[match.from], beside(match, 0)]
  const isName = (lexeme: Lexeme | undefined): boolean => lexeme?.capital === true && lexeme.text.length > 1
  if (first && first.text === first.text.toUpperCase() && first.text.length > 1) return false
  if (first?.capital) return isName(after) || (isName(before) && before?.lower !== 'the')
  return first?.lower === 'daily' && isName(before)
}

const PARTS: readonly Part[] = ['early', 'mid', 'late', 'before', 'after']

export function partOf(match: PatternMatch): Part | undefined {
  return PARTS.find((part) => match.group(part).length > 0)
}

export function monthIn(match: PatternMatch, name = 'month'): number {
  return MONTHS.get(match.word(name)) ?? 0
}

export function weekdayIn(match: PatternMatch, name = 'weekday'): number | undefined {
  return WEEKDAYS.get(match.word(name))
}

export function unitIn(match: PatternMatch, name = 'unit'): Unit {
  return UNITS.get(match.word(name)) ?? 'D'
}

/** A number in digits or an ordinal, in digits or words; 0 where there is none. */
export function numberIn(match: PatternMatch, name: string): number {
  const words = match.group(name)
  const word = words.at(-1)?.lower ?? ''
  return ORDINALS.get(word) ?? CARDINALS.get(word) ?? (Number.parseInt(word, 10) || 0)
}

/** A year in four digits, in two ('82, 82: the one nearest to `pivot` in the century before it), or undefined. */
export function yearIn(match: PatternMatch, name = 'year', pivot = TWO_DIGIT_PIVOT): number | undefined {
  const digits = match.word(name).replace(/\D/g, '')
  if (digits === '') return undefined
  const value = Number(digits)
  if (digits.length > 2) return value
  return value > pivot ? 1900 + value : 2000 + value
}

/** Two-digit years up to this one are of the 2000s, those above of the 1900s (as POSIX `strptime` does, with 68). */
const TWO_DIGIT_PIVOT = 68

export function whichOf(word: string): Which | undefined {
  if (['last', 'past', 'previous', 'preceding'].includes(word)) return 'last'
  if (['next', 'coming', 'following', 'upcoming', 'subsequent'].includes(word)) return 'next'
  return word === 'this' || word === 'current' ? 'this' : undefined
}

const SHIFTS: Readonly<Record<Which, number>> = { last: -1, this: 0, next: 1 }

export function yearShiftOf(match: PatternMatch, name = 'shift'): number | undefined {
  const which = whichOf(match.word(name))
  return which && SHIFTS[which]
}

/**
 * The value of a counting phrase: "25", "two and a half", "several" (null: more than one, nobody says how many). An
 * article counts one.
 */
export function countOf(words: readonly Lexeme[]): number | null {
  const text = words.map((word) => word.lower)
  if (text.some((word) => VAGUE.has(word) || word === 'dozens')) return null
  let sum = 0
  let known = false
  for (const [i, word] of text.entries()) {
    const scale = SCALES.get(word)
    if (scale !== undefined) {
      sum = Math.max(sum, 1) * scale
      known = true
    } else if (word === 'half') {
      sum += 0.5
      return known || text[i + 1] !== undefined ? sum : 0.5
    } else if (word === 'couple') return 2
    else {
      const value = CARDINALS.get(word) ?? (/^\d/.test(word) ? Number(word.replaceAll(',', '')) : undefined)
      if (value === undefined) continue
      sum += value
      known = true
    }
  }
  return known ? sum : 1
}

const VAGUE = new Set(['few', 'several', 'many', 'some', 'number'])

/** ISO 8601 duration; `X` where the number is not known: `P2W`, `PT30M`, `PXY`. Decades and centuries count in years. */
export function durationValue(count: number | null, unit: Unit, word: string): string {
  const fortnights = word.startsWith('fortnight') ? 2 : 1
  const [factor, designator] = FACTORS[unit]
  const number = count === null ? 'X' : count * factor * fortnights
  // Half an hour is thirty minutes: TIMEX3 writes no fractions of an hour.
  if (unit === 'TH' && typeof number === 'number' && number % 1 !== 0) return `PT${Math.round(number * 60)}M`
  if (unit === 'Y' && number === 0.5) return 'P6M'
  return unit.startsWith('T') ? `PT${number}${designator}` : `P${number}${designator}`
}

const FACTORS: Readonly<Record<Unit, readonly [number, string]>> = {
  TS: [1, 'S'],
  TM: [1, 'M'],
  TH: [1, 'H'],
  D: [1, 'D'],
  WE: [1, 'WE'],
  W: [1, 'W'],
  M: [1, 'M'],
  Q: [1, 'Q'],
  Y: [1, 'Y'],
  DE: [10, 'Y'],
  CE: [100, 'Y'],
}
