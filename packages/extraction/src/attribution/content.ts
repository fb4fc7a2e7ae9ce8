import type { Token } from '@dateline/english'
import { clauseBehind } from './clause.ts'
import { clauseEnd, extended, nextBreak, withoutRemark } from './content-end.ts'
import type { Cue } from './cues.ts'
import { isPassive } from './source.ts'
import { childrenOf, isRelation, type Tree } from './tree.ts'

/** What is attributed, as token ranges of the cue's sentence, half open. */
export type Range = readonly [from: number, to: number]

/** Whether a token stands inside a quotation. */
export type InQuote = (token: Token | undefined) => boolean

export interface Content {
  ranges: Range[]
  /** Whom the words are said to or about */
  target: number | null
  /** It follows the sentence of the cue, which ends in a colon */
  isBelow?: boolean
}

/** The content that stands behind a verbal cue, by the frames that the verb has. */
export function complementOf(tree: Tree, verb: number, cue: Cue): Content | null {
  const { frames } = cue
  const right = (tree.children[verb] ?? []).filter((child) => child.index > verb)
  const object = objectOf(right)
  const from = (child: Token): number => Math.max(tree.left[child.index] ?? child.index, verb + 1)
  const to = (child: Token): number => extended(tree, verb, (tree.right[child.index] ?? child.index) + 1)
  const isAddressed = frames.has('addressee') && object !== undefined
  const clause = frames.has('clause') ? clauseBehind(tree, verb, isAddressed ? object : undefined) : null
  if (clause) return clause
  const begin = (isAddressed ? (tree.right[object.index] ?? verb) : verb) + 1
  const infinitive = right.find(
    (child) => isInfinitive(tree, child) && (isRelation(child, 'xcomp') || tree.left[child.index] === begin),
  )
  if (frames.has('infinitive') && infinitive) {
    const start = isAddressed && object.index < infinitive.index ? from(object) : from(infinitive)
    const raised = isPassive(tree, verb) && !isAddressed ? raisedSubject(tree, verb) : null
    if (raised) return { ranges: [raised, [start, to(infinitive)]], target: null }
    const end = withoutRemark(tree, infinitive.index, to(infinitive))
    return { ranges: [[start, Math.max(end, start + 1)]], target: isAddressed ? object.index : null }
  }
  if (isAddressed && frames.has('infinitive') && infinitiveBelow(tree, object))
    return { ranges: [[from(object), to(object)]], target: object.index }
  const gerund = frames.has('gerund')
    ? right.find((child) => child.xpos === 'VBG' && from(child) === verb + 1)
    : undefined
  if (gerund && isRelation(gerund, 'xcomp', 'ccomp', 'advcl'))
    return { ranges: [[verb + 1, Math.max(to(gerund), clauseEnd(tree, verb))]], target: null }
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
      target:
        object?.index ?? (marks(tree, prepositional).some((mark) => ADDRESSING.has(mark)) ? prepositional.index : null),
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
    const blamed = frames.has('on') ? phraseWith(tree, [verb, object.index], 'on') : undefined
    return {
      ranges: [[from(object), withoutRemark(tree, from(object), end)]],
      target: blamed?.index ?? object.index,
    }
  }
  return frames.has('object') || frames.has('clause') ? saidOfSubject(tree, verb) : null
}

/** Prepositions of whom the words are said to or against: "appealed to", "called on", "railed against". */
const ADDRESSING = new Set(['on', 'upon', 'to', 'against', 'at'])

/** A phrase with this preposition that hangs on one of these tokens: "blamed the raid on the rebels". */
function phraseWith(tree: Tree, heads: readonly number[], preposition: string): Token | undefined {
  return heads
    .flatMap((head) => childrenOf(tree, head, 'obl', 'nmod'))
    .find((child) => marks(tree, child).includes(preposition))
}

/** The object of the cue; where a parser takes the noun before it for another one, the second. */
function objectOf(right: readonly Token[]): Token | undefined {
  const objects = right.filter((child) => isRelation(child, 'obj', 'iobj'))
  const [first, second] = objects
  return first && second?.index === first.index + 1 ? second : first
}

/** "The sale was announced by the ministry": of a passive with an agent the subject is the content. */
function saidOfSubject(tree: Tree, verb: number): Content | null {
  const [agent] = childrenOf(tree, verb, 'obl:agent')
  const [subject] = childrenOf(tree, verb, 'nsubj:pass')
  const range = agent && subject && subject.upos !== 'PRON' ? raisedSubject(tree, verb) : null
  return range && subject ? { ranges: [range], target: subject.index } : null
}

/** "A visit is expected to follow": the subject of the cue belongs to what is expected. */
function raisedSubject(tree: Tree, verb: number): Range | null {
  const subject = childrenOf(tree, verb, 'nsubj').find((child) => child.index < verb)
  if (!subject) return null
  return [tree.left[subject.index] ?? subject.index, Math.min(verb, (tree.right[subject.index] ?? subject.index) + 1)]
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
  const tail = right.length > 0 ? predicateBehind(tree, verb, object) : null
  if (!isPredicated && tail === null) return null
  const start = Math.max(verb + 1, Math.min(...parts.map((part) => tree.left[part.index] ?? part.index)))
  return {
    ranges: [[start, Math.max(tail ?? 0, ...parts.map((part) => (tree.right[part.index] ?? part.index) + 1))]],
    target: object.index,
  }
}

/**
 * "Called half of the voters “fools”", "called her vote for the war a mistake": the end of a predicate that the parser
 * takes for a part of the object. A quotation or a nominal with "a" stands right behind a noun.
 */
function predicateBehind(tree: Tree, verb: number, object: Token): number | null {
  const { tokens } = tree
  if (tokens[verb]?.lemma !== 'call' && tokens[verb]?.lemma !== 'label' && tokens[verb]?.lemma !== 'brand') return null
  const end = clauseEnd(tree, verb)
  for (let i = object.index + 1; i < Math.min(end, object.index + MAX_OBJECT); i++) {
    const [before, token] = [tokens[i - 1], tokens[i]]
    if (!before || !token || token.text === ',' || /^(?:VBD|VBZ|MD)$/.test(token.xpos)) return null
    if (/^(?:NOUN|PROPN|PRON)$/.test(before.upos) && (/^["“]$/.test(token.text) || /^an?$/.test(token.text)))
      return withoutRemark(tree, i, Math.max((tree.right[i] ?? i) + 1, nextBreak(tree, i, end)))
  }
  return null
}

const MAX_OBJECT = 25

function marks(tree: Tree, nominal: Token): string[] {
  return childrenOf(tree, nominal.index, 'case', 'mark').map((mark) => mark.text.toLowerCase())
}

const isInfinitive = (tree: Tree, verb: Token): boolean =>
  childrenOf(tree, verb.index, 'mark', 'aux').some((mark) => mark.lemma === 'to')

const infinitiveBelow = (tree: Tree, nominal: Token): boolean =>
  childrenOf(tree, nominal.index, 'acl', 'advcl').some((verb) => isInfinitive(tree, verb))
