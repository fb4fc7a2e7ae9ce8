import type { ParsedText, Sentence, Token } from '@dateline/english'
import { mended } from './mend.ts'
import { withVerbs } from './mend-verbs.ts'

/** A sentence with the dependents of each token at hand. */
export interface Tree {
  /** Index of the sentence in the document */
  index: number
  sentence: Sentence
  tokens: readonly Token[]
  children: readonly (readonly Token[])[]
}

export function treesOf(parsed: ParsedText): Tree[] {
  return parsed.sentences.map((sentence, index) => {
    const tokens = mended(withVerbs(sentence.tokens))
    const children: Token[][] = tokens.map(() => [])
    for (const token of tokens) if (token.head >= 0) children[token.head]?.push(token)
    return { index, sentence, tokens, children }
  })
}

/** The relation without its subtype: `nsubj` of `nsubj:pass`. */
export function relation(token: Token): string {
  const colon = token.deprel.indexOf(':')
  return colon < 0 ? token.deprel : token.deprel.slice(0, colon)
}

export function childrenOf(tree: Tree, index: number): readonly Token[] {
  return tree.children[index] ?? []
}

export function childrenBy(tree: Tree, index: number, ...relations: string[]): Token[] {
  return childrenOf(tree, index).filter(
    (token) => relations.includes(token.deprel) || relations.includes(relation(token)),
  )
}

export function headOf(tree: Tree, token: Token): Token | undefined {
  return token.head < 0 ? undefined : tree.tokens[token.head]
}

/** The token and its conjuncts: "A, B and C" from A gives all three. */
export function withConjuncts(tree: Tree, index: number): number[] {
  const found = [index]
  for (const child of childrenOf(tree, index))
    if (child.deprel === 'conj') found.push(...withConjuncts(tree, child.index))
  return found
}

/** The tokens from a token up to the root, itself first. */
export function ancestry(tree: Tree, index: number): Token[] {
  const path: Token[] = []
  for (let token = tree.tokens[index]; token && path.length <= tree.tokens.length; token = headOf(tree, token))
    path.push(token)
  return path
}

const CLAUSES = new Set([
  'ccomp',
  'advcl',
  'acl',
  'acl:relcl',
  'advcl:relcl',
  'parataxis',
  'xcomp',
  'csubj',
  'csubj:pass',
  'root',
])

/** The head of the innermost clause that a token stands in. */
export function clauseOf(tree: Tree, index: number): number {
  for (const token of ancestry(tree, index)) {
    if (token.deprel === 'conj' && isPredicate(token)) return token.index
    if (CLAUSES.has(token.deprel)) return token.index
  }
  return index
}

export function isPredicate(token: Token): boolean {
  return token.upos === 'VERB' || token.upos === 'AUX'
}

/** Indices of a token and all below it, ascending. */
export function subtreeOf(tree: Tree, top: number): number[] {
  const inside: number[] = []
  const waiting = [top]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    inside.push(next)
    for (const child of childrenOf(tree, next)) waiting.push(child.index)
  }
  return inside.sort((a, b) => a - b)
}

const EDGE = new Set(['PUNCT', 'SYM'])

/** The stretch from the first to the last of some tokens, marks of punctuation at its edges left out. */
export function stretch(tree: Tree, indices: readonly number[]): { start: number; end: number } | null {
  const tokens = indices.map((index) => tree.tokens[index]).filter((token) => token !== undefined)
  let [from, to] = [0, tokens.length - 1]
  while (from < to && EDGE.has(tokens[from]?.upos ?? '')) from++
  while (to > from && EDGE.has(tokens[to]?.upos ?? '')) to--
  const [first, last] = [tokens[from], tokens[to]]
  return first && last ? { start: first.start, end: last.end } : null
}

/** The first word of "at least", "up to", "about 200": of a number and no preposition, whatever the parser says. */
function isComparator(tree: Tree, token: Token): boolean {
  const [word, next] = [token.lemma.toLowerCase(), tree.tokens[token.index + 1]]
  if (word === 'at')
    return (
      next?.lemma.toLowerCase() === 'least' ||
      next?.text.toLowerCase() === 'least' ||
      next?.text.toLowerCase() === 'most'
    )
  return ['about', 'around', 'over', 'under', 'some', 'nearly'].includes(word) && next?.upos === 'NUM'
}

/** "killed at least a dozen people": the people, though they hang on the verb like an adverbial. */
export function isCounted(tree: Tree, index: number): boolean {
  return childrenOf(tree, index).some(
    (token) =>
      (token.deprel === 'case' && isComparator(tree, token)) ||
      /^(?:least|most)$/i.test(token.text) ||
      token.deprel === 'nummod',
  )
}

const COMPOUND = new Set(
  'out of|because of|due to|according to|prior to|ahead of|instead of|next to|such as|up to|outside of|in front of|as of|as to|as well as|along with|in addition to|on behalf of|in spite of|inside of|apart from|north of|south of|east of|west of|in the wake of|on top of|close to|upwards of'.split(
    '|',
  ),
)

/** The preposition of a nominal, lower case: "in", "prior to"; null without one. */
export function prepositionOf(tree: Tree, index: number): string | null {
  const marks = childrenOf(tree, index).filter(
    (token) => token.deprel === 'case' && token.xpos !== 'POS' && !isComparator(tree, token),
  )
  const [first] = marks
  if (!first) return null
  const words = marks.flatMap((mark) => [mark, ...childrenBy(tree, mark.index, 'fixed')])
  const phrase = words.map((token) => token.text.toLowerCase()).join(' ')
  // Of "sworn in as" the first is the verb's particle.
  return marks.length === 1 || COMPOUND.has(phrase) ? phrase : (words.at(-1)?.text.toLowerCase() ?? phrase)
}
