import type { AttributionMode, Span } from '@dateline/domain'
import type { ParsedText, Quotation, Token } from '@dateline/english'
import type { ActorMention, Actors } from '../actors/types.ts'
import { actOf, spanOfTokens, venueOf } from './circumstances.ts'
import type { Content } from './content.ts'
import type { Cue } from './cues.ts'
import { quotesAfter, type Quotes } from './quotes.ts'
import type { Source } from './source.ts'
import { childrenOf, type Tree } from './tree.ts'
import type { AttributionMention } from './types.ts'

/** A cue with its parts as tokens of sentence `index`. */
export interface Finding {
  index: number
  tree: Tree
  token: Token
  cue: Cue
  source: Source | null
  content: Content
}

/** The finding as spans of the text, with the quotations that go on behind it. */
export function mentionOf(parsed: ParsedText, actors: Actors, quotes: Quotes, finding: Finding): AttributionMention {
  const { text } = parsed
  const { index, tree, token, cue, source, content } = finding
  const span = (start: number, end: number): Span => ({ start, end, text: text.slice(start, end) })
  const { tokens } = tree
  const spans = content.ranges.map(([from, to]) => {
    const start = tokens[from]?.start ?? 0
    const end = tokens[to - 1]?.end ?? start
    return trim(
      text,
      quotes.at(start)?.start ?? start,
      (end < tree.sentence.end ? quotes.opening(text, end) : null) ?? quotes.at(end - 1)?.end ?? end,
    )
  })
  const near = content.isBelow
    ? quotes.below(parsed, index)
    : content.ranges.length === 0
      ? quotes.endingBefore(tree.sentence)
      : null
  if (near) spans.push([near.start, near.end])
  if (cue.spoken) spans.push(...quotesAfter(parsed, quotes, index, spans))
  const sourceSpan = source && span(tokens[source.from]?.start ?? 0, tokens[source.to - 1]?.end ?? 0)
  const inside = quotes.within(spans)
  const addressed = content.target ?? addresseeOf(tree, token.index, cue)
  const target = addressed === null ? null : (tokens[addressed] ?? null)
  const venue = venueOf(tree, token, target, index, actors)
  const isOutlet = target !== null && actors.at(index, target.index)?.media === true
  return {
    source: sourceSpan,
    cue: span(token.start, tokens[token.index + (cue.words ?? 1) - 1]?.end ?? token.end),
    content: spans.filter(([start, end]) => end > start).map(([start, end]) => span(start, end)),
    speaker: source && sourceSpan ? speakerOf(actors, index, source, sourceSpan) : null,
    mode: modeOf(text, spans, inside),
    sentence: index,
    cueToken: token.index,
    sourceSentence: source ? index : null,
    sourceToken: source?.head ?? null,
    spoken: cue.spoken,
    ...actOf(tree, cue, token),
    quotes: inside
      .map(({ innerStart, innerEnd }) => span(innerStart, innerEnd))
      .filter((quote) => !isTitle(quote.text)),
    target: target && !isOutlet ? { span: span(target.start, target.end), sentence: index, token: target.index } : null,
    venue: venue && spanOfTokens(text, venue),
  }
}

/** A name in marks is nobody's words: the film “The Long Night”, the “Southern Front”. */
const isTitle = (text: string): boolean =>
  /^(?:The |A |An )?\p{Lu}\p{Ll}+(?: (?:of|the|and|in) \p{Lu}\p{Ll}+| \p{Lu}\p{Ll}+){1,4},?$/u.test(text)

/** Whom an aside is said to: "…, he told the court". */
function addresseeOf(tree: Tree, verb: number, cue: Cue): number | null {
  if (!cue.frames.has('addressee')) return null
  return childrenOf(tree, verb, 'obj', 'iobj').find((child) => child.index > verb)?.index ?? null
}

/** The actor that the head of the source stands for, else the one who is named in it: "the head of the union, A. B.," */
function speakerOf(actors: Actors, sentence: number, source: Source, span: Span): string | null {
  const byHead = actors.actorOf(sentence, source.head)
  if (byHead) return byHead.id
  const near = mentionsIn(actors, sentence)
  const inside = near.filter(
    (one) => span.start <= one.start && one.end <= span.end && !one.asPlace && one.kind !== 'place',
  )
  const named = inside.find((one) => one.kind === 'person') ?? inside[0]
  // "… (OSCE) mission": the name stands right before what the parser takes for the whole.
  const before = near.find((one) => one.end <= span.start && span.start - one.end <= 2)
  return (named ?? (before?.asPlace ? undefined : before))?.id ?? null
}

/** The mentions of one sentence; they are ordered by sentence. */
function mentionsIn(actors: Actors, sentence: number): ActorMention[] {
  const { mentions } = actors
  let low = 0
  let high = mentions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((mentions[middle]?.sentence ?? 0) < sentence) low = middle + 1
    else high = middle
  }
  let to = low
  while (mentions[to]?.sentence === sentence) to++
  return mentions.slice(low, to)
}

/** Without the white space and the marks at the edges that are no part of what is said. */
function trim(text: string, start: number, end: number): [start: number, end: number] {
  while (start < end && /[\s,.;:—–-]/.test(text[start] ?? '')) start++
  while (end > start && /[\s,.;:—–-]/.test(text[end - 1] ?? '')) end--
  return [start, end]
}

function modeOf(
  text: string,
  spans: readonly (readonly [number, number])[],
  quotes: readonly Quotation[],
): AttributionMode {
  const words = (start: number, end: number): number => text.slice(start, end).match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  const all = spans.reduce((sum, [start, end]) => sum + words(start, end), 0)
  const quoted = quotes.reduce((sum, { start, end }) => sum + words(start, end), 0)
  if (quoted === 0) return 'paraphrase'
  return quoted >= 0.95 * all ? 'verbatim' : 'partial'
}
