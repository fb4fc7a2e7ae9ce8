import type { Token } from '@dateline/english'
import { childrenBy, headOf, prepositionOf, relation, type Tree } from './tree.ts'

/** Tokens behind the noun within which it says what it is about */
const REACH = 20
const ABOUT = new Set(['over', 'against', 'about', 'at'])

/**
 * The infinitives that say what an event's noun is about: "a protest over plans to cut pensions in Lima on Friday". Time
 * and place at the end are those of the event, though the parser hangs them on the infinitive, which is what stands last.
 */
export function aims(tree: Tree, noun: Token): number[] {
  if (noun.upos !== 'NOUN') return []
  const near = tree.tokens.slice(noun.index + 1, noun.index + REACH)
  return near.filter((verb) => matterOf(tree, verb)?.event === noun).map(({ index }) => index)
}

/** The event's noun whose infinitive this is; null: it is that of none. */
export function aimOf(tree: Tree, infinitive: Token, isEvent: (index: number) => boolean): Token | null {
  const event = matterOf(tree, infinitive)?.event
  return event && isEvent(event.index) ? event : null
}

/** "(A march) against (plans) to (close)": of an infinitive the noun that it stands behind, and what that is about. */
function matterOf(tree: Tree, infinitive: Token): { event: Token } | null {
  if (infinitive.xpos !== 'VB') return null
  const to = childrenBy(tree, infinitive.index, 'mark').find(({ lemma }) => lemma.toLowerCase() === 'to')
  const matter = to && tree.tokens[to.index - 1]
  if (matter?.upos !== 'NOUN' || !ABOUT.has(prepositionOf(tree, matter.index) ?? '')) return null
  const over = headOf(tree, matter)
  // "Took part in a march against plans to …": it may hang on the verb.
  const event = over?.upos === 'VERB' ? lastNounBefore(tree, over, matter) : over
  return event?.upos === 'NOUN' && event.index < matter.index ? { event } : null
}

function lastNounBefore(tree: Tree, verb: Token, matter: Token): Token | undefined {
  return childrenBy(tree, verb.index, 'obl', 'obj').findLast(
    (token) => token.index < matter.index && relation(token) !== 'obl:unmarked',
  )
}
