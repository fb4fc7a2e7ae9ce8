import type { Token } from '@dateline/english'
import { VERB_CUES } from './cues.ts'
import { childrenOf, isRelation, type Tree } from './tree.ts'

/** The end of the clause that begins with a token behind the cue, if the parser hangs it elsewhere. */
export function endOfClause(tree: Tree, verb: number, first: Token): number {
  let top = first
  for (let up = tree.tokens[top.head]; up && up.index > verb; up = tree.tokens[top.head]) top = up
  return withoutTail(tree, verb, (tree.right[top.index] ?? first.index) + 1)
}

/** Up to the next mark, when or where it was said, or coordinated clause: parsers cut long nominals short. */
export function extended(tree: Tree, verb: number, end: number): number {
  const { tokens } = tree
  let at = end
  while (at < tokens.length) {
    const token = tokens[at] as Token
    if (token.text === ',' && tokens[at + 1]?.lemma === 'include') {
      at = Math.max(at + 1, (tree.right[at + 1] ?? at) + 1)
      continue
    }
    // "To mend the road, widen the bridge and move the school"
    if (token.text === ',' && tokens[at + 1]?.xpos === 'VB') {
      at = Math.max(at + 1, tree.right[at + 1] ?? at) + 1
      continue
    }
    if (token.upos === 'CCONJ' && isListed(tree, at)) {
      at += 2
      continue
    }
    const owner = complementHead(tree, verb, token)
    if (owner !== null) {
      at = Math.max(at, tree.right[owner] ?? at) + 1
      continue
    }
    if (token.upos === 'PUNCT' || token.upos === 'CCONJ' || token.upos === 'SCONJ' || isAdjunct(tree, verb, token))
      break
    at++
  }
  return at
}

/** "Her work and position on benefits", "to share a currency and rely on each other": no clause of its own follows. */
function isListed(tree: Tree, conjunction: number): boolean {
  const { tokens } = tree
  const next = tokens[conjunction + 1]
  if (!next || next.upos === 'PUNCT' || next.upos === 'AUX') return false
  if (next.upos === 'VERB') return next.xpos === 'VB'
  for (let i = conjunction + 1; i < Math.min(tokens.length, conjunction + MAX_LISTED); i++) {
    const token = tokens[i] as Token
    if (token.upos === 'PUNCT' && token.xpos !== 'HYPH') return true
    if (/^(?:VBD|VBZ|VBP|MD)$/.test(token.xpos)) return false
  }
  return true
}

const MAX_LISTED = 12

/** "Commitment to improving services": the head of a phrase that the parser hangs on the cue, by the mark that opens it. */
function complementHead(tree: Tree, verb: number, token: Token): number | null {
  if (!OF_NOUNS.has(token.lemma) || !isRelation(token, 'case', 'mark')) return null
  const head = tree.tokens[token.head]
  return head && head.index > token.index && head.head === verb && tree.left[head.index] === token.index
    ? head.index
    : null
}

/** Prepositions whose phrase right behind a nominal nearly always belongs to it. */
const OF_NOUNS = new Set(['of', 'to', 'for', 'as'])

/** The first word of a phrase that tells when, where or how it was said. */
function isAdjunct(tree: Tree, verb: number, token: Token): boolean {
  if (token.head === verb) return !isRelation(token, 'xcomp', 'ccomp') && tree.tokens[token.index - 1]?.xpos !== 'TO'
  const head = tree.tokens[token.head]
  return head?.head === verb && tree.left[head.index] === token.index && !OF_NOUNS.has(token.lemma)
}

/** Where the clause of the cue ends: with its subtree; what is coordinated with the cue is another clause. */
export function clauseEnd(tree: Tree, verb: number): number {
  const { tokens } = tree
  const token = tokens[verb] as Token
  let end = token.head === -1 ? tokens.length : (tree.right[verb] ?? verb) + 1
  for (const child of tree.children[verb] ?? [])
    if (child.index > verb && isRelation(child, 'conj') && isOtherClause(tree, token, child))
      end = Math.min(end, coordinatorBefore(tree, child))
  return withoutTail(tree, verb, Math.min(end, nextCue(tree, verb, end)))
}

/** Whether a verb is truly coordinated with the cue, and not with a verb of its content: its form is the same. */
function isOtherClause(tree: Tree, cue: Token, conjunct: Token): boolean {
  if (conjunct.xpos !== cue.xpos) return false
  const subject = childrenOf(tree, conjunct.index, 'nsubj')[0]
  return subject?.upos !== 'PRON' || VERB_CUES.has(conjunct.lemma)
}

function coordinatorBefore(tree: Tree, conjunct: Token): number {
  const start =
    childrenOf(tree, conjunct.index, 'cc').find((mark) => mark.index < conjunct.index)?.index ??
    tree.left[conjunct.index] ??
    conjunct.index
  return tree.tokens[start - 1]?.text === ',' ? start - 1 : start
}

/**
 * Where another cue of the same rank begins behind a conjunction, whatever the parser hangs it by: "denied that … and said
 * …", "says that …, but rebels told …".
 */
export function nextCue(tree: Tree, verb: number, end: number): number {
  const { tokens } = tree
  for (let i = verb + 2; i < end; i++) {
    const mark = tokens[i]
    if (mark?.upos !== 'CCONJ') continue
    const other = finiteBehind(tree, i + 1, end)
    if (!other || !VERB_CUES.get(other.lemma)?.frames.has('aside')) continue
    const isBare = tokens.slice(i + 1, other.index).every((token) => /^(?:ADV|AUX)$/.test(token.upos))
    const hasComma = tokens[i - 1]?.text === ','
    if (isBare ? other.xpos === tokens[verb]?.xpos : hasComma) return hasComma ? i - 1 : i
  }
  return end
}

/** The first verb behind a token, if it is finite and nothing but a nominal stands before it. */
function finiteBehind(tree: Tree, from: number, end: number): Token | undefined {
  for (let i = from; i < Math.min(end, from + 12); i++) {
    const token = tree.tokens[i]
    if (!token || token.upos === 'PUNCT' || token.upos === 'SCONJ') return undefined
    if (token.upos === 'VERB') return /^(?:VBD|VBZ|VBP|VBN)$/.test(token.xpos) ? token : undefined
  }
  return undefined
}

/**
 * Without the remark of the writer's own at the end: ", although …", ", adding …", "; she has not answered", ", but the
 * vote was put off".
 */
function withoutTail(tree: Tree, verb: number, end: number): number {
  const { tokens } = tree
  const quoted = betweenMarks(tree, verb + 1, end)
  for (let i = verb + 3; i < end - 1; i++) {
    const [mark, next] = [tokens[i], tokens[i + 1]]
    if (!mark || !next || quoted[i - verb - 1]) continue
    if (mark.text === ';') return i
    if (mark.text !== ',') continue
    const isOwn =
      next.xpos === 'VBG' && isRelation(next, 'advcl', 'acl') && (next.head === verb || VERB_CUES.has(next.lemma))
    if (isOwn || /^(?:although|though)$/i.test(next.text) || (next.text === 'even' && tokens[i + 2]?.text === 'as'))
      return i
    if (next.text === 'but' && hasOwnClause(tree, i + 2, end)) return i
  }
  return end
}

/** For each token of a range whether it stands between quotation marks that open in the range. */
function betweenMarks(tree: Tree, from: number, end: number): boolean[] {
  let open = false
  return tree.tokens.slice(from, end).map(({ text }) => {
    if (text === '"' || text === "''" || text === '``') open = !open
    else if (text === '“' || text === '”') open = text === '“'
    return open
  })
}

/** A full clause: a subject and a finite verb before the next mark. */
function hasOwnClause(tree: Tree, from: number, end: number): boolean {
  const { tokens } = tree
  for (let i = from; i < end && tokens[i]?.upos !== 'PUNCT'; i++)
    if (/^(?:VBD|VBZ|VBP|MD)$/.test(tokens[i]?.xpos ?? '')) return true
  return false
}

/** Without what the writer adds to a nominal: ", which …", ", who …", "— …", "as …" with a finite verb. */
export function withoutRemark(tree: Tree, from: number, end: number): number {
  const { tokens } = tree
  const quoted = betweenMarks(tree, from, end)
  for (let i = from + 1; i < end - 1; i++) {
    const [mark, next] = [tokens[i], tokens[i + 1]]
    if (!mark || !next || quoted[i - from]) continue
    if (mark.text === ';' || /^(?:[—–―]|--)$/.test(mark.text)) return i
    if (mark.text === ',' && /^(?:who|which|where|whose|when)$/i.test(next.text)) return i
    if (mark.text === ',' && next.xpos === 'VBG' && VERB_CUES.get(next.lemma)?.frames.has('clause')) return i
    if (REASONS.has(mark.lemma) && mark.upos === 'SCONJ' && hasOwnClause(tree, i + 1, end)) return i
    if (mark.upos === 'CCONJ' && isNextPredicate(tree, i + 1, end)) return tokens[i - 1]?.text === ',' ? i - 1 : i
  }
  return end
}

/** Conjunctions of a clause that tells when or why something was said. */
const REASONS = new Set(['as', 'because', 'until', 'while', 'when', 'although', 'though'])

/** "Praised the work but had to stop it": the finite verb behind the conjunction has the subject of the cue. */
function isNextPredicate(tree: Tree, from: number, end: number): boolean {
  const { tokens } = tree
  let at = from
  while (at < end && tokens[at]?.upos === 'ADV') at++
  return at < end && /^(?:VBD|VBZ|MD)$/.test(tokens[at]?.xpos ?? '')
}

/** The next comma behind which no verb form of the same list follows, or the end. */
export function nextBreak(tree: Tree, from: number, end: number): number {
  const comma = tree.tokens
    .slice(from, end)
    .find(
      (token) =>
        token.text === ',' &&
        tree.tokens[token.index + 1]?.xpos !== 'VBG' &&
        tree.tokens[token.index + 1]?.text !== 'and',
    )
  return comma ? comma.index : end
}
