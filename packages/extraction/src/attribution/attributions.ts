import type { ParsedText, Sentence, Token } from '@dateline/english'
import type { Actors } from '../actors/types.ts'
import { asideOf } from './aside.ts'
import { complementOf } from './content.ts'
import { accordingTo, adjectivalCue, nominalCue, quotedAsSaying } from './other-cues.ts'
import { ADJECTIVE_CUES, NOUN_CUES, VERB_CUES, type Cue } from './cues.ts'
import { withoutLoose } from './loose.ts'
import { mentionOf, type Finding } from './mention.ts'
import { outerQuotations, type Quotes } from './quotes.ts'
import { sourceOf } from './source.ts'
import { capitalsBefore, withName } from './source-name.ts'
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
      const named = shared.source ?? (token.upos === 'VERB' ? capitalsBefore(tree, token.index) : null)
      const source = named && withName(tree, named, token.index)
      const whole: Finding = { index, tree, token, ...shared, source }
      if (token.upos === 'VERB' && finding.cue.spoken) last = whole
      mentions.push(mentionOf(parsed, actors, quotes, whole))
    }
  }
  return withoutLoose(parsed, [...mentions, ...findTurns(parsed, actors)]).sort((a, b) => a.sentence - b.sentence)
}

/** Whether a sentence has a word that may be a cue; most have none, and need no tree. */
function hasCue({ tokens }: Sentence): boolean {
  return tokens.some(({ lemma, upos, text, index }) => {
    if (text === ':') return /^["“]$/.test(tokens[index + 1]?.text ?? '')
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

/** The cue that a verb is, with its particle: "ruled out a vote" rejects it. */
function cueOf(tree: Tree, token: Token): Cue | undefined {
  const isRuledOut = token.lemma === 'rule' && tree.tokens[token.index + 1]?.text === 'out'
  return isRuledOut ? RULED_OUT : VERB_CUES.get(token.lemma)
}

const RULED_OUT: Cue = { frames: new Set(['object', 'gerund']), spoken: true, act: 'reject', stance: 'negative' }

/** "Berg put it bluntly: “We lost.”": a verb of any meaning whose clause ends in a colon and a quotation. */
function introduced(tree: Tree, token: Token): Found | null {
  const { tokens } = tree
  if (token.upos !== 'VERB' || !/^(?:VBD|VBZ|VBP)$/.test(token.xpos)) return null
  const colon = tokens.findIndex((other) => other.index > token.index && other.upos === 'PUNCT')
  if (tokens[colon]?.text !== ':' || !/^["“]$/.test(tokens[colon + 1]?.text ?? '')) return null
  const source = sourceOf(tree, token.index)
  const isAlone = tokens.slice(token.index + 1, colon).every((other) => !VERB_CUES.has(other.lemma))
  if (!source || source.to > token.index || !isAlone) return null
  return { cue: INTRODUCING, source, content: { ranges: [[colon + 1, tokens.length]], target: null } }
}

const INTRODUCING: Cue = { frames: new Set(['quote']), spoken: true, act: 'comment', stance: 'neutral' }

type Found = Pick<Finding, 'cue' | 'source' | 'content'>

function verbalCue(tree: Tree, token: Token, quotes: Quotes): Found | null {
  const cue = token.upos === 'VERB' ? cueOf(tree, token) : undefined
  if (!cue) return introduced(tree, token)
  const asSaying = quotedAsSaying(tree, token)
  const quoted = (other: Token | undefined): boolean => other !== undefined && quotes.at(other.start) !== null
  const canStandAside = cue.frames.has('aside') || cue.frames.has('quote') || asSaying !== null
  const aside = canStandAside ? asideOf(tree, token.index, quoted) : null
  if (aside?.content) return { cue, source: asSaying?.source ?? aside.source, content: aside.content }
  if (asSaying) return null
  const content = complementOf(tree, token.index, cue) ?? introduced(tree, token)?.content
  if (content) return { cue, source: sourceOf(tree, token.index), content }
  return aside && quotes.endingBefore(tree.sentence)
    ? { cue, source: aside.source, content: { ranges: [], target: null } }
    : null
}
