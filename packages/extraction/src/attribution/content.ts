import type { Token } from '@dateline/english'
import type { Cue } from './cues.ts'
import type { Source } from './source.ts'
import { childrenOf, isRelation, type Tree } from './tree.ts'

/** What is attributed, as token ranges of the cue's sentence, half open. */
export type Range = readonly [from: number, to: number]

/** Whether a token stands inside a quotation. */
export type InQuote = (token: Token | undefined) => boolean

export interface Content {
  ranges: Range[]
  /** Whom the words are said to or about */
  target: number | null
}

/** The content that stands behind a verbal cue, by the frames that the verb has. */
export function complementOf(tree: Tree, verb: number, cue: Cue): Content | null {
  const { frames } = cue
  const right = (tree.children[verb] ?? []).filter((child) => child.index > verb)
  const object = right.find((child) => isRelation(child, 'obj', 'iobj'))
  const from = (child: Token): number => Math.max(tree.left[child.index] ?? child.index, verb + 1)
  const to = (child: Token): number => (tree.right[child.index] ?? child.index) + 1
  const isAddressed = frames.has('addressee') && object !== undefined
  const clause = frames.has('clause') ? clauseBehind(tree, verb, isAddressed ? object : undefined) : null
  if (clause) return clause
  const infinitive = right.find((child) => isRelation(child, 'xcomp'))
  if (frames.has('infinitive') && infinitive && isInfinitive(tree, infinitive)) {
    const start = isAddressed && object.index < infinitive.index ? from(object) : from(infinitive)
    return { ranges: [[start, Math.max(to(infinitive), start + 1)]], target: isAddressed ? object.index : null }
  }
  if (isAddressed && frames.has('infinitive') && infinitiveBelow(tree, object))
    return { ranges: [[from(object), to(object)]], target: object.index }
  const predicated = frames.has('predicate') ? predicateOf(tree, verb, right) : null
  if (predicated) return predicated
  const prepositional = right.find(
    (child) => isRelation(child, 'obl', 'advcl', 'nmod') && marks(tree, child).some((mark) => frames.has(mark)),
  )
  if (prepositional && (!frames.has('object') || !object)) {
    const start = from(prepositional) + (marks(tree, prepositional).length > 0 ? 1 : 0)
    const tail = right.filter((child) => child.index > prepositional.index && isRelation(child, 'xcomp', 'advcl'))
    return {
      ranges: [[start, Math.max(to(prepositional), ...tail.map(to))]],
      target: object?.index ?? (frames.has('on') ? prepositional.index : null),
    }
  }
  if (frames.has('object') && object && !isAddressed) {
    const tail = right.filter(
      (child) =>
        child.index > object.index &&
        isRelation(child, 'xcomp', 'obl', 'advcl') &&
        marks(tree, child).some((mark) => ['as', 'for', 'of'].includes(mark)),
    )
    return { ranges: [[from(object), Math.max(to(object), ...tail.map(to))]], target: object.index }
  }
  return null
}

/**
 * A clause, with or without "that", or a quotation right behind the cue. Where it begins shows on the surface, behind
 * adverbs, the addressee and when or where it was said; it ends with the cue's own clause.
 */
function clauseBehind(tree: Tree, verb: number, addressee: Token | undefined): Content | null {
  const { tokens } = tree
  const target = addressee?.index ?? null
  const end = clauseEnd(tree, verb)
  const that = tokens
    .slice(verb + 1, Math.min(verb + 16, end))
    .find((token) => token.lemma === 'that' && token.upos === 'SCONJ')
  if (that && isReached(tree, verb, that)) return { ranges: [[that.index, end]], target }
  let at = (addressee ? (tree.right[addressee.index] ?? verb) : verb) + 1
  while (at < end && isRelation(tokens[at] as Token, 'advmod', 'compound:prt', 'obl:unmarked')) at++
  const next = tokens[at]
  if (!next || at >= end) return null
  const opens = (token: Token | undefined): boolean => token !== undefined && /^["“‘']$/.test(token.text)
  if (next.text === ':' || (next.text === ',' && opens(tokens[at + 1])))
    return at + 1 < end ? { ranges: [[at + 1, end]], target } : null
  if (opens(next)) return { ranges: [[at, end]], target }
  const clause = tokens.slice(verb + 1, end).find((token) => token.head === verb && isRelation(token, 'ccomp'))
  if (!clause) return null
  return { ranges: [[Math.max(tree.left[clause.index] ?? at, verb + 1), end]], target }
}

/** Between the cue and its "that" stand only an addressee, adverbs and phrases of time and place. */
function isReached(tree: Tree, verb: number, that: Token): boolean {
  const between = tree.tokens.slice(verb + 1, that.index)
  return between.every((token) => token.upos !== 'VERB' && token.upos !== 'AUX' && token.text !== ':')
}

/** Where the clause of the cue ends: with its subtree; what is coordinated with the cue is another clause. */
function clauseEnd(tree: Tree, verb: number): number {
  const { tokens } = tree
  const token = tokens[verb]
  let end = token?.head === -1 ? tokens.length : (tree.right[verb] ?? verb) + 1
  for (const child of tree.children[verb] ?? []) {
    if (child.index < verb || !isRelation(child, 'conj')) continue
    end = Math.min(end, coordinatorBefore(tree, child))
  }
  return end
}

function coordinatorBefore(tree: Tree, conjunct: Token): number {
  const start = tree.left[conjunct.index] ?? conjunct.index
  return tree.tokens[start - 1]?.text === ',' ? start - 1 : start
}

/** "Called the vote a sham", "described him as brave": the object with what is said of it. */
function predicateOf(tree: Tree, verb: number, right: readonly Token[]): Content | null {
  const parts = right.filter(
    (child) =>
      (isRelation(child, 'obj', 'xcomp', 'iobj') && !isInfinitive(tree, child)) || marks(tree, child).includes('as'),
  )
  const [object] = parts
  if (!object) return null
  const below = childrenOf(tree, object.index, 'appos', 'acl', 'dep', 'xcomp', 'amod').filter(
    (child) => child.index > object.index,
  )
  const isPredicated =
    parts.length > 1 || below.length > 0 || isRelation(object, 'xcomp') || marks(tree, object).includes('as')
  if (!isPredicated) return null
  const start = Math.max(verb + 1, Math.min(...parts.map((part) => tree.left[part.index] ?? part.index)))
  return {
    ranges: [[start, Math.max(...parts.map((part) => (tree.right[part.index] ?? part.index) + 1))]],
    target: object.index,
  }
}

function marks(tree: Tree, nominal: Token): string[] {
  return childrenOf(tree, nominal.index, 'case', 'mark').map((mark) => mark.text.toLowerCase())
}

const isInfinitive = (tree: Tree, verb: Token): boolean =>
  childrenOf(tree, verb.index, 'mark', 'aux').some((mark) => mark.lemma === 'to')

const infinitiveBelow = (tree: Tree, nominal: Token): boolean =>
  childrenOf(tree, nominal.index, 'acl', 'advcl').some((verb) => isInfinitive(tree, verb))

/**
 * The content before, or before and behind, a cue that stands aside: "The plan failed, he said", "The plan, he said,
 * failed". `quoted` tells which tokens are inside quotations.
 */
export function asideOf(tree: Tree, verb: number, source: Source | null, quoted: InQuote): Content | null {
  const { tokens } = tree
  const [first, last] = clauseEdges(tree, verb, source, quoted)
  const before = tokens[first - 1]
  if (!before || !/^[,"”’'—–?!;-]$/.test(before.text)) return null
  const isInverted = source !== null && source.from > verb
  if (!isInverted && hasComplement(tree, verb)) return null
  const next = tokens[last + 1]
  if (next && next.upos !== 'PUNCT' && !isInverted && !quoted(before)) return null
  const start = contentStart(tree, first, quoted)
  if (start >= first - 1 || !isClause(tree, start, first, quoted)) return null
  const left: Range = [start, first]
  const right = resumed(tree, first, last, quoted)
  return { ranges: right ? [left, right] : [left], target: null }
}

/** Where a clause begins that follows a quotation: right behind its closing mark, if no other verb stands between. */
export function behindQuotation(tree: Tree, verb: number, quoted: InQuote): number | null {
  for (let i = verb - 1; i >= Math.max(0, verb - MAX_NAME); i--) {
    const token = tree.tokens[i]
    if (quoted(token)) return i + 1
    if (token && /^(?:VBD|VBZ|VBP|MD)$/.test(token.xpos) && token.head !== verb && !isRelative(tree, token)) return null
  }
  return null
}

/** How many words a speaker's name, office and apposition may have. */
const MAX_NAME = 40

function isRelative(tree: Tree, token: Token): boolean {
  for (let at: Token | undefined = token; at && at.head >= 0; at = tree.tokens[at.head])
    if (at.deprel === 'acl:relcl') return true
  return false
}

/** Whether there is a finite verb or a quotation in a range: "On Monday, he said ..." has none before the comma. */
function isClause(tree: Tree, from: number, to: number, quoted: InQuote): boolean {
  const tokens = tree.tokens.slice(from, to)
  return tokens.some((token) => /^(?:VBD|VBZ|VBP|MD)$/.test(token.xpos) || quoted(token))
}

/** From the first to the last token of the cue's own clause: subject, auxiliaries, adverbs, addressee, place and time. */
function clauseEdges(tree: Tree, verb: number, source: Source | null, quoted: InQuote): [first: number, last: number] {
  let first = Math.min(verb, source && source.to <= verb ? source.from : verb)
  let last = Math.max(verb, source && source.from > verb ? source.to - 1 : verb)
  first = behindQuotation(tree, verb, quoted) ?? first
  for (const child of tree.children[verb] ?? []) {
    if (isRelation(child, 'aux', 'advmod') && child.index < first && child.index >= first - 2) first = child.index
    if (isRelation(child, 'obj', 'iobj', 'advmod', 'obl') && child.index > verb)
      last = Math.max(last, tree.right[child.index] ?? child.index)
  }
  return [first, last]
}

/** Whether a clause follows the verb without a comma between. */
function hasComplement(tree: Tree, verb: number): boolean {
  return (tree.children[verb] ?? []).some((child) => {
    if (child.index < verb || !isRelation(child, 'ccomp')) return false
    const start = Math.max(tree.left[child.index] ?? child.index, verb + 1)
    return tree.tokens[start - 1]?.text !== ','
  })
}

/** Where the content before an aside begins: behind a conjunction at the sentence's start, else with the sentence. */
function contentStart(tree: Tree, first: number, quoted: InQuote): number {
  let start = 0
  if (quoted(tree.tokens[first - 2])) return start
  while (start < first && tree.tokens[start]?.upos === 'CCONJ') start++
  return start
}

/** The rest of an interrupted content: a quotation that opens again, or a clause whose parts stand on both sides. */
function resumed(tree: Tree, first: number, last: number, quoted: InQuote): Range | null {
  const { tokens } = tree
  let at = last + 1
  while (at < tokens.length && !/^[,:;—–]$/.test(tokens[at]?.text ?? '') && !quoted(tokens[at])) at++
  const mark = tokens[at]
  if (!mark || at >= tokens.length - 2) return null
  const begin = quoted(mark) ? at : at + 1
  if (quoted(tokens[begin]) || /^["“]$/.test(tokens[begin]?.text ?? '')) return [begin, tokens.length]
  const crosses = tokens.some(
    (token) =>
      (token.index < first && token.head >= begin) ||
      (token.index >= begin && token.head >= 0 && token.head < first && token.upos !== 'PUNCT'),
  )
  return crosses && mark.text !== ':' ? [begin, tokens.length] : null
}
