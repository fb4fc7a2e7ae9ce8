import type { Token } from '@dateline/english'
import type { Content } from './content.ts'
import { clauseEnd, endOfClause, nextCue } from './content-end.ts'
import { TIMES } from './source.ts'
import { childrenOf, isRelation, type Tree } from './tree.ts'

/**
 * A clause, with or without "that", or a quotation right behind the cue. Where it begins shows on the surface, behind
 * adverbs, the addressee and when or where it was said; it ends with the cue's own clause.
 */
export function clauseBehind(tree: Tree, verb: number, addressee: Token | undefined): Content | null {
  const { tokens } = tree
  const target = addressee?.index ?? null
  const end = clauseEnd(tree, verb)
  const that = tokens.slice(verb + 1, verb + 16).find((token) => isComplementizer(tree, token, addressee))
  if (that && isReached(tree, verb, that))
    return {
      ranges: [
        [that.index, Math.max(end, Math.min(endOfClause(tree, verb, that), nextCue(tree, verb, tree.tokens.length)))],
      ],
      target,
    }
  let at = (addressee ? (tree.right[addressee.index] ?? verb) : verb) + 1
  while (at < end && (isAdverbial(tokens[at] as Token) || isTime(tree, at))) at++
  const next = tokens[at]
  // "A law that critics say weakened the courts": the clause has its subject before the cue.
  const isGapped = at === verb + 1 && isRelation(tokens[verb] as Token, 'acl:relcl')
  if (isGapped && next && /^(?:VBD|VBZ|VBP|MD)$/.test(next.xpos))
    return { ranges: [[at, Math.max(end, (tree.right[at] ?? at) + 1)]], target }
  if (!next) return null
  // "Rejected the request, saying the law was clear": the parser may hang the clause on another verb.
  if (at >= end) return plainClause(tree, verb, at, end, target)
  const opens = (token: Token | undefined): boolean => token !== undefined && /^["“‘']$/.test(token.text)
  if (next.text === ':' || (next.text === ',' && opens(tokens[at + 1]))) {
    if (at + 1 < end) return { ranges: [[at + 1, end]], target }
    return next.text === ':' ? { ranges: [], target, isBelow: true } : null
  }
  if (opens(next)) return { ranges: [[at, Math.max(end, endOfClause(tree, verb, next))]], target }
  const clause = tokens.slice(verb + 1, end).find((token) => token.head === verb && isRelation(token, 'ccomp'))
  if (!clause || isGerund(tree, clause)) return plainClause(tree, verb, at, end, target)
  const isSurface = /^(?:PRON|DET|PROPN|NOUN|ADJ|NUM|ADV|SCONJ)$/.test(next.upos)
  return { ranges: [[isSurface ? at : Math.max(tree.left[clause.index] ?? at, verb + 1), end]], target }
}

const isGerund = (tree: Tree, clause: Token): boolean =>
  clause.xpos === 'VBG' && childrenOf(tree, clause.index, 'aux', 'cop').length === 0

/**
 * A clause without "that" where the parser sees an object and something behind it: a question word, or a nominal and
 * its finite verb, with no mark between.
 */
function plainClause(tree: Tree, verb: number, at: number, end: number, target: number | null): Content | null {
  const { tokens } = tree
  const first = tokens[at] as Token
  const isQuestion = /^(?:WRB|WP)$/.test(first.xpos) || /^(?:whether|if)$/.test(first.lemma)
  if (!isQuestion && !/^(?:PRON|DET|PROPN|NOUN|ADJ|NUM)$/.test(first.upos)) return null
  for (let i = at + 1; i < Math.min(tokens.length, at + MAX_SUBJECT); i++) {
    const token = tokens[i] as Token
    if (isMark(token) || /^(?:WDT|WP|VB|TO)$/.test(token.xpos) || token.upos === 'SCONJ') return null
    if (!isQuestion && isReducedRelative(tokens[i - 1] as Token, token)) return null
    if (!/^(?:VBD|VBZ|VBP|MD)$/.test(token.xpos)) continue
    const stop = Math.max(end, Math.min(endOfClause(tree, verb, token), nextCue(tree, verb, tokens.length)))
    return stop > i ? { ranges: [[at, stop]], target } : null
  }
  return null
}

const isAdverbial = (token: Token): boolean =>
  token.xpos !== 'WRB' && isRelation(token, 'advmod', 'compound:prt', 'obl:unmarked')

/** "The offer Iran made", "the work but had to": a nominal right behind a noun, or a verb right behind a conjunction. */
function isReducedRelative(before: Token, token: Token): boolean {
  if (before.upos === 'CCONJ') return /^(?:VERB|AUX)$/.test(token.upos)
  if (/^(?:I|he|she|they|we)$/.test(token.text)) return true
  return before.upos === 'NOUN' && /^(?:DET|PROPN|PRON)$/.test(token.upos)
}

/** How many words the subject of a clause may have. */
const MAX_SUBJECT = 15

const isMark = (token: Token): boolean =>
  token.upos === 'PUNCT' && token.xpos !== 'HYPH' && !/^["“”'’]$/.test(token.text)

/** "On" aside, when it was said: "announced Monday morning that", "told them this week he would". */
function isTime(tree: Tree, at: number): boolean {
  const [word, next] = [tree.tokens[at]?.lemma.toLowerCase() ?? '', tree.tokens[at + 1]?.lemma.toLowerCase() ?? '']
  if (TIMES.has(word)) return true
  if (['this', 'last', 'late', 'early', 'earlier'].includes(word)) return TIMES.has(next)
  return (
    ['morning', 'afternoon', 'evening', 'night'].includes(word) &&
    TIMES.has(tree.tokens[at - 1]?.lemma.toLowerCase() ?? '')
  )
}

/** "That" before a clause; also behind a word of time, where a parser takes it for a pronoun: "said last month that …". */
function isComplementizer(tree: Tree, token: Token, addressee: Token | undefined): boolean {
  if (token.lemma !== 'that') return false
  if (token.upos === 'SCONJ' || token.xpos !== 'WDT') return token.upos === 'SCONJ'
  const isTold = addressee !== undefined && token.index > addressee.index && token.deprel !== 'nsubj'
  return isTold || TIMES.has(tree.tokens[token.index - 1]?.lemma.toLowerCase() ?? '')
}

/** Between the cue and its "that" stand only an addressee, adverbs and phrases of time and place. */
function isReached(tree: Tree, verb: number, that: Token): boolean {
  const between = tree.tokens.slice(verb + 1, that.index)
  return between.every((token) => !/^(?:VBD|VBZ|VBP|MD)$/.test(token.xpos) && token.text !== ':')
}
