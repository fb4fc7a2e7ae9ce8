import type { Token } from '@dateline/english'
import type { AttributionMention } from '../attribution/types.ts'
import type { Scene } from './context.ts'
import { verbReading } from './realis.ts'
import { childrenOf, prepositionOf, type Tree } from './tree.ts'

/** Verbs that speak of words only with the words beside them. */
const WORDLESS = new Set(
  'talk cite rule underline ask continue end show open speak address read answer discuss debate outline detail'.split(
    ' ',
  ),
)

/** "Attacked the plan", "attacked him for": a town or a patrol is attacked otherwise. */
export function isBlow(tree: Tree, cue: Token): boolean {
  if (cue.lemma !== 'attack') return false
  const why = childrenOf(tree, cue.index).some((child) => /^(?:for|over)$/.test(prepositionOf(tree, child.index) ?? ''))
  const object = childrenOf(tree, cue.index).find((child) => child.deprel === 'obj')
  return !why && !CRITICISED.has(object?.lemma ?? '')
}

const CRITICISED = new Set(
  'plan decision policy record proposal bill law move remark comment speech ruling deal idea criticism handling'.split(
    ' ',
  ),
)

/** "Declared three days of mourning": what is declared comes to be by the word, and is no word about it. */
const DECREED = new Set('day week state emergency mourning curfew holiday bankruptcy'.split(' '))

function isDecree(tree: Tree, cue: Token): boolean {
  return (
    cue.lemma === 'declare' &&
    childrenOf(tree, cue.index).some(({ deprel, lemma }) => deprel === 'obj' && DECREED.has(lemma))
  )
}

/** A refusal to speak, a supposed or a future word is no speech act. */
export function isUttered(scene: Scene, attribution: AttributionMention): boolean {
  const tree = scene.trees[attribution.sentence]
  const cue = attribution.cueToken === null ? undefined : tree?.tokens[attribution.cueToken]
  if (!tree || !cue || cue.upos !== 'VERB') return true
  if (
    attribution.quotes.length === 0 &&
    ((WORDLESS.has(cue.lemma) && tree.tokens[cue.index + 1]?.text !== 'out') ||
      (cue.lemma === 'agree' && tree.tokens[cue.index + 1]?.lemma === 'to'))
  )
    return false
  if (attribution.quotes.length === 0 && (isBlow(tree, cue) || isDecree(tree, cue))) return false
  const { realis } = verbReading(tree, cue, scene.parts[attribution.sentence] === 'headline')
  return realis !== 'negated' && realis !== 'hypothetical' && realis !== 'future'
}
