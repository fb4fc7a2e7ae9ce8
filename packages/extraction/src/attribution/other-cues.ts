import type { Token } from '@dateline/english'
import type { Content, Range } from './content.ts'
import { ADJECTIVE_CUES, NOUN_CUES, type Cue } from './cues.ts'
import { phrase, sourceOf, type Source } from './source.ts'
import { childrenOf, isRelation, subtreeOf, type Tree } from './tree.ts'

export interface OtherCue {
  cue: Cue
  source: Source | null
  content: Content
}

const ACCORDING: Cue = { frames: new Set(), words: 2, spoken: true, act: 'comment', stance: 'neutral' }

/** "According to X, …" and "…, according to X": the content is the clause that it stands in, without the phrase itself. */
export function accordingTo(tree: Tree, token: Token): OtherCue | null {
  const { tokens } = tree
  if (token.text.toLowerCase() !== 'according' || tokens[token.index + 1]?.lemma !== 'to') return null
  const inner = tokens
    .slice(token.index + 2, token.index + 30)
    .find((other) => isNominal(other) && isHeadOf(tree, token, other))
  if (!inner) return null
  const source = phrase(tree, inner.index, token.index)
  const end = Math.max(source.to, nextComma(tree, source.to))
  const isFirst = token.index <= 1
  const stop = tokens.length
  const range: Range = isFirst ? [end, stop] : [clauseStart(tree, token.index), token.index]
  if (range[1] - range[0] < 2) return null
  const rest: Range[] = !isFirst && stop - end > 3 && tokens[end]?.text === ',' ? [[end, stop]] : []
  return { cue: ACCORDING, source, content: { ranges: [range, ...rest], target: null } }
}

const isNominal = (token: Token): boolean => /^(?:PROPN|NOUN|PRON|NUM)$/.test(token.upos)

/** The noun that "according to" marks: its head is not inside the phrase. */
function isHeadOf(tree: Tree, according: Token, noun: Token): boolean {
  const mark = tree.tokens[according.head]
  return mark === undefined || mark.index <= according.index || mark.index === noun.index
}

function nextComma(tree: Tree, from: number): number {
  const at = tree.tokens.findIndex((token) => token.index >= from && token.text === ',')
  return at < 0 ? from : at
}

function clauseStart(tree: Tree, index: number): number {
  let start = 0
  while (start < index && tree.tokens[start]?.upos === 'CCONJ') start++
  return start
}

/** "The claim that …", "his promise to …", with the possessor, the compound or the agent as the source. */
export function nominalCue(tree: Tree, token: Token): OtherCue | null {
  const cue = token.upos === 'NOUN' ? NOUN_CUES.get(token.lemma) : undefined
  if (!cue) return null
  const clause = (tree.children[token.index] ?? []).find(
    (child) => child.index > token.index && isRelation(child, 'acl', 'ccomp') && isContent(tree, child, cue),
  )
  if (!clause) return null
  const owner = childrenOf(tree, token.index, 'nmod:poss', 'compound')[0] ?? agentOf(tree, token)
  const from = tree.left[clause.index] ?? clause.index
  const to = (tree.right[clause.index] ?? clause.index) + 1
  const source = owner ? phrase(tree, owner.index, token.index) : null
  return { cue, source, content: { ranges: [[Math.max(from, token.index + 1), to]], target: null } }
}

/** "Is concerned that …", "are sure …", "is determined to …": the subject of the copula thinks or feels it. */
export function adjectivalCue(tree: Tree, token: Token): OtherCue | null {
  const cue = token.upos === 'ADJ' || token.upos === 'VERB' ? ADJECTIVE_CUES.get(token.text.toLowerCase()) : undefined
  if (!cue) return null
  const fits = (mark: Token): boolean => cue.frames.has(mark.lemma === 'to' ? 'infinitive' : 'clause')
  const clause = childrenOf(tree, token.index, 'ccomp', 'advcl', 'xcomp').find((child) => {
    const marks = childrenOf(tree, child.index, 'mark')
    return child.index > token.index && marks.every((mark) => /^(?:that|to)$/.test(mark.lemma) && fits(mark))
  })
  if (!clause) return null
  const from = Math.max(tree.left[clause.index] ?? 0, token.index + 1)
  const [subject] = childrenOf(tree, token.index, 'nsubj:pass')
  const source = sourceOf(tree, token.index) ?? (subject ? phrase(tree, subject.index, token.index) : null)
  return source && { cue, source, content: { ranges: [[from, (tree.right[clause.index] ?? from) + 1]], target: null } }
}

/** "X quoted Y as saying …": Y said it. */
export function quotedAsSaying(tree: Tree, token: Token): { source: Source; cueToken: Token } | null {
  if (token.lemma !== 'quote' && token.lemma !== 'cite') return null
  const object = childrenOf(tree, token.index, 'obj', 'nsubj:pass')[0]
  const saying = tree.tokens
    .slice(token.index + 1, token.index + 14)
    .find((other) => other.lemma === 'say' && other.xpos === 'VBG')
  if (!object || !saying || tree.tokens[saying.index - 1]?.lemma !== 'as') return null
  return { source: phrase(tree, object.index, token.index), cueToken: saying }
}

function isContent(tree: Tree, clause: Token, cue: Cue): boolean {
  const marks = childrenOf(tree, clause.index, 'mark', 'aux').map((mark) => mark.lemma)
  return marks.includes('that') || (cue.frames.has('infinitive') && marks.includes('to'))
}

function agentOf(tree: Tree, noun: Token): Token | undefined {
  return childrenOf(tree, noun.index, 'nmod').find((nominal) =>
    subtreeOf(tree, nominal.index).some(
      (mark) => mark.head === nominal.index && (mark.lemma === 'by' || mark.lemma === 'from'),
    ),
  )
}
