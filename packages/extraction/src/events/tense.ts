import type { Token } from '@dateline/english'
import { relation, type Tree } from './tree.ts'

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
