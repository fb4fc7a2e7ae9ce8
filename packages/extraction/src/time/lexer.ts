import { DAY_PARTS, MONTHS, WEEKDAYS } from './lexicon.ts'

/** A word, number or mark of the text, as the time grammar sees it. */
export interface Lexeme {
  start: number
  end: number
  text: string
  /** Lower case, typographic apostrophes made plain */
  lower: string
  /** A word of the grammar or, for what is none, its shape: `#day`, `#year`, `#other`, … (see {@link shapeOf}) */
  key: string
  /** Begins with a capital letter */
  capital: boolean
}

/**
 * Cuts a text into lexemes: ISO and slash dates, clock times, numbers with their separators, ordinals and decades, words
 * (an abbreviated month or "p.m." with its full stops), single marks. A blank line becomes one lexeme `#break`.
 */
export function lex(text: string): Lexeme[] {
  const lexemes: Lexeme[] = []
  for (const match of text.matchAll(LEXEME)) {
    const word = match[0]
    const lower = word.toLowerCase().replaceAll('’', "'")
    const start = match.index
    lexemes.push({
      start,
      end: start + word.length,
      text: word,
      lower,
      key: shapeOf(word, lower),
      capital: /^\p{Lu}/u.test(word),
    })
  }
  return lexemes
}

const LEXEME = new RegExp(
  [
    String.raw`\n[^\S\n]*\n\s*`,
    String.raw`(?<![\d.,/-])\d{4}-\d{2}-\d{2}(?!\d)`,
    String.raw`(?<![\d.,/])\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})(?![\d/])`,
    String.raw`(?<![\d.:])(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?![\d:])`,
    String.raw`[$€£¥#]\s?\d[\d.,]*\d|[$€£¥#]\s?\d`,
    String.raw`['’‘]\d0s\b`,
    String.raw`\d{4}s\b|\d0s\b`,
    String.raw`['’‘]\d{2}(?![\d\p{L}])`,
    String.raw`\d+(?:st|nd|rd|th)\b`,
    String.raw`\d+(?:[.,]\d+)*%?`,
    String.raw`\b[AaPp]\.?\s?[Mm](?:\.|\b)(?<=[AaPp]\.?\s?[Mm]\.?)`,
    String.raw`(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Mon|Tues|Tue|Wed|Thurs|Thur|Thu|Fri|Sat|Sun|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT|SEP|OCT|NOV|DEC)\.`,
    String.raw`['’]s\b`,
    String.raw`[\p{L}\p{M}]+(?:['’](?!s\b)[\p{L}\p{M}]+)*`,
    String.raw`[^\s\p{L}\p{N}]`,
  ].join('|'),
  'gu',
)

/**
 * What is no word by itself: `#break` paragraph, `#iso` 2022-11-20, `#slash` 11/20/22, `#clock` 16:08, `#day` 1–31,
 * `#int` other whole numbers, `#year` four digits 1000–2199, `#number` with separators or decimals, `#money`, `#percent`,
 * `#ordinal` 20th, `#yy` '82, `#decade` 1990s, `#decade2` 90s, `#am`, `#pm`, `#Other` a capitalised word, `#other` any other.
 */
function shapeOf(word: string, lower: string): string {
  if (word.startsWith('\n')) return '#break'
  if (/^[$€£¥#]/.test(word)) return '#money'
  if (/^\d/.test(word)) return numberShape(lower)
  if (/^['‘’]\d/.test(word)) return lower.endsWith('s') ? '#decade2' : '#yy'
  if (/^[ap]\.?\s?m\.?$/.test(lower) && (lower.includes('.') || lower.length === 2))
    return lower.startsWith('a') ? '#am' : '#pm'
  return lower
}

function numberShape(lower: string): string {
  if (/^\d{4}-/.test(lower)) return '#iso'
  if (lower.includes('/')) return '#slash'
  if (lower.includes(':')) return '#clock'
  if (lower.endsWith('%')) return '#percent'
  if (/^\d{4}s$/.test(lower)) return '#decade'
  if (/^\d0s$/.test(lower)) return '#decade2'
  if (/[a-z]$/.test(lower)) return '#ordinal'
  if (!/^\d+$/.test(lower)) return '#number'
  const value = Number(lower)
  if (lower.length <= 2 && value >= 1 && value <= 31) return '#day'
  return lower.length === 4 && value >= 1000 && value <= 2199 ? '#year' : '#int'
}

/** Words that mean a time only with a capital (or in a text that has none or nothing else): months, weekdays. */
export function isProperTime(lower: string): boolean {
  return MONTHS.has(lower) || (WEEKDAYS.has(lower) && !DAY_PARTS.has(lower))
}
