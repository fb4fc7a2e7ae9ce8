import { childrenBy, prepositionOf, type Tree } from './tree.ts'

const QUANTITIES = new Set(
  `dozen hundred thousand million score number group series crowd wave handful majority couple pair member lot some
  many most several all none first second third last one two three four five six seven eight nine ten round part string spate worth batch wave band contingent handful kind sort form convoy mob`.split(
    /\s+/,
  ),
)

/** What a phrase is about: "dozens of protesters" is of protesters. */
export function contentHead(tree: Tree, index: number): number {
  const token = tree.tokens[index]
  if (token?.xpos === '$') return childrenBy(tree, index, 'appos')[0]?.index ?? index
  if (!token || !(token.upos === 'NUM' || QUANTITIES.has(token.lemma.toLowerCase()))) return index
  const of = childrenBy(tree, index, 'nmod').find((child) => prepositionOf(tree, child.index) === 'of')
  return of ? contentHead(tree, of.index) : index
}
