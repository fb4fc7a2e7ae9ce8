import type { Span } from '@dateline/domain'
import type { ParsedText, Quotation, Sentence } from '@dateline/english'

/** The quotations of a text, nested ones left out, asked by offset. */
export interface Quotes {
  /** The end of a quotation that opens right behind an offset, nothing but a colon and a space between */
  opening: (text: string, offset: number) => number | null
  /** The quotation of the same paragraph that ends right before a sentence */
  endingBefore: (sentence: Sentence) => Quotation | null
  /** The quotation that opens right behind a sentence, else the whole paragraph below it */
  below: (parsed: ParsedText, index: number) => Pick<Span, 'start' | 'end'> | null
  /** The quotation in which an offset lies, marks included */
  at: (offset: number) => Quotation | null
  /** Those that lie in one of the spans */
  within: (spans: readonly (readonly [number, number])[]) => Quotation[]
}

export function outerQuotations(parsed: ParsedText): Quotes {
  const outer = parsed.quotations
    .filter((quotation) => quotation.depth === 0)
    .map((quotation) => doubled(parsed.text, quotation))
  // Which quotation each offset lies in, so that the many questions cost nothing.
  const owner = new Int32Array(parsed.text.length + 1).fill(-1)
  for (const [index, { start, end }] of outer.entries()) owner.fill(index, start, end)
  const at = (offset: number): Quotation | null => outer[owner[offset] ?? -1] ?? null
  const endingBefore = ({ start, paragraph }: Sentence): Quotation | null => {
    let before = start
    while (before > 0 && /\s/.test(parsed.text[before - 1] ?? '')) before--
    return before > (parsed.paragraphs[paragraph]?.start ?? 0) ? at(before - 1) : null
  }
  const opening = (text: string, offset: number): number | null => {
    const next = offset + (/^:? ?/.exec(text.slice(offset, offset + 2))?.[0].length ?? 0)
    const quotation = at(next)
    return quotation?.start === next ? quotation.end : null
  }
  const below = ({ sentences, paragraphs }: ParsedText, index: number): Pick<Span, 'start' | 'end'> | null => {
    const [from, next] = [sentences[index], sentences[index + 1]]
    if (!from || !next) return null
    const quotation = at(next.start)
    if (quotation?.start === next.start) return quotation
    return next.paragraph > from.paragraph ? (paragraphs[next.paragraph] ?? null) : null
  }
  return {
    at,
    below,
    opening,
    endingBefore,
    within: (spans) => quotationsIn(outer, spans),
  }
}

/** The quotations that lie in spans; both are gone through once, in order. */
function quotationsIn(outer: readonly Quotation[], spans: readonly (readonly [number, number])[]): Quotation[] {
  const ordered = spans.toSorted((a, b) => a[0] - b[0])
  const [first] = ordered
  if (!first) return []
  const found: Quotation[] = []
  let index = firstEndingBehind(outer, first[0])
  for (const [from, to] of ordered) {
    for (let quotation = outer[index]; quotation && quotation.end - 1 <= to; quotation = outer[++index])
      if (from <= quotation.start + 1) found.push(quotation)
  }
  return found
}

function firstEndingBehind(outer: readonly Quotation[], offset: number): number {
  let low = 0
  let high = outer.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((outer[middle]?.end ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** Two single marks are one double mark: ''so''. */
function doubled(text: string, quotation: Quotation): Quotation {
  const { start, end, innerEnd } = quotation
  if (text[start] !== "'" || text[start - 1] !== "'") return quotation
  return {
    ...quotation,
    start: start - 1,
    end: text[end] === "'" ? end + 1 : end,
    innerEnd: text[innerEnd - 1] === "'" ? innerEnd - 1 : innerEnd,
  }
}

/** The quotations that stand alone in the sentences behind a quoted content, up to the end of the paragraph. */
export function quotesAfter(
  parsed: ParsedText,
  quotes: Quotes,
  index: number,
  spans: readonly (readonly [number, number])[],
): [start: number, end: number][] {
  const found: [start: number, end: number][] = []
  if (!spans.some(([start, end]) => quotes.at(start) !== null || quotes.at(end - 1) !== null)) return found
  const paragraph = parsed.sentences[index]?.paragraph ?? 0
  let covered = Math.max(...spans.map(([, end]) => end), parsed.sentences[index]?.end ?? 0)
  for (let i = index + 1; i < parsed.sentences.length; i++) {
    const sentence = parsed.sentences[i]
    if (!sentence || sentence.paragraph > paragraph + MAX_PARAGRAPHS) break
    if (sentence.end <= covered) continue
    const quotation = quotes.at(sentence.start)
    if (!quotation || !isAlone(parsed, i, quotation, quotes)) break
    if (quotation.start >= covered) found.push([quotation.start, quotation.end])
    covered = Math.max(covered, quotation.end)
  }
  return found
}

/** How many paragraphs of nothing but quotation may follow the one with the cue. */
const MAX_PARAGRAPHS = 3

/** Whether a quotation fills all sentences that it touches, so that no cue stands beside it. */
function isAlone(parsed: ParsedText, index: number, quotation: Quotation, quotes: Quotes): boolean {
  for (let i = index; (parsed.sentences[i]?.start ?? Infinity) < quotation.end; i++) {
    const sentence = parsed.sentences[i]
    if (sentence && !isQuoted(sentence, quotes)) return false
  }
  return true
}

const isQuoted = (sentence: Sentence, quotes: Quotes): boolean =>
  sentence.tokens.every((token) => token.upos === 'PUNCT' || quotes.at(token.start) !== null)
