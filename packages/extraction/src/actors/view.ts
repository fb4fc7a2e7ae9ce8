import type { ParsedText, Sentence, Token } from '@dateline/english'
import { isCommonWord } from '../knowledge/common-words.ts'
import { fold } from '../knowledge/fold.ts'
import { pieces } from '../knowledge/pieces.ts'

/** A sentence as the search for names sees it. */
export interface View {
  index: number
  sentence: Sentence
  tokens: readonly Token[]
  /** Written in capitals throughout */
  capitals: boolean
  /** A heading With Capitals on Most Words */
  heading: boolean
  /** The folded pieces of its tokens, the token of each piece and the first piece of each token */
  pieces: string[]
  tokenOf: number[]
  firstPiece: number[]
}

/** What the whole text says about how words are written. */
export interface Spelling {
  /** Folded words that occur with a small first letter */
  small: ReadonlySet<string>
  /** Folded words that occur with a capital where no sentence begins; how often */
  capital: ReadonlyMap<string, number>
}

export function viewSentences(parsed: ParsedText): { views: View[]; spelling: Spelling } {
  const views = parsed.sentences.map((sentence, index) => view(sentence, index))
  const small = new Set<string>()
  const capital = new Map<string, number>()
  for (const { tokens, capitals, heading } of views) {
    if (capitals || heading) continue
    for (const token of tokens) {
      const first = token.text.charCodeAt(0)
      if (first >= 97 && first <= 122) {
        if (tokens[token.index - 1]?.text !== '-') small.add(fold(token.text))
      } else if (!opensSentence(tokens, token.index) && isCapital(token.text)) {
        const word = fold(token.text)
        capital.set(word, (capital.get(word) ?? 0) + 1)
      }
    }
  }
  return { views, spelling: { small, capital } }
}

function view(sentence: Sentence, index: number): View {
  const { tokens } = sentence
  const all: string[] = []
  const tokenOf: number[] = []
  const firstPiece: number[] = []
  let words = 0
  let upper = 0
  let capital = 0
  let longer = 0
  let common = 0
  for (const token of tokens) {
    firstPiece.push(all.length)
    for (const piece of pieces(token.text)) {
      all.push(piece)
      tokenOf.push(token.index)
    }
    if (!/\p{L}/u.test(token.text)) continue
    words++
    if (token.text.length > 1 && token.text === token.text.toUpperCase()) upper++
    if (token.text.length < 4) continue
    longer++
    if (!isCapital(token.text)) continue
    capital++
    if (token.index > 0 && isCommonWord(fold(token.text))) common++
  }
  const capitals = words >= 4 ? upper / words > 0.7 : words >= 2 && upper === words
  const ends = /[.!?…]["'”’)]*$/u.test(
    tokens
      .slice(-2)
      .map((token) => token.text)
      .join(''),
  )
  return {
    index,
    sentence,
    tokens,
    capitals,
    heading:
      !capitals && longer >= (ends ? 5 : 3) && capital / longer > (ends ? 0.85 : 0.75) && common >= (ends ? 3 : 1),
    pieces: all,
    tokenOf,
    firstPiece,
  }
}

export function isCapital(word: string): boolean {
  const first = word.charCodeAt(0)
  if (first < 128) return first >= 65 && first <= 90
  return /^\p{Lu}/u.test(word)
}

/** Whether a word stands where any word has a capital: at the start, after an opening mark, a colon or a dash. */
export function opensSentence(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1]
  return before === undefined || /^(?:[“"‘'`([{:–—-]|``|''|--|\.{1,3}|…|\*)$/u.test(before.text)
}
