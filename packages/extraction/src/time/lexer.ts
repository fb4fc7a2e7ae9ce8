import { MONTHS, WEEKDAYS } from './lexicon.ts'

/** A word, number or mark of the text, as the time grammar sees it. */
export interface Lexeme {
  start: number
  end: number
  text: string
  /** Lower case, typographic apostrophes made plain */
  lower: string
  /** A word of the grammar or, for what is none, its shape: `#day`, `#year`, `#clock` … (see {@link numberShape}) */
  key: string
  /** Begins with a capital letter */
  capital: boolean
}

/**
 * Cuts a text into lexemes: words (an abbreviated month or "p.m." with its full stops), ISO and slash dates, clock times,
 * numbers with their separators, ordinals and decades, single marks. A blank line becomes one lexeme `#break`.
 */
export function lex(text: string): Lexeme[] {
  const lexemes: Lexeme[] = []
  PIECE.lastIndex = 0
  for (let piece = PIECE.exec(text); piece; piece = PIECE.exec(text)) {
    const [word, letters, digits] = piece
    const start = piece.index
    const lexeme = letters ? wordAt(text, start, word) : digits ? numberAt(text, start) : markAt(text, start, word)
    lexemes.push(lexeme)
    PIECE.lastIndex = lexeme.end
  }
  return lexemes
}

/** Most of a text is words: they are tried first and by the plainest expression. */
const PIECE =
  /([\p{L}\p{M}]+(?:['’](?!s\b)[\p{L}\p{M}]+)*)|([$€£¥#]?\s?\d)|['’]s\b|['’‘]\d|\n[^\S\n]*\n\s*|[^\s\p{L}\p{N}]|\p{N}/gu

function lexemeOf(start: number, text: string, key?: string): Lexeme {
  const lower = text.toLowerCase().replaceAll('’', "'")
  return { start, end: start + text.length, text, lower, key: key ?? lower, capital: isCapital(text) }
}

function isCapital(text: string): boolean {
  const first = text[0] ?? ''
  return first !== first.toLowerCase()
}

const MERIDIEM = /([ap])\.\s?m\b\.?/iy

function wordAt(text: string, start: number, word: string): Lexeme {
  const next = text[start + word.length]
  if (word.length === 1 && next === '.') {
    MERIDIEM.lastIndex = start
    const meridiem = MERIDIEM.exec(text)
    if (meridiem) return lexemeOf(start, meridiem[0], `#${meridiem[1]?.toLowerCase()}m`)
  }
  if (word.length === 2 && /^[ap]m$/i.test(word)) return lexemeOf(start, word, `#${word.toLowerCase()}`)
  const isAbbreviation = next === '.' && word.length <= 5 && isCapital(word) && isShortName(`${word.toLowerCase()}.`)
  return lexemeOf(start, isAbbreviation ? `${word}.` : word)
}

const isShortName = (abbreviation: string): boolean => MONTHS.has(abbreviation) || WEEKDAYS.has(abbreviation)

/** Numbers by their shapes, the more special first; each is tried where a digit begins. */
const NUMBERS: readonly (readonly [key: string, pattern: RegExp])[] = [
  ['#iso', /(?<![\d.,/-])\d{4}-\d{2}-\d{2}(?!\d)/y],
  ['#slash', /(?<![\d.,/])\d{1,2}\/\d{1,2}\/(?:\d{4}|\d{2})(?![\d/])/y],
  ['#clock', /(?<![\d.:])(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?![\d:])/y],
  ['#money', /[$€£¥#]\s?\d+(?:[.,]\d+)*/y],
  ['#decade', /\d{4}s\b/y],
  ['#decade2', /\d0s\b/y],
  ['#ordinal', /\d+(?:st|nd|rd|th)\b/iy],
  ['#percent', /\d+(?:[.,]\d+)*%/y],
]

const NUMBER = /\d+(?:[.,]\d+)*/y

function numberAt(text: string, from: number): Lexeme {
  const isMoney = /[$€£¥#]/.test(text[from] ?? '')
  const start = isMoney || /\d/.test(text[from] ?? '') ? from : from + 1
  for (const [key, pattern] of NUMBERS) {
    if ((key === '#money') !== isMoney) continue
    pattern.lastIndex = start
    const found = pattern.exec(text)
    if (found) return lexemeOf(start, found[0], key)
  }
  NUMBER.lastIndex = start
  const digits = NUMBER.exec(text)?.[0] ?? text.slice(start, start + 1)
  return lexemeOf(start, digits, numberShape(digits))
}

/** `#day` 1–31, `#year` four digits 1000–2199, `#int` other whole numbers, `#number` with separators or decimals. */
function numberShape(digits: string): string {
  if (!/^\d+$/.test(digits)) return '#number'
  const value = Number(digits)
  if (digits.length <= 2 && value >= 1 && value <= 31) return '#day'
  return digits.length === 4 && value >= 1000 && value <= 2199 ? '#year' : '#int'
}

const SHORT_YEAR = /['’‘](\d0s\b|\d{2}(?![\d\p{L}]))/uy

function markAt(text: string, start: number, mark: string): Lexeme {
  if (mark.startsWith('\n')) return lexemeOf(start, mark, '#break')
  if (mark.length === 2 && /\d/.test(mark)) {
    SHORT_YEAR.lastIndex = start
    const year = SHORT_YEAR.exec(text)
    return year
      ? lexemeOf(start, year[0], year[0].endsWith('s') ? '#decade2' : '#yy')
      : lexemeOf(start, mark.slice(0, 1))
  }
  return lexemeOf(start, mark)
}
