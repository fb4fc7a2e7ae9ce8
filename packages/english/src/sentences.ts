import { bindsForward } from './abbreviations.ts'
import type { RawToken } from './tokenize.ts'

/** A sentence is never longer than this many tokens: a text without punctuation is cut, so that time stays linear. */
export const LONGEST_SENTENCE = 100

const STOP = /^(?:[.!?。؟]+|…+|\.{2,})$/
const CLOSER = /^["”’'»)\]}]+$/
const OPENER = /^["“‘«([{]$/
const STARTER = new Set(
  (
    'The A An He She It They We I You In On At But And However This That These Those There Here When While After Before As ' +
    'If For According His Her Its Their Our My By To From With Under Over During Since Until Although Despite Some Many Most ' +
    'Several Both Each Such No Not One Two Three What Who Why How Where Last Earlier Later Police Officials Now Then Today ' +
    'Yesterday Meanwhile Also Still Yet So Or Only Even Instead Among Between'
  ).split(' '),
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
    const text = tokens[i]?.text ?? ''
    if (!'.!?…。؟'.includes(text.charAt(text.length - 1)) || !endsAt(tokens, i)) continue
    i = lastCloser(tokens, i)
    if (startsAt(tokens, i + 1)) cut(i + 1)
  }
  cut(tokens.length)
  return sentences
}

/** The last of the closing marks and of the references ("[7]", "…") that belong to the sentence that ends at i. */
function lastCloser(tokens: RawToken[], i: number): number {
  for (;;) {
    const next = tokens[i + 1]
    if (!next) return i
    if (isCloser(tokens, i + 1) || STOP.test(next.text)) i++
    else if (next.text === '[' && /^\d+$/.test(tokens[i + 2]?.text ?? '') && tokens[i + 3]?.text === ']') i += 3
    else return i
  }
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
  if (bindsForward(token.text)) return false
  return STARTER.has(next.text) || isCloser(tokens, i + 1) || OPENER.test(next.text)
}

function startsAt(tokens: RawToken[], i: number): boolean {
  const token = tokens[i]
  const before = tokens[i - 1]
  if (!token || !before) return true
  if (before.end === token.start && STOP.test(before.text) && /^[\p{L}\p{N}]/u.test(token.text)) {
    return /^\p{Lu}\p{Ll}/u.test(token.text)
  }
  if (/^[\p{Ll},;:]/u.test(token.text)) return false
  return !(CLOSER.test(before.text) && isSaidBy(tokens, i))
}

/** Whether a clause of saying follows an exclamation or a question: "Will we?" Tokayev asked. */
function isSaidBy(tokens: RawToken[], i: number): boolean {
  const stop = tokens[i - 2]?.text ?? ''
  if (!/[!?]$/.test(stop)) return false
  for (let k = i; k < Math.min(tokens.length, i + 5); k++) {
    const word = tokens[k]?.text ?? ''
    if (SAYING.test(word)) return true
    if (k > i && /^\p{Ll}/u.test(word)) return false
  }
  return false
}
