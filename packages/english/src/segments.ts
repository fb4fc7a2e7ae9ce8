import type { RawToken } from './tokenize.ts'
import type { Quotation } from './types.ts'

/** The word that stands for a quotation in the clause around it. */
export const QUOTED = '"…"'

/** A sentence cut into what is parsed by itself: lists of token indices. */
export interface Segments {
  /** All that is in none of the others; -1 - k stands for the k-th of the quoted ones */
  outside: number[]
  /** Pieces of direct speech */
  quoted: number[][]
  /** It hangs from the root of the rest; empty where there is none */
  dateline: number[]
  /** What no tree needs: quotation marks, brackets of insertions, references */
  silent: Silent[]
}

/** A token left out of the trees, and the tokens [from, to) that it encloses. */
export interface Silent {
  index: number
  from: number
  to: number
}

/** A quotation in a sentence: what is inside, as token indices, and its marks. */
interface Piece {
  from: number
  to: number
  marks: number[]
  isSpeech: boolean
}

const SENTENCE_END = /^(?:[,.!?…]+|—|–|--)$/
const LEAD = /^(?:[,:;—–-]|--|["“‘'])$/

/**
 * Cuts a sentence. `quotations` are those that overlap it, in order; the dateline, if any, ends at the offset `body`.
 */
export function segmentsOf(tokens: RawToken[], quotations: Quotation[], body = 0): Segments {
  const pieces = quotations.flatMap((quotation) => pieceOf(tokens, quotation) ?? [])
  const silent = [
    ...brackets(tokens),
    ...pieces.flatMap(({ marks, from, to }) => marks.map((index) => ({ index, from, to }))),
  ]
  if (silent.length === tokens.length) silent.length = 0
  const isHeard = new Uint8Array(tokens.length).fill(1)
  for (const { index } of silent) isHeard[index] = 0
  const between = (from: number, to: number): number[] => {
    const found: number[] = []
    for (let i = from; i < to; i++) if (isHeard[i] === 1) found.push(i)
    return found
  }
  const begin = Math.max(
    0,
    tokens.findIndex((token) => token.start >= body),
  )
  const dateline = between(0, begin)
  const quoted: number[][] = []
  const outside: number[] = []
  let at = begin
  for (const piece of pieces) {
    if (!piece.isSpeech || piece.from < at) continue
    outside.push(...between(at, piece.from))
    at = piece.to
    const inside = between(piece.from, piece.to)
    if (inside.length === 0) continue
    const last = quoted.at(-1)
    if (last && continues(tokens, last, piece)) last.push(...inside)
    else {
      outside.push(-1 - quoted.length)
      quoted.push(inside)
    }
  }
  outside.push(...between(at, tokens.length))
  const hasWords = outside.some((i) => i >= 0 && isWord(tokens[i]))
  if (quoted.length > 0 && hasWords) return { outside, quoted, dateline, silent }
  const rest = between(begin, tokens.length)
  return rest.length > 0
    ? { outside: rest, quoted: [], dateline, silent }
    : { outside: dateline, quoted: [], dateline: [], silent }
}

const isWord = (token: RawToken | undefined): boolean => token !== undefined && /[\p{L}\p{N}]/u.test(token.text)

/** Square brackets around words that were put in ("[Nursultan]"), and references with what they hold ("[7]"). */
function brackets(tokens: RawToken[]): Silent[] {
  const found: Silent[] = []
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i]?.text !== '[') continue
    let close = i + 2
    while (close < tokens.length && close < i + 8 && tokens[close]?.text !== ']') close++
    if (tokens[close]?.text !== ']') continue
    const isReference = close === i + 2 && i > 0 && /^\d+$/.test(tokens[i + 1]?.text ?? '')
    const [from, to] = isReference ? [i - 1, i] : [i + 1, close]
    found.push({ index: i, from, to }, { index: close, from, to })
    if (isReference) found.push({ index: i + 1, from, to })
    i = close
  }
  return found
}

/** "We will win," he said, "and they know it." is one sentence that was said. */
function continues(tokens: RawToken[], before: number[], piece: Piece): boolean {
  const last = tokens[before.at(-1) ?? -1]?.text ?? ''
  return !/[.!?]$/.test(last) && /^\p{Ll}/u.test(tokens[piece.from]?.text ?? '')
}

/** The part of a quotation that stands in this sentence; speech, where it is something said and not a word in quotes. */
function pieceOf(tokens: RawToken[], quotation: Quotation): Piece | undefined {
  const from = tokens.findIndex((token) => token.start >= quotation.innerStart && token.end <= quotation.innerEnd)
  if (from < 0) return undefined
  let to = from
  while (to < tokens.length && (tokens[to]?.end ?? 0) <= quotation.innerEnd) to++
  const opensHere = from > 0 && tokens[from - 1]?.start === quotation.start
  const closing = tokens[to]
  const closesHere = closing?.start === quotation.innerEnd && quotation.end > quotation.innerEnd
  const before = tokens[opensHere ? from - 2 : from - 1]?.text
  const after = tokens[closesHere ? to + 1 : to]?.text
  const first = tokens[from]?.text ?? ''
  const last = tokens[to - 1]?.text ?? ''
  const leads = !opensHere || before === undefined || LEAD.test(before)
  const trails = !closesHere || SENTENCE_END.test(last) || after === ','
  const isSentence = trails && to - from >= 3 && /^\p{Lu}/u.test(first) && SENTENCE_END.test(last)
  return {
    from,
    to,
    marks: [...(opensHere ? [from - 1] : []), ...(closesHere ? [to] : [])],
    isSpeech: quotation.depth === 0 && ((leads && trails) || isSentence),
  }
}
