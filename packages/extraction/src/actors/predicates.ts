import type { Token } from '@dateline/english'
import { fold } from '../knowledge/fold.ts'
import { wordSet } from '../knowledge/words.ts'
import type { View } from './view.ts'

const TAKING_OFFICE =
  wordSet(`elect reelect re-elect appoint name nominate install inaugurate swear confirm designate proclaim crown
  make choose pick select reappoint become serve act work resign quit retire remain stay return dismiss oust remove
  sack fire depose step take declare recognise recognize hire promote describe know identify`)

/**
 * What a noun is said of: X in "X is the president", "X was sworn in as president", "they elected X president".
 * `none` where the noun is no predicate; a token number, or null where its subject is not to be found.
 */
export function predicateSubject(view: View, head: number): 'none' | { subject: number | null } {
  const token = view.tokens[head]
  if (!token) return 'none'
  const own = view.tokens.filter((other) => other.head === head)
  if (own.some((other) => other.deprel === 'cop')) {
    const subject = own.find((other) => other.deprel.startsWith('nsubj'))
    if (!subject && own.some((other) => other.deprel === 'expl')) return 'none'
    return { subject: subject?.index ?? null }
  }
  const verb = view.tokens[token.head]
  if (!verb || verb.upos !== 'VERB') return 'none'
  const isAs = own.some((other) => other.deprel === 'case' && fold(other.text) === 'as')
  if (!TAKING_OFFICE.has(verb.lemma)) return 'none'
  // "appointed Ana Rey prime minister": two objects, the first of them a person.
  const named = view.tokens.find((other) => other.head === verb.index && other.deprel === 'iobj')
  if (token.deprel === 'obj' && named?.upos === 'PROPN' && named.index < head) return { subject: named.index }
  if (!isAs && token.deprel !== 'xcomp') return 'none'
  return { subject: objectOf(view, verb)?.index ?? subjectOf(view, verb) }
}

function objectOf(view: View, verb: Token): Token | undefined {
  return view.tokens.find((other) => other.head === verb.index && other.deprel === 'obj' && other.upos !== 'NOUN')
}

/** The subject of a verb, or of the verb that controls it. */
function subjectOf(view: View, verb: Token): number | null {
  let at: Token | undefined = verb
  for (let steps = 0; steps < 4 && at; steps++) {
    const { index }: Token = at
    const subject = view.tokens.find((other) => other.head === index && other.deprel.startsWith('nsubj'))
    if (subject) return /^(?:who|which|that)$/iu.test(subject.text) ? relativeHead(view, at) : subject.index
    at = view.tokens[at.head]
  }
  return null
}

function relativeHead(view: View, verb: Token): number | null {
  return verb.deprel.startsWith('acl') ? verb.head : null
}
