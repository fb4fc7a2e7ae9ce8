import type { ParsedText, Token } from '@dateline/english'
import type { AttributionMention } from './types.ts'

/**
 * Leaves out what is no attribution of its own: what only an infinitive or another speaker's words mention without a
 * finite verb, and nouns whose clause a verb has already ("said in a statement that …").
 */
export function withoutLoose(parsed: ParsedText, mentions: readonly AttributionMention[]): AttributionMention[] {
  const nested = nestedIn(mentions)
  const sourced = new Set(
    mentions.filter((one) => one.source !== null).flatMap((one) => one.content.map((span) => span.start)),
  )
  return mentions.filter((mention) => {
    const [first] = mention.content
    if (!first || (mention.source === null && sourced.has(first.start))) return false
    return !isLoose(parsed, mention, nested.has(mention))
  })
}

/** The mentions whose cue stands in the content of another one. */
function nestedIn(mentions: readonly AttributionMention[]): Set<AttributionMention> {
  const spans = mentions
    .flatMap((owner) => owner.content.map(({ start, end }) => ({ owner, start, end })))
    .sort((a, b) => a.start - b.start)
  const cues = mentions.filter((one) => one.cue !== null).sort((a, b) => (a.cue?.start ?? 0) - (b.cue?.start ?? 0))
  const nested = new Set<AttributionMention>()
  let open: typeof spans = []
  let next = 0
  for (const mention of cues) {
    const at = mention.cue?.start ?? 0
    for (let span = spans[next]; span && span.start <= at; span = spans[++next]) open.push(span)
    open = open.filter((span) => span.end > at)
    if (open.some((span) => span.owner !== mention)) nested.add(mention)
  }
  return nested
}

function isLoose(parsed: ParsedText, mention: AttributionMention, isNested: boolean): boolean {
  const { cueToken, sentence, source, spoken } = mention
  if (cueToken === null || mention.mode === 'verbatim') return false
  const tokens = parsed.sentences[sentence]?.tokens ?? []
  const verb = tokens[cueToken]
  if (verb?.upos !== 'VERB' || /^according$/i.test(verb.text)) return false
  if (tokens[cueToken - 1]?.xpos === 'TO') return isOpenInfinitive(tokens, verb)
  const isSaid =
    spoken && source !== null && /^(?:VBD|VBZ|VBP)$/.test(verb.xpos) && !/^(?:I|we|you)$/i.test(source.text)
  return isNested && !isSaid
}

/** "Appeared reluctant to criticise": what governs an infinitive leaves open whether it was said, but for a few words. */
export function isOpenInfinitive(tokens: readonly Token[], verb: Token): boolean {
  if (tokens[verb.index - 1]?.xpos !== 'TO') return false
  const [governor, before] = [tokens[verb.head], tokens[verb.index - 2]]
  if (before?.upos === 'ADJ') return !ASSERTING.has(before.lemma)
  return !ASSERTING.has(governor?.lemma ?? '')
}

/** What governs an infinitive that is really said: "went on to say", "were quick to praise" */
const ASSERTING: ReadonlySet<string> = new Set(
  'go continue come proceed begin start rush quick swift first hasten seem appear happy move use take'.split(' '),
)
