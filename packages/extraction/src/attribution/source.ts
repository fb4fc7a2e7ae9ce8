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
    token.deprel !== 'acl:relcl' &&
    !isMain(tree, token)
  )
}

/** "President Lund called on …": the only verb of a sentence whose subject the parser takes for its head. */
function isMain(tree: Tree, verb: Token): boolean {
  const head = tree.tokens[verb.head]
  return head?.head === -1 && head.upos === 'PROPN' && tree.tokens[verb.index - 1]?.upos === 'PROPN'
}

function byPhrase(tree: Tree, verb: number): Token | undefined {
  return childrenOf(tree, verb, 'obl').find((nominal) =>
    childrenOf(tree, nominal.index, 'case').some((mark) => mark.lemma === 'by'),
  )
}

function subjectOf(tree: Tree, verb: number, steps: number): number | null {
  const token = tree.tokens[verb]
  if (!token || steps === 0) return null
  const own = (tree.children[verb] ?? []).filter((child) => isSubject(tree, child, verb)).at(-1)
  if (own) return own.index
  const governs = token.deprel === 'acl:relcl' ? token.head : null
  if (governs !== null && governs < verb) return governs
  const near = nominalBefore(tree, verb)
  if (near !== null) return near
  if (token.head < 0) return null
  if (isRelation(token, 'acl')) return token.head
  const isNonFinite = token.xpos === 'VBG' || tree.tokens[verb - 1]?.xpos === 'TO'
  if (isRelation(token, 'conj', 'xcomp', 'advcl', 'parataxis', 'ccomp', 'csubj') || isNonFinite) {
    const controller = isRelation(token, 'xcomp') ? childrenOf(tree, token.head, 'obj', 'iobj')[0] : undefined
    return controller && controller.index < verb && controller.upos !== 'ADJ'
      ? controller.index
      : subjectOf(tree, token.head, steps - 1)
  }
  return null
}

/** A subject stands before its verb, bears no preposition, and is no time: "who this week warned". */
function isSubject(tree: Tree, child: Token, verb: number): boolean {
  if (!/^nsubj(?::outer)?$/.test(child.deprel) || child.index > verb) return false
  return !TIMES.has(child.lemma.toLowerCase()) && childrenOf(tree, child.index, 'case').length === 0
}

/** Nouns that tell when, and are no speakers. */
export const TIMES: ReadonlySet<string> = new Set(
  'day week month year weekend today yesterday tonight monday tuesday wednesday thursday friday saturday sunday'.split(
    ' ',
  ),
)

/** Where the parser gives a finite verb no subject: a nominal of the clause that ends right before the verb. */
function nominalBefore(tree: Tree, verb: number): number | null {
  const { tokens } = tree
  if (!/^(?:VBD|VBZ|VBP)$/.test(tokens[verb]?.xpos ?? '') || isRelation(tokens[verb] as Token, 'conj')) return null
  let at = verb - 1
  while (at >= 0 && isRelation(tokens[at] as Token, 'aux', 'advmod')) at--
  const last = tokens[at]
  if (!last || !/^(?:PROPN|NOUN|PRON)$/.test(last.upos) || TIMES.has(last.lemma.toLowerCase())) return null
  let head: Token | null = null
  for (let at: Token | undefined = last; at && at.index < verb; at = tokens[at.head]) {
    if (/^(?:PROPN|NOUN|PRON)$/.test(at.upos) && childrenOf(tree, at.index, 'case').length === 0) head = at
    if (at.deprel === 'conj' && childrenOf(tree, at.head, 'case').length > 0) break
  }
  return head?.index ?? null
}

/** The words of the nominal on its side of the verb, without the clauses that hang on it. */
export function phrase(tree: Tree, head: number, verb: number): Source {
  const without = new Set<number>([verb])
  for (const token of subtreeOf(tree, head)) {
    const isClause = isRelation(token, 'acl', 'advcl', 'parataxis', 'ccomp', 'dep', 'list') && token.index !== head
    if (isClause || (head < verb ? token.index > verb : token.index < verb)) without.add(token.index)
  }
  const tokens = subtreeOf(tree, head, without)
  const words = trimmed(tokens.filter((token) => !isAgentMark(token, head)))
  const from = words[0]?.index ?? head
  const to = (words.at(-1)?.index ?? head) + 1
  return { head: antecedent(tree, head), from: Math.min(from, antecedent(tree, head)), to }
}

/** "By" of an agent, "from" of a statement's author: no word of the name. */
const isAgentMark = (token: Token, head: number): boolean =>
  token.head === head && token.index < head && isRelation(token, 'case') && /^(?:by|from|of)$/i.test(token.text)

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
