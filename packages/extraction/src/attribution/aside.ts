import type { Token } from '@dateline/english'
import type { Content, InQuote, Range } from './content.ts'
import { VERB_CUES } from './cues.ts'
import { isPassive, phrase, sourceOf, type Source } from './source.ts'
import { isRelation, type Tree } from './tree.ts'

/**
 * A cue that stands behind or inside what is said: "The plan failed, he said", "“We won,” said Anna Berg, “and how!”".
 * Parsers are weak at these, so they are read from the surface: a short clause between a mark and a mark.
 */
export interface Aside {
  source: Source | null
  /** Null where the content is the quotation that ends before the sentence */
  content: Content | null
}

export function asideOf(tree: Tree, verb: number, quoted: InQuote): Aside | null {
  if (/^(?:VBG|VB)$/.test(tree.tokens[verb]?.xpos ?? '') && !isInverted(tree, verb)) return null
  if (isPassive(tree, verb)) return null
  const edge = behindQuotation(tree, verb, quoted)
  const clause = edge === null ? shortClause(tree, verb) : { first: edge, source: speakerIn(tree, edge, verb) }
  if (!clause || (clause.source !== null && quoted(tree.tokens[clause.source.head]))) return null
  const { first, source } = clause
  const last = endOf(tree, verb, source, quoted, edge !== null)
  if (last === null) return null
  if (first === 0) return last >= tree.tokens.length - 2 ? { source, content: null } : null
  const start = contentStart(tree, first, quoted)
  if (start >= first) return null
  const right = resumed(tree, first, last, quoted)
  const isSaid = hasFinite(tree, start, first) || tree.tokens.slice(start, first).some(quoted)
  if (!isSaid && !(right && hasFinite(tree, ...right))) return null
  if (isOccasion(tree, start, first, quoted)) return null
  const left: Range = [start, first]
  return { source, content: { ranges: right ? [left, right] : [left], target: null } }
}

/** "“Go,” says Anna Berg" with a verb that the tagger takes for a base form: a name follows. */
function isInverted(tree: Tree, verb: number): boolean {
  const [before, next] = [tree.tokens[verb - 1], tree.tokens[verb + 1]]
  return tree.tokens[verb]?.xpos === 'VB' && isMark(before) && next?.upos === 'PROPN'
}

const isNominal = (token: Token | undefined): boolean =>
  token !== undefined && /^(?:PROPN|NOUN|PRON|NUM)$/.test(token.upos)
const isFinite = (token: Token): boolean => /^(?:VBD|VBZ|VBP|MD)$/.test(token.xpos)
const isMark = (token: Token | undefined): boolean =>
  token !== undefined && /^(?:[,;?!"”“]|[—–-]+|''|``)$/.test(token.text)

const hasFinite = (tree: Tree, from: number, to: number): boolean => tree.tokens.slice(from, to).some(isFinite)

/** Where a clause begins that follows a quotation: right behind its closing mark, if no other clause stands between. */
export function behindQuotation(tree: Tree, verb: number, quoted: InQuote): number | null {
  for (let i = verb - 1; i >= Math.max(0, verb - MAX_NAME); i--) {
    const token = tree.tokens[i]
    if (!token) return null
    if (quoted(token)) return isClosed(tree, i) ? i + 1 : null
    const isOther = isFinite(token) && token.head !== verb && !isRelative(tree, token)
    // "… “a mistake” but denied it" is another clause.
    if (
      token.upos === 'CCONJ' &&
      (i === verb - 1 || tree.tokens[i - 1]?.text === ',' || tree.tokens[i + 1]?.upos === 'PRON')
    )
      return null
    if (isOther || token.text === ':' || token.text === ';') return null
  }
  return null
}

/** Whether a mark stands at the end of a quotation: one that runs on without is part of its sentence ("said “a bomb” went off"). */
function isClosed(tree: Tree, last: number): boolean {
  return tree.tokens.slice(Math.max(0, last - 2), last + 2).some(({ text }) => /^(?:[,.?!…;]|\.{3}|[—–-]+)$/.test(text))
}

/** "On this week's “Morning Show,” she said …": a phrase with a quoted name in it tells where it was said. */
function isOccasion(tree: Tree, start: number, first: number, quoted: InQuote): boolean {
  const opening = tree.tokens[start]
  if (!opening || opening.upos !== 'ADP' || quoted(opening)) return false
  return !tree.tokens.slice(start, first).some((token) => isFinite(token) || token.upos === 'VERB')
}

/** How many words a speaker's name, office and apposition may have. */
const MAX_NAME = 40

function isRelative(tree: Tree, token: Token): boolean {
  for (let at: Token | undefined = token; at && at.head >= 0; at = tree.tokens[at.head])
    if (at.deprel === 'acl:relcl') return true
  return false
}

interface Clause {
  first: number
  source: Source | null
}

/** The clause between a mark and the verb: "…, he said", "…, said Anna Berg", "…, Anna Berg, a lawyer, said". */
function shortClause(tree: Tree, verb: number): Clause | null {
  const { tokens } = tree
  let at = verb - 1
  while (at >= 0 && isRelation(tokens[at] as Token, 'aux', 'advmod') && !isMark(tokens[at])) at--
  const inner = at
  while (at >= 0 && !isMark(tokens[at]) && isNamePart(tokens[at] as Token)) at--
  if (at >= 0 && !isMark(tokens[at])) return null
  if (tokens[at + 1]?.upos === 'CCONJ') return null
  if (at < inner) return { first: at + 1, source: speakerIn(tree, at + 1, verb) }
  if (at < 0) return null
  const next = tokens[verb + 1]
  if (next && /^(?:PROPN|DET|PRON|NOUN|ADJ|NUM)$/.test(next.upos)) {
    const source = speakerBehind(tree, verb)
    return source && { first: inner + 1, source }
  }
  const source = sourceOf(tree, verb)
  const isApposed = source !== null && source.to <= verb && source.from > 0 && isMark(tokens[source.from - 1])
  return isApposed ? { first: source.from, source } : null
}

/** Words of a nominal: no verbs, no conjunctions of clauses. */
function isNamePart(token: Token): boolean {
  return !/^(?:VERB|AUX|SCONJ)$/.test(token.upos) && token.text !== ':'
}

/** The nominal between the beginning of the clause and its verb, or behind a verb that begins it. */
function speakerIn(tree: Tree, first: number, verb: number): Source | null {
  const { tokens } = tree
  const heads = tokens
    .slice(first, verb)
    .filter((token) => isNominal(token) && (token.head < first || token.head >= verb))
  const head = heads.find((token) => token.head === verb && isRelation(token, 'nsubj')) ?? heads[0]
  return head ? phrase(tree, head.index, verb) : speakerBehind(tree, verb)
}

function speakerBehind(tree: Tree, verb: number): Source | null {
  const behind = tree.tokens.slice(verb + 1, verb + 12)
  const stop = behind.findIndex(
    (token) => (token.upos === 'PUNCT' && token.xpos !== 'HYPH') || token.upos === 'ADP' || isFinite(token),
  )
  const near = stop < 0 ? behind : behind.slice(0, stop)
  const head = near.find(
    (token) => isNominal(token) && (token.head <= verb || token.head > (near.at(-1)?.index ?? verb)),
  )
  return head ? phrase(tree, head.index, verb) : null
}

/**
 * The last token of the clause, or null if what follows the verb is a clause or an object of its own. Behind a quotation
 * everything up to the next mark belongs to it.
 */
function endOf(tree: Tree, verb: number, source: Source | null, quoted: InQuote, isQuoted: boolean): number | null {
  const { tokens } = tree
  // "…, said Anna Berg, the judge who leads the inquiry": the clause about the speaker is no content.
  const isBehind = source !== null && source.from > verb
  let at = Math.max(verb, isBehind ? source.to - 1 : verb) + 1
  for (; at < tokens.length; at++) {
    const token = tokens[at] as Token
    if (token.upos === 'PUNCT' || quoted(token) || (isBehind && /^(?:WP|WP\$|WDT)$/.test(token.xpos))) break
    if (at === verb + 1 && token.lemma === 'that' && token.upos === 'SCONJ') return null
    if (!isQuoted && (isFinite(token) || (token.lemma === 'that' && token.upos === 'SCONJ') || token.xpos === 'TO'))
      return null
    if (
      !isQuoted &&
      at === verb + 1 &&
      /^(?:DET|PRON|ADJ|NUM)$/.test(token.upos) &&
      source !== null &&
      source.from < verb &&
      !isAddressee(tree, verb, token)
    )
      return null
  }
  const next = tokens[at]
  if (!isQuoted && next && quoted(next)) return null
  return next?.text === ':' ? null : at - 1
}

/** "…, he told the court": the nominal right behind the verb is spoken to. */
function isAddressee(tree: Tree, verb: number, token: Token): boolean {
  return (
    ['tell', 'inform', 'assure', 'warn', 'remind', 'ask', 'advise'].includes(tree.tokens[verb]?.lemma ?? '') &&
    token.index > verb
  )
}

/** Where the content before an aside begins: behind a conjunction at the sentence's start, else with the sentence. */
function contentStart(tree: Tree, first: number, quoted: InQuote): number {
  if (quoted(tree.tokens[first - 1]) || quoted(tree.tokens[first - 2])) return behindOtherCue(tree, first, quoted)
  let start = 0
  while (start < first && tree.tokens[start]?.upos === 'CCONJ') start++
  return start
}

/** "The mayor said the plan was “unfair,” he said": the words before the quotation are those of the first cue. */
function behindOtherCue(tree: Tree, first: number, quoted: InQuote): number {
  const { tokens } = tree
  let start = quoted(tokens[first - 1]) ? first - 1 : first - 2
  while (start > 0 && quoted(tokens[start - 1])) start--
  const isOther = tokens
    .slice(0, start)
    .some((token) => isFinite(token) && !quoted(token) && VERB_CUES.get(token.lemma)?.frames.has('aside') === true)
  return isOther ? start : 0
}

/** The rest of an interrupted content: a quotation that opens again, or a clause whose parts stand on both sides. */
function resumed(tree: Tree, first: number, last: number, quoted: InQuote): Range | null {
  const { tokens } = tree
  let at = last + 1
  while (at < tokens.length && !quoted(tokens[at]) && !/^(?:[,;]|[—–-]+)$/.test(tokens[at]?.text ?? '')) at++
  const mark = tokens[at]
  if (!mark || at >= tokens.length - 2) return null
  const begin = quoted(mark) ? at : at + 1
  if (quoted(tokens[begin])) return [begin, tokens.length]
  const isDirect = tokens[last + 1] === mark
  if (isDirect && RESUMING.has(tokens[begin]?.text.toLowerCase() ?? '')) return [begin, tokens.length]
  const isPredicate = isFinite(tokens[begin] as Token) || tokens[begin]?.upos === 'AUX'
  if (isDirect && isPredicate && !hasFinite(tree, 0, first)) return [begin, tokens.length]
  const crosses = tokens.some(
    (token) =>
      token.upos !== 'PUNCT' &&
      ((token.index < first && token.head >= begin) || (token.index >= begin && token.head >= 0 && token.head < first)),
  )
  return isDirect && crosses ? [begin, tokens.length] : null
}

/** Words that take the interrupted content up again: "It was a giant, he said, until it failed". */
const RESUMING = new Set(['until', 'since', 'because', 'unless', 'if', 'so', 'which', 'or'])
