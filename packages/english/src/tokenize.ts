import { isAbbreviation } from './abbreviations.ts'
import { cliticCuts } from './clitics.ts'
import { keepsHyphen } from './hyphens.ts'

/** A token before it is tagged. Offsets are UTF-16 code units, half open. */
export interface RawToken {
  start: number
  end: number
  text: string
}

// Marks that show nothing (soft hyphen, joiners, direction marks) belong to the word they stand in.
const INVISIBLE = '\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u2069\\ufeff'
const WORD = `[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}${INVISIBLE}]*`

const PIECE = new RegExp(
  [
    '(?<url>https?://[^\\s<>"“”]+(?<![.,:;!?)\\]\'’])|www\\.[^\\s<>"“”]+(?<![.,:;!?)\\]\'’]))',
    '(?<mail>[\\w.+-]{1,64}@[\\w-]+(?:\\.[\\w-]+)+)',
    '(?<handle>[@#][\\p{L}\\p{N}_]+)',
    '(?<dotted>(?:\\p{L}\\.){2,}(?:\\p{L}(?![\\p{L}\\p{N}.]))?)',
    '(?<number>\\p{N}+(?:[.,:/]\\p{N}+)+(?:st|nd|rd|th|s)?(?![\\p{L}\\p{N}])' +
      '|\\p{N}+(?:[.,]\\p{N}+)*(?=(?:[ap]\\.?m|[kc]?m|k?g|[bmt]n|[mk]ph)\\b|%)' +
      '|\\p{N}{4}-\\p{N}{2}-\\p{N}{2}(?!\\p{N})|\\p{N}{3}(?:-\\p{N}{3,4})+(?!\\p{N}))',
    `(?<word>${WORD}(?:['’\`&]${WORD})*)`,
    '(?<run>\\.{2,}|…+|-{2,}|_{2,}|\\*{2,}|={2,}|[!?]{2,})',
    '(?<emoji>\\p{Extended_Pictographic}[\\ufe0f\\u{1f3fb}-\\u{1f3ff}]*(?:\\u200d\\p{Extended_Pictographic}[\\ufe0f\\u{1f3fb}-\\u{1f3ff}]*)*)',
    `(?<other>[^\\s\\p{Cc}${INVISIBLE}]\\p{M}*)`,
    '(?<skip>[\\s\\S])',
  ].join('|'),
  'yu',
)
const SPACE = new RegExp(`[\\s\\p{Cc}${INVISIBLE}]*`, 'yu')

/**
 * The tokens of `text` between two offsets, cut as the English treebanks cut them: `wo` `n't`, `Bush` `'s`,
 * `well` `-` `known`. `isQuote` says which offsets are quotation marks, so that no apostrophe is made of them.
 */
export function tokenize(
  text: string,
  from = 0,
  to = text.length,
  isQuote: (offset: number) => boolean = () => false,
): RawToken[] {
  const tokens: RawToken[] = []
  let at = from
  for (;;) {
    SPACE.lastIndex = at
    SPACE.exec(text)
    at = Math.max(at, SPACE.lastIndex)
    if (at >= to) return tokens
    PIECE.lastIndex = at
    const match = PIECE.exec(text)
    const groups = match?.groups
    const end = Math.min(to, at + Math.max(1, match?.[0].length ?? 1))
    if (groups?.['word'] !== undefined) at = word(text, at, end, to, isQuote, tokens)
    else {
      if (groups?.['skip'] === undefined) tokens.push({ start: at, end, text: text.slice(at, end) })
      at = end
    }
  }
}

function word(
  text: string,
  start: number,
  end: number,
  to: number,
  isQuote: (offset: number) => boolean,
  tokens: RawToken[],
): number {
  const apostrophe = text.slice(start, end).search(/['’`]/)
  if (apostrophe > 0 && isQuote(start + apostrophe)) end = start + apostrophe
  const next = text.charAt(end)
  if (next === '.' && end < to && isAbbreviation(text.slice(start, end))) end++
  else if (
    next === '-' &&
    end + 1 < to &&
    keepsHyphen(text.slice(start, end)) &&
    /[\p{L}\p{N}]/u.test(text.charAt(end + 1))
  ) {
    PIECE.lastIndex = end + 1
    const rest = PIECE.exec(text)
    if (rest?.groups?.['word'] !== undefined) end = Math.min(to, end + 1 + rest[0].length)
  } else if (/['’]/.test(next) && end < to && !isQuote(end) && /s$/i.test(text.slice(start, end))) {
    tokens.push({ start, end, text: text.slice(start, end) }, { start: end, end: end + 1, text: next })
    return end + 1
  }
  for (const length of cliticCuts(text.slice(start, end))) {
    tokens.push({ start, end: start + length, text: text.slice(start, start + length) })
    start += length
  }
  return end
}
