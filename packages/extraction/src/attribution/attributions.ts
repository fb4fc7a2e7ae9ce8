import type { ParsedText, Sentence, Token } from '@dateline/english'
import type { Actors } from '../actors/types.ts'
import { asideOf } from './aside.ts'
import { complementOf } from './content.ts'
import { accordingTo, adjectivalCue, nominalCue, quotedAsSaying } from './other-cues.ts'
import { ADJECTIVE_CUES, NOUN_CUES, VERB_CUES } from './cues.ts'
import { withoutLoose } from './loose.ts'
import { mentionOf, type Finding } from './mention.ts'
import { outerQuotations, type Quotes } from './quotes.ts'
import { sourceOf } from './source.ts'
import { withName } from './source-name.ts'
import { treeOf, type Tree } from './tree.ts'
import { findTurns } from './turns.ts'
import type { AttributionMention } from './types.ts'

/** Who says, thinks or learns what in a text, in the order of the cues. Pure. */
export function findAttributions(parsed: ParsedText, actors: Actors): AttributionMention[] {
  const quotes = outerQuotations(parsed)
  const mentions: AttributionMention[] = []
  for (const [index, sentence] of parsed.sentences.entries()) {
    if (!hasCue(sentence)) continue
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
      const source = shared.source && withName(tree, shared.source, token.index)
      const whole: Finding = { index, tree, token, ...shared, source }
      if (token.upos === 'VERB' && finding.cue.spoken) last = whole
      mentions.push(mentionOf(parsed, actors, quotes, whole))
    }
  }
  return withoutLoose(parsed, [...mentions, ...findTurns(parsed, actors)]).sort((a, b) => a.sentence - b.sentence)
}

/** Whether a sentence has a word that may be a cue; most have none, and need no tree. */
function hasCue({ tokens }: Sentence): boolean {
  return tokens.some(({ lemma, upos, text }) => {
    if (upos === 'VERB' && (VERB_CUES.has(lemma) || ADJECTIVE_CUES.has(text.toLowerCase()))) return true
    if (upos === 'NOUN') return NOUN_CUES.has(lemma)
    return (upos === 'ADJ' && ADJECTIVE_CUES.has(text.toLowerCase())) || /^according$/i.test(text)
  })
}

/** Whether a cue shares the subject of the one before: "denied the report and said …". */
function isCoordinated(tree: Tree, token: Token, last: Token): boolean {
  let at = token.index - 1
  while (tree.tokens[at]?.upos === 'ADV') at--
  return tree.tokens[at]?.upos === 'CCONJ' && at > last.index && token.xpos === last.xpos && token.xpos !== 'VBG'
}

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
