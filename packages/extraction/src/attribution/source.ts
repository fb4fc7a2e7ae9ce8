import type { Token } from '@dateline/english'
import { childrenOf, isRelation, subtreeOf, type Tree } from './tree.ts'

/** Who speaks: the token that stands for the speaker, and the tokens that name it, half open. */
export interface Source {
  head: number
  from: number
  to: number
}

/** The speaker of a verbal cue: its subject, also one that it shares, is controlled by or modifies; the agent of a passive. */
export function sourceOf(tree: Tree, verb: number): Source | null {
  const agent = childrenOf(tree, verb, 'obl:agent')[0] ?? (isPassive(tree, verb) ? byPhrase(tree, verb) : undefined)
  if (agent) return phrase(tree, agent.index, verb)
  if (isPassive(tree, verb)) return null
  const subject = subjectOf(tree, verb, MAX_CLIMB)
  return subject === null ? null : phrase(tree, subject, verb)
}

const MAX_CLIMB = 6

export function isPassive(tree: Tree, verb: number): boolean {
  if (childrenOf(tree, verb, 'aux:pass', 'nsubj:pass').length > 0) return true
  const token = tree.tokens[verb]
  return (
    token?.xpos === 'VBN' &&
    childrenOf(tree, verb, 'aux').length === 0 &&
    isRelation(token, 'acl', 'amod') &&
    token.deprel !== 'acl:relcl'
  )
}

function byPhrase(tree: Tree, verb: number): Token | undefined {
  return childrenOf(tree, verb, 'obl').find((nominal) =>
    childrenOf(tree, nominal.index, 'case').some((mark) => mark.lemma === 'by'),
  )
}

function subjectOf(tree: Tree, verb: number, steps: number): number | null {
  const token = tree.tokens[verb]
  if (!token || steps === 0) return null
  const own = (tree.children[verb] ?? []).filter((child) => child.deprel === 'nsubj' || child.deprel === 'nsubj:outer')
  const [first] = own.sort((a, b) => Math.abs(a.index - verb) - Math.abs(b.index - verb))
  if (first) return first.index
  if (token.head < 0) return null
  if (isRelation(token, 'acl')) return token.head
  if (isRelation(token, 'conj', 'xcomp', 'advcl', 'parataxis')) {
    const controller = isRelation(token, 'xcomp') ? childrenOf(tree, token.head, 'obj', 'iobj')[0] : undefined
    return controller && controller.index < verb ? controller.index : subjectOf(tree, token.head, steps - 1)
  }
  return null
}

/** The words of the nominal on its side of the verb, without the clauses that hang on it. */
export function phrase(tree: Tree, head: number, verb: number): Source {
  const without = new Set<number>([verb])
  for (const token of subtreeOf(tree, head)) {
    const isClause = isRelation(token, 'acl', 'advcl', 'parataxis', 'ccomp', 'dep', 'list') && token.index !== head
    if (isClause || (head < verb ? token.index > verb : token.index < verb)) without.add(token.index)
  }
  const tokens = subtreeOf(tree, head, without)
  const words = trimmed(tokens)
  const from = words[0]?.index ?? head
  const to = (words.at(-1)?.index ?? head) + 1
  return { head: antecedent(tree, head), from: Math.min(from, antecedent(tree, head)), to }
}

/** Without the marks and conjunctions at the edges. */
function trimmed(tokens: readonly Token[]): Token[] {
  let from = 0
  let to = tokens.length
  const isEdge = (token: Token | undefined): boolean =>
    token !== undefined && (token.upos === 'PUNCT' || token.upos === 'CCONJ')
  while (from < to && isEdge(tokens[from])) from++
  while (to > from && isEdge(tokens[to - 1])) to--
  return tokens.slice(from, to)
}

/** The noun that a relative pronoun stands for; any other token is its own. */
export function antecedent(tree: Tree, index: number): number {
  const token = tree.tokens[index]
  if (!token || !/^(?:who|which|that|whom)$/i.test(token.text)) return index
  for (let at: Token | undefined = token; at && at.head >= 0; at = tree.tokens[at.head])
    if (at.deprel === 'acl:relcl') return at.head
  return index
}
