import type { Span } from '@dateline/domain'
import type { Scene } from './context.ts'
import { clauseOf, relation, stretch, subtreeOf, type Tree } from './tree.ts'

export function spanOf(scene: Scene, from: number, to: number): Span {
  return { start: from, end: to, text: scene.parsed.text.slice(from, to) }
}

const EVIDENCE_LIMIT = 400

/** The clause that tells of the event; the whole sentence where that is short or the clause is the main one. */
export function evidenceOf(scene: Scene, tree: Tree, index: number): Span {
  const { sentence } = tree
  let clause = clauseOf(tree, index)
  // A participle or an infinitive alone says too little: what it hangs on belongs to it.
  for (let token = tree.tokens[clause]; token && token.head >= 0; token = tree.tokens[clause]) {
    if (
      relation(token) === 'xcomp' ||
      (relation(token) === 'acl' && token.deprel !== 'acl:relcl') ||
      (relation(token) === 'advcl' && token.xpos === 'VBG')
    )
      clause = clauseOf(tree, token.head)
    else break
  }
  const whole = spanOf(scene, sentence.start, sentence.end)
  if (sentence.end - sentence.start <= EVIDENCE_LIMIT / 2) return whole
  const found = stretch(tree, subtreeOf(tree, clause))
  const own = tree.tokens[index]
  if (!found || !own || found.start > own.start || found.end < own.end)
    return whole.text.length <= EVIDENCE_LIMIT
      ? whole
      : spanOf(scene, own?.start ?? sentence.start, own?.end ?? sentence.end)
  return spanOf(scene, found.start, found.end)
}
