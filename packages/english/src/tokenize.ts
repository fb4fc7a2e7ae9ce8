import { isAbbreviation } from './abbreviations.ts'
import { BLANK, DIGIT, isWordAt, JOINING, kindOf, LETTER } from './characters.ts'
import { cliticCuts } from './clitics.ts'
import { keepsHyphen } from './hyphens.ts'

/** A token before it is tagged. Offsets are UTF-16 code units, half open. */
export interface RawToken {
  start: number
  end: number
  text: string
}

const WEB = /(?:https?:\/\/|www\.)[^\s<>"“”]+(?<![.,:;!?)\]'’])/y
const MAIL = /[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/y
const DOTTED = /(?:(?:\p{L}|Ph|Sc)\.){2,}(?:\p{L}(?![\p{L}\p{N}.]))?/uy
const NUMBER = new RegExp(
  [
    '\\p{N}{4}-\\p{N}{2}-\\p{N}{2}(?!\\p{N})',
    '\\p{N}{3}(?:-\\p{N}{3,4})+(?!\\p{N})',
    '\\p{N}+(?:[.,:/]\\p{N}+)+(?:st|nd|rd|th|s)?(?![\\p{L}\\p{N}])',
    '\\p{N}+(?:[.,:]\\p{N}+)*(?=(?:[ap]\\.?m|[kc]?m|k?g|[bmt]n|[mk]ph)\\b|%)',
  ].join('|'),
  'uy',
)
// a pictograph with its variants, or several joined to one: families, flags, skin tones
const PICTOGRAPH = '\\p{Extended_Pictographic}(?:\\p{Emoji_Modifier}|\\ufe0f)*'
const SYMBOL = new RegExp(
  [
    '[@#][\\p{L}\\p{N}_]+|\\.{2,}|…+|-{2,}|_{2,}|\\*{2,}|={2,}|[!?]{2,}|``',
    `${PICTOGRAPH}(?:\\u200d${PICTOGRAPH})*|\\p{Regional_Indicator}{2}`,
    "''|[\\s\\S]\\p{M}*",
  ].join('|'),
  'uy',
)
const SURROGATE_LETTER = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/uy

function matchAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : -1
}

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
  const mayHaveMail = text.slice(from, to).includes('@')
  for (let at = from; at < to;) {
    const kind = kindOf(text.charCodeAt(at))
    if ((kind & BLANK) !== 0) {
      at++
      continue
    }
    if (mayHaveMail) {
      const end = matchAt(MAIL, text, at)
      if (end > at && end <= to) {
        at = push(tokens, text, at, end)
        continue
      }
    }
    if ((kind & LETTER) !== 0) at = letters(text, at, to, isQuote, tokens)
    else if ((kind & DIGIT) !== 0) {
      const end = matchAt(NUMBER, text, at)
      at = end > at && end <= to ? push(tokens, text, at, end) : letters(text, at, to, isQuote, tokens)
    } else {
      const word = matchAt(SURROGATE_LETTER, text, at)
      at = push(tokens, text, at, Math.min(to, word > at ? word : Math.max(at + 1, matchAt(SYMBOL, text, at))))
    }
  }
  return tokens
}

function push(tokens: RawToken[], text: string, start: number, end: number): number {
  tokens.push({ start, end, text: text.slice(start, end) })
  return end
}

/** Where the letters, digits and what joins them end. */
function wordEnd(text: string, at: number, to: number): number {
  while (at < to && (kindOf(text.charCodeAt(at)) & (LETTER | DIGIT | JOINING)) !== 0) at++
  return at
}

const APOSTROPHES = "'’`"

function letters(
  text: string,
  start: number,
  to: number,
  isQuote: (offset: number) => boolean,
  tokens: RawToken[],
): number {
  let end = wordEnd(text, start, to)
  const first = text.charAt(end)
  if (first === '.' && end <= start + 2) {
    const dotted = matchAt(DOTTED, text, start)
    if (dotted > 0 && dotted <= to) return push(tokens, text, start, dotted)
  }
  if ((first === ':' && text.startsWith('//', end + 1)) || (first === '.' && end === start + 3)) {
    const web = matchAt(WEB, text, start)
    if (web > 0 && web <= to) return push(tokens, text, start, web)
  }
  let hasApostrophe = false
  for (let next = text.charAt(end); end + 1 < to && isWordAt(text, end + 1); next = text.charAt(end)) {
    const isApostrophe = APOSTROPHES.includes(next)
    if (
      next === '-'
        ? !keepsHyphen(text.slice(start, end), text.slice(end + 1, wordEnd(text, end + 1, to)))
        : next !== '&' && !(isApostrophe && !isQuote(end))
    )
      break
    hasApostrophe ||= isApostrophe
    end = wordEnd(text, end + 1, to)
  }
  const next = end < to ? text.charAt(end) : ''
  if (next === '.' && isAbbreviation(text.slice(start, end), text.slice(end + 1, end + 3))) {
    return push(tokens, text, start, end + 1)
  }
  if (!hasApostrophe) {
    const isPossessive = (next === "'" || next === '’') && !isQuote(end) && /s$/i.test(text.charAt(end - 1))
    if (isPossessive) push(tokens, text, start, end)
    else cut(text, start, end, tokens)
    return isPossessive ? push(tokens, text, end, end + 1) : end
  }
  cut(text, start, end, tokens)
  return end
}

function cut(text: string, start: number, end: number, tokens: RawToken[]): void {
  const word = text.slice(start, end)
  const cuts = cliticCuts(word)
  if (!cuts) tokens.push({ start, end, text: word })
  else for (const length of cuts) start = push(tokens, text, start, start + length)
}
