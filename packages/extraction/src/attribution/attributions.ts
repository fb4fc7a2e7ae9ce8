import type { AttributionMode, Span } from '@dateline/domain'
import type { ParsedText, Quotation, Sentence, Token } from '@dateline/english'
import type { Actors } from '../actors/types.ts'
import { asideOf } from './aside.ts'
import { actOf, spanOfTokens, venueOf } from './circumstances.ts'
import { complementOf, type Content } from './content.ts'
import { accordingTo, adjectivalCue, nominalCue, quotedAsSaying } from './other-cues.ts'
import { VERB_CUES, type Cue } from './cues.ts'
import { sourceOf, type Source } from './source.ts'
import { childrenOf, treeOf, type Tree } from './tree.ts'
import { findTurns } from './turns.ts'
import type { AttributionMention } from './types.ts'

/** Who says, thinks or learns what in a text, in the order of the cues. Pure. */
export function findAttributions(parsed: ParsedText, actors: Actors): AttributionMention[] {
  const quotes = outerQuotations(parsed)
  const mentions: AttributionMention[] = []
  for (const [index, sentence] of parsed.sentences.entries()) {
    const tree = treeOf(sentence)
    let last: Finding | null = null
    for (const token of sentence.tokens) {
      if (quotes.at(token.start)) continue
      const finding =
        verbalCue(tree, token, quotes) ??
        accordingTo(tree, token) ??
        nominalCue(tree, token) ??
        adjectivalCue(tree, token)
      if (!finding) continue
      const shared = last && isCoordinated(tree, token, last.token) ? { ...finding, source: last.source } : finding
      const whole: Finding = { index, tree, token, ...shared }
      if (token.upos === 'VERB' && finding.cue.spoken) last = whole
      mentions.push(mentionOf(parsed, actors, quotes, whole))
    }
  }
  const turns = findTurns(parsed, actors)
  return [...mentions, ...turns]
    .filter((mention) => mention.content.length > 0 && !isLoose(parsed, mention, mentions))
    .sort((a, b) => a.sentence - b.sentence)
}

/** Whether a cue shares the subject of the one before: "denied the report and said …". */
function isCoordinated(tree: Tree, token: Token, last: Token): boolean {
  let at = token.index - 1
  while (tree.tokens[at]?.upos === 'ADV') at--
  return tree.tokens[at]?.upos === 'CCONJ' && at > last.index && token.xpos === last.xpos && token.xpos !== 'VBG'
}

/** What an infinitive or another's words only mention is no attribution of its own, unless it says so by a finite verb. */
function isLoose(parsed: ParsedText, mention: AttributionMention, all: readonly AttributionMention[]): boolean {
  const { cue, cueToken, sentence } = mention
  if (isDoubled(mention, all)) return true
  if (!cue || cueToken === null || mention.mode === 'verbatim') return false
  const tokens = parsed.sentences[sentence]?.tokens ?? []
  const verb = tokens[cueToken]
  if (!verb || verb.upos !== 'VERB') return false
  if (tokens[cueToken - 1]?.xpos === 'TO') return !ASSERTING.has(tokens[verb.head]?.lemma ?? '')
  const isNested = all.some(
    (other) => other !== mention && other.content.some(({ start, end }) => start <= cue.start && cue.start < end),
  )
  return (
    isNested &&
    (!mention.spoken ||
      mention.source === null ||
      !/^(?:VBD|VBZ|VBP)$/.test(verb.xpos) ||
      /^(?:I|we|you)$/i.test(mention.source.text))
  )
}

/** The noun of "said in a statement that …" takes what the verb has already. */
function isDoubled(mention: AttributionMention, all: readonly AttributionMention[]): boolean {
  const start = mention.content[0]?.start
  return (
    mention.source === null &&
    all.some(
      (other) => other !== mention && other.source !== null && other.content.some((span) => span.start === start),
    )
  )
}

/** What governs an infinitive that is really said: "went on to say", "were quick to praise" */
const ASSERTING = new Set(
  'go continue come proceed begin start rush quick swift first hasten seem appear happy move use take'.split(' '),
)

type Found = Pick<Finding, 'cue' | 'source' | 'content'>

function verbalCue(tree: Tree, token: Token, quotes: Quotes): Found | null {
  const cue = token.upos === 'VERB' ? VERB_CUES.get(token.lemma) : undefined
  if (!cue) return null
  const asSaying = quotedAsSaying(tree, token)
  const quoted = (other: Token | undefined): boolean => other !== undefined && quotes.at(other.start) !== null
  const canStandAside = cue.frames.has('aside') || cue.frames.has('quote') || asSaying !== null
  const aside = canStandAside ? asideOf(tree, token.index, quoted) : null
  if (aside?.content) return { cue, source: asSaying?.source ?? aside.source, content: aside.content }
  if (asSaying) return null
  const content = complementOf(tree, token.index, cue)
  if (content) return { cue, source: sourceOf(tree, token.index), content }
  return aside && quotes.endingBefore(tree.sentence)
    ? { cue, source: aside.source, content: { ranges: [], target: null } }
    : null
}

interface Finding {
  index: number
  tree: Tree
  token: Token
  cue: Cue
  source: Source | null
  content: Content
}

function mentionOf(parsed: ParsedText, actors: Actors, quotes: Quotes, finding: Finding): AttributionMention {
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
  if (content.ranges.length === 0) {
    const before = quotes.endingBefore(tree.sentence)
    if (before) spans.push([before.start, before.end])
  }
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
    quotes: inside.map(({ innerStart, innerEnd }) => span(innerStart, innerEnd)),
    target: target && !isOutlet ? { span: span(target.start, target.end), sentence: index, token: target.index } : null,
    venue: venue && spanOfTokens(text, venue),
  }
}

/** Whom an aside is said to: "…, he told the court". */
function addresseeOf(tree: Tree, verb: number, cue: Cue): number | null {
  if (!cue.frames.has('addressee')) return null
  return childrenOf(tree, verb, 'obj', 'iobj').find((child) => child.index > verb)?.index ?? null
}

/** The actor that the head of the source stands for, else the one who is named in it: "the head of the union, A. B.," */
function speakerOf(actors: Actors, sentence: number, source: Source, span: Span): string | null {
  const byHead = actors.actorOf(sentence, source.head)
  if (byHead) return byHead.id
  const inside = actors.mentions.filter(
    (one) =>
      one.sentence === sentence &&
      span.start <= one.start &&
      one.end <= span.end &&
      !one.asPlace &&
      one.kind !== 'place',
  )
  const named = inside.find((one) => one.kind === 'person') ?? inside[0]
  // "… (OSCE) mission": the name stands right before what the parser takes for the whole.
  const before = actors.mentions.find(
    (one) => one.sentence === sentence && one.end <= span.start && span.start - one.end <= 2,
  )
  return (named ?? (before?.asPlace ? undefined : before))?.id ?? null
}

/** The quotations that stand alone in the sentences behind a quoted content, up to the end of the paragraph. */
function quotesAfter(
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

/** Without the white space and the marks at the edges that are no part of what is said. */
function trim(text: string, start: number, end: number): [start: number, end: number] {
  while (start < end && /[\s,.;:—–-]/.test(text[start] ?? '')) start++
  while (end > start && /[\s,.;:—–-]/.test(text[end - 1] ?? '')) end--
  return [start, end]
}

interface Quotes {
  /** The end of a quotation that opens right behind an offset, nothing but a space between */
  opening: (text: string, offset: number) => number | null
  /** The quotation of the same paragraph that ends right before a sentence */
  endingBefore: (sentence: Sentence) => Quotation | null
  /** The quotation in which an offset lies, marks included */
  at: (offset: number) => Quotation | null
  /** Those that lie in one of the spans */
  within: (spans: readonly (readonly [number, number])[]) => Quotation[]
}

function outerQuotations(parsed: ParsedText): Quotes {
  const outer = parsed.quotations
    .filter((quotation) => quotation.depth === 0)
    .map((quotation) => doubled(parsed.text, quotation))
  const at = (offset: number): Quotation | null => {
    let low = 0
    let high = outer.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((outer[middle]?.end ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    const found = outer[low]
    return found && found.start <= offset ? found : null
  }
  const endingBefore = ({ start, paragraph }: Sentence): Quotation | null => {
    let before = start
    while (before > 0 && /\s/.test(parsed.text[before - 1] ?? '')) before--
    return before > (parsed.paragraphs[paragraph]?.start ?? 0) ? at(before - 1) : null
  }
  const opening = (text: string, offset: number): number | null => {
    const next = text[offset] === ' ' ? offset + 1 : offset
    const quotation = at(next)
    return quotation?.start === next ? quotation.end : null
  }
  return {
    at,
    opening,
    endingBefore,
    within: (spans) => outer.filter(({ start, end }) => spans.some(([from, to]) => from <= start + 1 && end - 1 <= to)),
  }
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
