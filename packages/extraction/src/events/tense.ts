import type { Token } from '@dateline/english'
import { headOf, relation, type Tree } from './tree.ts'
import type { TriggerMatch } from './triggers.ts'

/** In the simple past: "met", "was met", "were meeting". */
export function isPastVerb(tree: Tree, verb: Token): boolean {
  const helpers = (tree.children[verb.index] ?? []).filter(
    (child) => relation(child) === 'aux' || child.deprel === 'cop',
  )
  return helpers.length === 0 ? verb.xpos === 'VBD' : helpers.every((aux) => aux.xpos === 'VBD' && aux.lemma === 'be')
}

/** In the present perfect: "has met", "have been meeting", but not "may have met". */
export function isPerfectVerb(tree: Tree, verb: Token): boolean {
  const helpers = (tree.children[verb.index] ?? []).filter((child) => child.deprel === 'aux')
  return helpers.some((aux) => aux.lemma === 'have' && aux.xpos !== 'VBD') && !helpers.some((aux) => aux.xpos === 'MD')
}

/** "Have been jailed", "warrants have been issued": in the perfect by its own verb or by the one that it hangs on. */
export function isPerfect({ match: { tree, token, kind } }: { match: TriggerMatch }): boolean {
  if (kind === 'verb') return isPerfectVerb(tree, token)
  const verb = headOf(tree, token)
  return verb !== undefined && isCarried(token) && isPerfectVerb(tree, verb)
}

/** The subject or object of a verb */
export const isCarried = (token: Token): boolean => ['nsubj', 'obj'].includes(relation(token))
