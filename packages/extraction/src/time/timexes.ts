import type { Timex } from '@dateline/domain'
import type { ParsedText, Sentence } from '@dateline/english'
import { directionOf } from './direction.ts'
import type { Period } from './period.ts'
import { publicationDayOf, resolve, type Resolved } from './resolve.ts'
import { scan } from './scan.ts'

/** A time expression with its place in the parsed text. */
export interface TimexMention extends Timex {
  /** Index of the sentence in which it begins */
  sentence: number
  /** Its tokens in that sentence, half open */
  from: number
  to: number
  /** A calendar date of its own, resolved from publication or context, or neither (vague, duration, set) */
  anchor: Resolved['anchor']
  /** The words leave open which days exactly are meant */
  fuzzy: boolean
}

/**
 * Every time expression of a text (TimeML TIMEX3), in order. Relative ones are resolved from `publishedAt` (a date or an
 * RFC 3339 instant, whose own date counts) and from what the text has dated before, never from a clock; without it they
 * have `X` in their value and the EDTF `unknown`.
 */
export function findTimexes(parsed: ParsedText, publishedAt: string | undefined): TimexMention[] {
  const publication = publicationDayOf(publishedAt)
  const recent: Past[] = []
  const quotationOf = quotationFinder(parsed)
  const mentions: TimexMention[] = []
  let sentence = 0
  for (const { start, end, reading } of scan(parsed.text)) {
    while (sentence + 1 < parsed.sentences.length && (parsed.sentences[sentence + 1]?.start ?? Infinity) <= start)
      sentence++
    const place = parsed.sentences[sentence]
    if (!place) continue
    const { from, to } = tokensAt(place, start, end)
    const quotation = quotationOf(start)
    const focus = recent
      .filter((earlier) => sentence - earlier.sentence <= FOCUS_SENTENCES)
      // The "today" of a quotation is not the writer's.
      .filter((earlier) => earlier.quotation === null || earlier.quotation === quotation)
      .map(({ period }) => period)
    const resolved = resolve(reading, { publication, focus, direction: directionOf(place, from, to) })
    if (!resolved) continue
    const { kind, value, edtf, anchor, fuzzy, period } = resolved
    mentions.push({
      start,
      end,
      text: parsed.text.slice(start, end),
      kind,
      value,
      edtf,
      sentence,
      from,
      to,
      anchor,
      fuzzy,
    })
    if (period) {
      recent.unshift({ period, sentence, quotation })
      recent.length = Math.min(recent.length, FOCUS_SIZE)
    }
  }
  return mentions
}

interface Past {
  period: Period
  sentence: number
  /** The quotation that it stands in, by its index */
  quotation: number | null
}

/** For offsets that only grow: the index of the quotation that each stands in. */
function quotationFinder({ quotations }: ParsedText): (offset: number) => number | null {
  let at = 0
  return (offset) => {
    while (at < quotations.length && (quotations[at]?.innerEnd ?? Infinity) <= offset) at++
    return (quotations[at]?.innerStart ?? Infinity) <= offset ? at : null
  }
}

/** How far back the text's own time reaches: "the next day" is not counted from a date of ten sentences before. */
const FOCUS_SENTENCES = 5
const FOCUS_SIZE = 6

/** The tokens of a sentence that a span touches, half open; empty at the nearest one if it touches none. */
function tokensAt(sentence: Sentence, start: number, end: number): { from: number; to: number } {
  const { tokens } = sentence
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle]?.end ?? 0) <= start) low = middle + 1
    else high = middle
  }
  let to = low
  while (to < tokens.length && (tokens[to]?.start ?? 0) < end) to++
  return { from: low, to }
}

/**
 * EDTF of a date under a preposition: "until August" reaches up to its end, "since 2019" from its beginning on. What no
 * preposition changes, and what is open or unknown already, is given back as it is.
 */
export function withPreposition(edtf: string, preposition: string): string {
  if (edtf === 'unknown' || /^(?:\.\.)?\/|\/(?:\.\.)?$/.test(edtf)) return edtf
  const [first = edtf, last = edtf] = edtf.split('/')
  switch (preposition.toLowerCase()) {
    case 'until':
    case 'till':
    case 'up to':
    case 'through':
    case 'by':
    case 'before':
    case 'prior to':
    case 'ahead of':
      return `../${last}`
    case 'since':
    case 'from':
    case 'after':
    case 'following':
      return `${first}/..`
    default:
      return edtf
  }
}
