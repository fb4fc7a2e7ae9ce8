import type { Token } from '@dateline/english'
import { clauseEnd, endOfClause, extended, nextBreak, nextCue, withoutRemark } from './content-end.ts'
import type { Cue } from './cues.ts'
import { isPassive, TIMES } from './source.ts'
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
  const to = (child: Token): number => extended(tree, verb, (tree.right[child.index] ?? child.index) + 1)
  const isAddressed = frames.has('addressee') && object !== undefined
  const clause = frames.has('clause') ? clauseBehind(tree, verb, isAddressed ? object : undefined) : null
  if (clause) return clause
  const infinitive = right.find((child) => isRelation(child, 'xcomp'))
  if (frames.has('infinitive') && infinitive && isInfinitive(tree, infinitive)) {
    const start = isAddressed && object.index < infinitive.index ? from(object) : from(infinitive)
    const raised = isPassive(tree, verb) && !isAddressed ? raisedSubject(tree, verb) : null
    if (raised) return { ranges: [raised, [start, to(infinitive)]], target: null }
    return { ranges: [[start, Math.max(to(infinitive), start + 1)]], target: isAddressed ? object.index : null }
  }
  if (isAddressed && frames.has('infinitive') && infinitiveBelow(tree, object))
    return { ranges: [[from(object), to(object)]], target: object.index }
  const predicated = frames.has('predicate') ? predicateOf(tree, verb, right) : null
  if (predicated) return predicated
  const charge = isAddressed && frames.has('of') ? behindPreposition(tree, verb, object, 'of') : null
  if (charge) return charge
  const prepositional = right.find(
    (child) => isRelation(child, 'obl', 'advcl', 'nmod') && marks(tree, child).some((mark) => frames.has(mark)),
  )
  if (prepositional && (!frames.has('object') || !object)) {
    const start = from(prepositional) + (marks(tree, prepositional).length > 0 ? 1 : 0)
    const tail = right.filter((child) => child.index > prepositional.index && isRelation(child, 'xcomp', 'advcl'))
    return {
      ranges: [[start, withoutRemark(tree, start, Math.max(to(prepositional), ...tail.map(to)))]],
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
    const end = Math.max(to(object), ...tail.map(to))
    return { ranges: [[from(object), withoutRemark(tree, from(object), end)]], target: object.index }
  }
  return null
}

/** "A visit is expected to follow": the subject of the cue belongs to what is expected. */
function raisedSubject(tree: Tree, verb: number): Range | null {
  const subject = childrenOf(tree, verb, 'nsubj').find((child) => child.index < verb)
  if (!subject) return null
  return [tree.left[subject.index] ?? subject.index, Math.min(verb, (tree.right[subject.index] ?? subject.index) + 1)]
}

/**
 * A clause, with or without "that", or a quotation right behind the cue. Where it begins shows on the surface, behind
 * adverbs, the addressee and when or where it was said; it ends with the cue's own clause.
 */
function clauseBehind(tree: Tree, verb: number, addressee: Token | undefined): Content | null {
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
  while (at < end && (isRelation(tokens[at] as Token, 'advmod', 'compound:prt', 'obl:unmarked') || isTime(tree, at)))
    at++
  const next = tokens[at]
  if (!next || at >= end) return null
  const opens = (token: Token | undefined): boolean => token !== undefined && /^["“‘']$/.test(token.text)
  if (next.text === ':' || (next.text === ',' && opens(tokens[at + 1])))
    return at + 1 < end ? { ranges: [[at + 1, end]], target } : null
  if (opens(next)) return { ranges: [[at, Math.max(end, endOfClause(tree, verb, next))]], target }
  const clause = tokens.slice(verb + 1, end).find((token) => token.head === verb && isRelation(token, 'ccomp'))
  if (!clause || clause.xpos === 'VBG') return null
  const isSurface = /^(?:PRON|DET|PROPN|NOUN|ADJ|NUM|ADV|SCONJ)$/.test(next.upos)
  return { ranges: [[isSurface ? at : Math.max(tree.left[clause.index] ?? at, verb + 1), end]], target }
}

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

/** "Accused the army of shelling the town", wherever the parser hangs the charge. */
function behindPreposition(tree: Tree, verb: number, object: Token, preposition: string): Content | null {
  const end = clauseEnd(tree, verb)
  const marks = tree.tokens.slice(object.index + 1, end).filter((token) => token.lemma === preposition)
  const mark =
    marks.find((token) => tree.tokens[token.index + 1]?.xpos === 'VBG') ??
    marks.find((token) => tree.tokens[token.head]?.head === verb) ??
    marks[0]
  if (!mark || mark.index + 1 >= end) return null
  return { ranges: [[mark.index + 1, Math.min(end, nextBreak(tree, mark.index + 1, end))]], target: object.index }
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
