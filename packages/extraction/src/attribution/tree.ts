import type { Sentence, Token } from '@dateline/english'

/** A sentence with what is asked of its tree many times: dependents, and the edges of each subtree. */
export interface Tree {
  sentence: Sentence
  tokens: readonly Token[]
  children: readonly (readonly Token[])[]
  /** First and last token of each token's subtree */
  left: Int32Array
  right: Int32Array
}

export function treeOf(sentence: Sentence): Tree {
  const { tokens } = sentence
  const children: Token[][] = tokens.map(() => [])
  for (const token of tokens) children[token.head]?.push(token)
  const left = Int32Array.from(tokens, (token) => token.index)
  const right = Int32Array.from(tokens, (token) => token.index)
  for (const index of bottomUp(tokens)) {
    const head = tokens[index]?.head ?? -1
    if (head < 0) continue
    left[head] = Math.min(left[head] ?? 0, left[index] ?? 0)
    right[head] = Math.max(right[head] ?? 0, right[index] ?? 0)
  }
  return { sentence, tokens, children, left, right }
}

/** Token indices, dependents before their heads. */
function bottomUp(tokens: readonly Token[]): number[] {
  const waiting = tokens.map(() => 0)
  for (const token of tokens) if (token.head >= 0) waiting[token.head] = (waiting[token.head] ?? 0) + 1
  const order = tokens.filter((token) => waiting[token.index] === 0).map((token) => token.index)
  for (const index of order) {
    const head = tokens[index]?.head ?? -1
    if (head < 0) continue
    waiting[head] = (waiting[head] ?? 0) - 1
    if (waiting[head] === 0) order.push(head)
  }
  return order
}

/** Whether a relation is one of these; one without subtype stands for all of its subtypes. */
export function isRelation(token: Token, ...relations: readonly string[]): boolean {
  const { deprel } = token
  return relations.some((one) => deprel === one || (deprel.startsWith(one) && deprel[one.length] === ':'))
}

export function childrenOf(tree: Tree, index: number, ...relations: readonly string[]): Token[] {
  return (tree.children[index] ?? []).filter((child) => isRelation(child, ...relations))
}

/** Tokens of a subtree in text order, those below `without` left out. */
export function subtreeOf(tree: Tree, top: number, without?: ReadonlySet<number>): Token[] {
  const found: Token[] = []
  const waiting = [top]
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const token = tree.tokens[index]
    if (!token || without?.has(index)) continue
    found.push(token)
    for (const child of tree.children[index] ?? []) waiting.push(child.index)
  }
  return found.sort((a, b) => a.index - b.index)
}

export function isBelow(tree: Tree, index: number, top: number): boolean {
  for (let at = index; at >= 0; at = tree.tokens[at]?.head ?? -1) if (at === top) return true
  return false
}
