import { CALENDAR_RULES } from './grammar-calendar.ts'
import { AMOUNT_RULES } from './grammar-amount.ts'
import { RELATIVE_RULES } from './grammar-relative.ts'
import { lex, type Lexeme } from './lexer.ts'
import { compile, matchAt } from './pattern.ts'
import type { DatedReading, Reading } from './reading.ts'
import type { Rule } from './rule.ts'
import { VOCABULARY } from './vocabulary.ts'

/** A time expression found, not yet resolved. Offsets into the text, half open. */
export interface Found {
  start: number
  end: number
  reading: Reading
}

const GRAMMAR = compile<Rule>([...CALENDAR_RULES, ...RELATIVE_RULES, ...AMOUNT_RULES], VOCABULARY)

/** Finds the time expressions of a text: at each place the longest reading; of equal ones that of the earlier rule. */
export function scan(text: string): Found[] {
  const lexemes = lex(text)
  const codes = GRAMMAR.encode(lexemes)
  const atoms: Atom[] = []
  for (let at = 0; at < lexemes.length;) {
    const atom = longestAt(codes, lexemes, at)
    if (atom) atoms.push(atom)
    at = atom ? atom.to : at + 1
  }
  return join(atoms, lexemes).map(({ from, to, reading }) => ({
    start: lexemes[from]?.start ?? 0,
    end: lexemes[to - 1]?.end ?? 0,
    reading,
  }))
}

/** A reading over lexemes, half open. */
interface Atom {
  from: number
  to: number
  reading: Reading
}

function longestAt(codes: string, lexemes: readonly Lexeme[], at: number): Atom | null {
  const code = codes[at] ?? ''
  let best: Atom | null = null
  for (const { regex, rule } of GRAMMAR.beginning.get(code) ?? []) {
    const match = matchAt(regex, codes, lexemes, at)
    if (!match || (best && match.to <= best.to)) continue
    const reading = rule.read(match)
    if (reading) best = { from: at, to: match.to, reading }
  }
  return best
}

/** Joins what is one expression: "5 p.m. on Friday", "Friday, around 5 p.m.", "the morning of 20 November". */
function join(atoms: readonly Atom[], lexemes: readonly Lexeme[]): Atom[] {
  const joined: Atom[] = []
  for (const atom of atoms) {
    const last = joined.at(-1)
    const both =
      last &&
      joinTwo(
        last,
        atom,
        lexemes.slice(last.to, atom.from).map((lexeme) => lexeme.lower),
      )
    if (both) joined[joined.length - 1] = { from: last.from, to: atom.to, reading: both }
    else joined.push(atom)
  }
  shareYears(joined, lexemes)
  return joined
}

function joinTwo(left: Atom, right: Atom, between: readonly string[]): Reading | null {
  const gap = between.join(' ')
  const [a, b] = [left.reading, right.reading]
  if (a.type === 'time' && a.date === null && isDay(b) && ['', ',', 'on', ', on', 'of'].includes(gap))
    return { ...a, date: b }
  if (
    b.type === 'time' &&
    b.date === null &&
    isDay(a) &&
    ['', ',', 'at', 'in the', ', at', ', around', 'around', 'about'].includes(gap)
  )
    return { ...b, date: a }
  if (a.type === 'weekday' && b.type === 'calendar' && b.day !== undefined && [',', ''].includes(gap))
    return { ...b, weekday: a.weekday }
  // Monday night at 9 p.m.
  if (a.type === 'time' && a.date && b.type === 'time' && b.date === null && ['', ',', 'at'].includes(gap))
    return { ...b, date: a.date }
  return null
}

function isDay(reading: Reading): reading is DatedReading {
  return (
    reading.type === 'weekday' ||
    (reading.type === 'calendar' && reading.day !== undefined) ||
    reading.type === 'holiday' ||
    (reading.type === 'shift' && reading.unit === 'D') ||
    (reading.type === 'same' && reading.unit === 'D')
  )
}

/** "Between March and May 2003", "on 3 and 5 May 2003": the year belongs to both. */
function shareYears(atoms: readonly Atom[], lexemes: readonly Lexeme[]): void {
  for (let i = atoms.length - 2; i >= 0; i--) {
    const [left, right] = [atoms[i], atoms[i + 1]]
    if (!left || !right) continue
    const gap = lexemes.slice(left.to, right.from)
    if (gap.length === 0 || gap.length > 2 || !gap.every((lexeme) => CONNECTORS.has(lexeme.lower))) continue
    const [a, b] = [left.reading, right.reading]
    if (a.type !== 'calendar' || a.month === undefined || a.year !== undefined || a.which || a.yearShift !== undefined)
      continue
    if (b.type !== 'calendar' || b.month === undefined || b.year === undefined) continue
    left.reading = { ...a, year: a.month > b.month ? b.year - 1 : b.year }
  }
}

const CONNECTORS = new Set(['and', 'to', 'or', 'through', 'until', 'till', '-', '–', '—', ',', 'from', 'in'])
