import { bindsForward } from './abbreviations.ts'
import type { RawToken } from './tokenize.ts'

/** A sentence is never longer than this many tokens: a text without punctuation is cut, so that time stays linear. */
export const LONGEST_SENTENCE = 160

const STOP = /^(?:[.!?。؟]+|…+|\.{2,})$/
const CLOSER = /^["”’'»)\]}]+$/
const STARTER = new Set(
  'The A An He She It They We I You In On At But And However This That These Those There When While After Before As If For According His Her Its Their Our By To From With Some Many Most No Not One Two What Who Why How Where Last Police Officials Now Meanwhile Also'.split(
    ' ',
  ),
)
const SAYING =
  /^(?:said|says|asked|told|added|replied|warned|wrote|tweeted|declared|announced|insisted|argued|cried|shouted|exclaimed|wondered|demanded|asks|adds|writes)$/

/** Cuts the tokens of one line or paragraph into sentences. */
export function splitSentences(tokens: RawToken[]): RawToken[][] {
  const sentences: RawToken[][] = []
  let from = 0
  const cut = (to: number): void => {
    for (; to - from > LONGEST_SENTENCE; from += LONGEST_SENTENCE) {
      sentences.push(tokens.slice(from, from + LONGEST_SENTENCE))
    }
    if (to > from) sentences.push(tokens.slice(from, to))
    from = to
  }
  for (let i = 0; i < tokens.length; i++) {
    if (!endsAt(tokens, i)) continue
    while (i + 1 < tokens.length && isCloser(tokens, i + 1)) i++
    if (startsAt(tokens, i + 1)) cut(i + 1)
  }
  cut(tokens.length)
  return sentences
}

function isCloser(tokens: RawToken[], i: number): boolean {
  const token = tokens[i]
  const before = tokens[i - 1]
  return token !== undefined && before !== undefined && CLOSER.test(token.text) && token.start === before.end
}

function endsAt(tokens: RawToken[], i: number): boolean {
  const token = tokens[i]
  if (!token) return false
  if (STOP.test(token.text)) return true
  const next = tokens[i + 1]
  if (!next || !token.text.endsWith('.') || token.text.length < 2) return false
  // an abbreviation ends a sentence only where what follows is no name that it could belong to
  return !bindsForward(token.text) && (STARTER.has(next.text) || isCloser(tokens, i + 1))
}

function startsAt(tokens: RawToken[], i: number): boolean {
  const token = tokens[i]
  if (!token) return true
  const before = tokens[i - 1]
  if (before && before.end === token.start && /^[\p{L}\p{N}]/u.test(token.text) && STOP.test(before.text))
    return /^\p{Lu}\p{Ll}/u.test(token.text)
  if (/^[\p{Ll},;:]/u.test(token.text)) return false
  if (before && CLOSER.test(before.text) && !/^[)\]]/.test(before.text)) {
    // "Will we?" Tokayev said.
    for (let k = i; k < Math.min(tokens.length, i + 5); k++) {
      const word = tokens[k]?.text ?? ''
      if (SAYING.test(word)) return !(k > i && /^["“]/.test(tokens[i - 1]?.text ?? '')) && !isQuestion(tokens, i - 2)
      if (/^\p{Ll}/u.test(word) && k > i) break
    }
  }
  return true
}

function isQuestion(tokens: RawToken[], i: number): boolean {
  return /[!?]/.test(tokens[i]?.text ?? '')
}
