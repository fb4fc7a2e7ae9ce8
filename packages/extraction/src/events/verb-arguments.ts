import { mistakenModifier, objectsOf } from './objects.ts'
import { contentHead } from './content-head.ts'
import { addModifiers, addPrepositions, Slots, type Arguments } from './slots.ts'
import { byPhrases, isPassive, surfaceSubject } from './subjects.ts'
import { childrenBy, childrenOf, relation, withConjuncts, type Tree } from './tree.ts'

const PARTICLES = new Set(
  'up down out off over in back away forward aside on closer close under through around'.split(' '),
)

const NAMING = new Set('appoint name elect declare proclaim nominate make crown designate'.split(' '))
const GIVING = new Set('give lend grant offer send pay hand award sell owe promise deny donate'.split(' '))
const AMOUNTS = new Set('million billion trillion thousand hundred dozen'.split(' '))

/** "lend Greece billions", "gave Mali two million dollars": the receiver, which the parser put within the sum. */
function receiverIn(tree: Tree, object: number): number[] {
  return childrenBy(tree, object, 'compound', 'nmod', 'amod')
    .filter((token) => {
      const next = tree.tokens[token.index + 1]
      return token.upos === 'PROPN' && next !== undefined && (next.upos === 'NUM' || AMOUNTS.has(next.lemma))
    })
    .map((token) => token.index)
}

export function verbArguments(tree: Tree, index: number): Arguments {
  const slots = new Slots()
  const verb = tree.tokens[index]
  const passive = isPassive(tree, index)
  const particles = new Set<string>()
  if (!verb) return { slots: slots.map, passive, particles, support: [] }
  const main = mistakenModifier(tree, verb)
  const subject =
    main?.subject ?? (verb.deprel === 'amod' && verb.head >= 0 ? [verb.head] : surfaceSubject(tree, index))
  const objects = main?.object ?? objectsOf(tree, verb)
  const named = NAMING.has(verb.lemma) ? childrenBy(tree, index, 'iobj') : []
  if (named.length > 0) {
    // "appointed Ana Rey prime minister": she is the object, the office what she becomes.
    slots.add('comp', objects)
    slots.add(
      'obj',
      named.flatMap((token) => withConjuncts(tree, token.index)),
    )
  }
  // "Russian-annexed territory": who did it stands before the hyphen.
  if (tree.tokens[index - 1]?.text === '-' && index > 1) slots.add('subj', [index - 2])
  if (passive && !main) {
    slots.add(objects.length > 0 ? 'iobj' : 'obj', subject)
    slots.add('subj', byPhrases(tree, index))
  } else slots.add('subj', subject)
  slots.add('obj', objects)
  for (const child of childrenOf(tree, index)) {
    if (child.deprel === 'iobj') slots.add('iobj', withConjuncts(tree, child.index))
    if (child.deprel === 'xcomp' || child.deprel === 'ccomp') slots.add('comp', [child.index])
    if (relation(child) === 'advcl' && child.xpos === 'VB') slots.add('comp', [child.index])
    if (child.deprel === 'compound:prt' || (PARTICLES.has(child.lemma) && child.deprel === 'advmod'))
      particles.add(child.lemma)
    // The parser takes a particle for a stranded preposition now and then.
    if (PARTICLES.has(child.lemma) && (child.xpos === 'RP' || child.xpos === 'IN') && child.index === index + 1)
      particles.add(child.lemma)
  }
  if (GIVING.has(verb.lemma) && !slots.map.has('iobj'))
    slots.add(
      'iobj',
      objects.flatMap((at) => receiverIn(tree, at)),
    )
  // "asked the council for help": one object alone is the object, whatever it is called.
  if (objects.length === 0 && !passive) slots.add('obj', slots.map.get('iobj') ?? [])
  addPrepositions(slots, tree, index)
  for (const object of slots.map.get('obj') ?? []) {
    addPrepositions(slots, tree, object)
    // "Fired dozens of rockets at a base": what stands behind is of the rockets.
    const content = contentHead(tree, object)
    if (content !== object) addPrepositions(slots, tree, content)
    addModifiers(slots, tree, object)
    for (const child of childrenOf(tree, object))
      if (child.deprel === 'acl' && child.xpos === 'VB') slots.add('comp', [child.index])
  }
  const next = tree.tokens[index + 1]
  if (next && next.xpos === 'RP') particles.add(next.lemma)
  return { slots: slots.map, passive, particles, support: [] }
}
