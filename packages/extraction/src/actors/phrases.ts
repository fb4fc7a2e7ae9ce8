import type { Sentence, Token } from '@dateline/english'
import { fold } from '../knowledge/fold.ts'
import type { View } from './view.ts'

const FOCUSING = /^(?:especially|particularly|only|mainly|mostly|partly|formerly|recently|apparently|allegedly)$/iu
const INSIDE = new Set(['ADJ', 'NUM', 'NOUN', 'PROPN'])

/** First token of the noun phrase that ends in a noun: its article, adjectives, possessor and nouns before it. */
export function phraseStart(view: View, head: number): number {
  const { tokens } = view
  let from = head
  for (let at = head - 1; at >= 0; at--) {
    const token = tokens[at]
    if (!token) break
    const next = tokens[at + 1]
    if (token.upos === 'DET' || token.xpos === 'PRP$' || token.xpos === 'WP$') {
      if (token.xpos !== 'WDT') from = at
      break
    }
    if (token.xpos === 'POS') {
      if (at === 0 || !INSIDE.has(tokens[at - 1]?.upos ?? '')) break
      at--
      from = at
      continue
    }
    const isJoint = token.text === '-' && next !== undefined && token.end === next.start
    const isParticiple = (token.xpos === 'VBN' || token.xpos === 'VBG') && token.deprel === 'amod'
    const isAdverb =
      token.upos === 'ADV' && next?.upos === 'ADJ' && /ly$/iu.test(token.text) && !FOCUSING.test(token.text)
    if (!INSIDE.has(token.upos) && !isJoint && !isParticiple && !isAdverb) break
    if (!view.capitals && !leansInto(view.sentence, token, head)) break
    from = at
  }
  while (from < head && tokens[from]?.text === '-') from++
  return from
}

/** Whether a token hangs, directly or not, on the head or on a word between. */
function leansInto(sentence: Sentence, token: Token, head: number): boolean {
  let at = token
  const beyond = sentence.tokens[head]?.head ?? -1
  for (let steps = 0; steps < 6; steps++) {
    if (at.head === head || at.index === head) return true
    // "Foreign Ministry spokesman": both words lean on the third.
    if (at.head === beyond && at.head > head) return true
    const above = sentence.tokens[at.head]
    if (!above || above.index > head || (above.index < token.index && at === token && at.deprel !== 'flat'))
      return false
    at = above
  }
  return false
}

/** The token of a stretch that hangs on a word outside it; the first where none does. */
export function headOfSpan(tokens: readonly Token[], from: number, to: number): number {
  for (let index = from; index < to; index++) {
    const above = tokens[index]?.head ?? -1
    if (tokens[index]?.upos !== 'PUNCT' && (above < from || above >= to)) return index
  }
  return from
}

/** The preposition before a noun phrase: its case mark, or the word before its first token. Folded; '' for none. */
export function prepositionOf(view: View, from: number, head: number): string {
  const before = view.tokens[from - 1]
  if (before && (before.upos === 'ADP' || before.xpos === 'TO' || before.xpos === 'IN')) return fold(before.text)
  for (const token of view.tokens)
    if (token.head === head && token.deprel === 'case' && token.index < from) return fold(token.text)
  return ''
}

/** Whether a noun only modifies the noun after it: "police" in "police officers". */
export function isModifier(view: View, index: number): boolean {
  const token = view.tokens[index]
  const next = view.tokens[index + 1]
  if (!token || !next) return false
  if (token.deprel === 'compound' || token.deprel === 'amod' || token.deprel === 'nmod:desc') {
    return token.head > index && token.head - index < 4
  }
  return false
}
