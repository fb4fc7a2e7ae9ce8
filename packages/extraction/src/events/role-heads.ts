import type { Scene } from './context.ts'
import { nounArguments } from './noun-arguments.ts'
import type { TriggerMatch } from './triggers.ts'
import { childrenBy, withConjuncts, type Tree } from './tree.ts'
import { verbArguments } from './verb-arguments.ts'

/** The heads in a slot, or behind the dot in the slot of the word that stands there: `comp.with`, `obj.subj`. */
function indicesIn({ tree, args }: TriggerMatch, slot: string): readonly number[] {
  const [outer = '', inner] = slot.split('.')
  const heads = args.slots.get(outer) ?? []
  if (inner === undefined) return heads
  return heads.flatMap((index) => {
    const token = tree.tokens[index]
    const found = token?.upos === 'VERB' ? verbArguments(tree, index) : nounArguments(tree, index, () => false)
    return (found.slots.get(inner) ?? []).filter((at) => !isOwn(tree, at))
  })
}

/** The heads in a slot (`comp.with`: in a slot of the word that stands there), and whom the tree has beside them in the wrong place. */
export function headsIn(scene: Scene, match: TriggerMatch, slot: string): number[] {
  const { tree } = match
  const found = new Set<number>()
  for (const index of indicesIn(match, slot)) {
    for (const other of [...joinedBefore(scene, tree, index), ...joinedToName(scene, tree, index)]) found.add(other)
    found.add(index)
    // "the carrier A and the carrier B": the second hangs on the first one's name.
    for (const name of childrenBy(tree, index, 'appos'))
      for (const other of withConjuncts(tree, name.index)) if (other !== name.index) found.add(other)
  }
  return [...found]
}

/** "The M-5 and Trade Minister Anna Rey met": a side that the parser took for a part of the name after the "and". */
function joinedBefore(scene: Scene, tree: Tree, index: number): number[] {
  return childrenBy(tree, index, 'compound', 'nmod', 'amod')
    .filter((token) => {
      const mention = scene.actors.actorOf(tree.index, token.index)
      const after = mention && tree.tokens[mention.to]
      return mention?.head === token.index && token.index < index && after?.deprel === 'cc' && mention.to < index
    })
    .map((token) => token.index)
}

/** "The rebels and Minister Karin Holm met": the first side, where the parser cut the second one's name in two. */
function joinedToName(scene: Scene, tree: Tree, index: number): number[] {
  const id = scene.actors.at(tree.index, index)?.id
  if (id === undefined) return []
  for (let at = index - 1; scene.actors.at(tree.index, at)?.id === id; at--) {
    let token = tree.tokens[at]
    if (token?.deprel !== 'conj') continue
    while (token?.deprel === 'conj') token = tree.tokens[token.head]
    if (token) return withConjuncts(tree, token.index).filter((other) => scene.actors.at(tree.index, other)?.id !== id)
  }
  return []
}

/** "Its troops", "their leader": of whoever acts, and no other side. */
const isOwn = (tree: Tree, index: number): boolean =>
  childrenBy(tree, index, 'nmod:poss').some((owner) => owner.xpos === 'PRP$')
