import type { EventType } from '@dateline/domain'
import type { ActorMention } from '../actors/types.ts'
import type { RoleSlot } from '../frames/lexicon.ts'
import { wordClass } from '../frames/words.ts'
import { COUNTRIES } from '../knowledge/country-table.ts'
import type { Scene } from './context.ts'
import { contentHead } from './content-head.ts'
import type { TriggerMatch } from './triggers.ts'
import { childrenBy, prepositionOf, type Tree } from './tree.ts'

const BY_ADJECTIVE = new Map(
  COUNTRIES.filter((country) => !country.historic).flatMap((country) =>
    country.adjectives.map((adjective) => [adjective.toLowerCase(), country] as const),
  ),
)

/** The state that an adjective names as the one that acts: "Russian airstrikes". */
function demonym(scene: Scene, tree: Tree, index: number): ActorMention | null {
  const token = tree.tokens[index]
  const country = token && BY_ADJECTIVE.get(token.text.toLowerCase())
  if (!token || !country || (token.text[0] ?? '') === (token.text[0] ?? '').toLowerCase()) return null
  return {
    start: token.start,
    end: token.end,
    text: scene.parsed.text.slice(token.start, token.end),
    kind: 'government',
    id: `country:${country.code}`,
    name: country.name,
    via: 'alias',
    sentence: tree.index,
    head: index,
    from: index,
    to: index + 1,
    gender: null,
    plural: false,
    asPlace: false,
    country: country.code,
    affiliation: null,
    office: null,
    media: false,
  }
}

/** A country that stands where something happens and is a side to it all the same: "sent arms to Chad". */
function stateAt(scene: Scene, tree: Tree, index: number): ActorMention | null {
  const mention = scene.actors.at(tree.index, index)
  return mention?.id.startsWith('country:') ? { ...mention, kind: 'government' } : null
}

/** The actor that a head in a slot stands for: its own mention, the name beside it, a state by its adjective. */
export function actorIn(
  scene: Scene,
  { tree, trigger }: TriggerMatch,
  { slot, test, not }: RoleSlot,
  index: number,
): ActorMention | null {
  const isModifier = slot === 'mod' || slot.endsWith('.mod') || tree.tokens[index + 1]?.text === '-'
  const asState = test !== null && !not && test.kinds.has('state')
  const mention =
    namedBeside(scene, tree, index) ??
    scene.actors.actorOf(tree.index, index) ??
    scene.actors.actorOf(tree.index, contentHead(tree, index)) ??
    (isModifier ? demonym(scene, tree, index) : null) ??
    (asState ? stateAt(scene, tree, index) : null)
  return mention && !isThing(trigger.type, tree, index, slot, mention) ? mention : null
}

/** "The flag carrier Belavia", "its oil company, Sytrol": what is called by a noun goes by the name beside it. */
function namedBeside(scene: Scene, tree: Tree, index: number): ActorMention | null {
  const noun = scene.actors.at(tree.index, index)
  if (
    !['NOUN', 'PROPN'].includes(tree.tokens[index]?.upos ?? '') ||
    (noun && (noun.via !== 'nominal' || noun.kind !== 'organization'))
  )
    return null
  for (const name of childrenBy(tree, index, 'appos', 'flat', 'nmod')) {
    const mention = scene.actors.actorOf(tree.index, name.index)
    const isName = mention && (mention.via === 'name' || mention.via === 'alias' || mention.via === 'acronym')
    if (!isName || name.index < index || prepositionOf(tree, name.index)) continue
    if (noun ? mention.kind === 'organization' || mention.kind === 'group' : mention.kind !== 'place') return mention
  }
  return null
}

const KINDS = new Set(['terrorist', 'extremist', 'suicide', 'bomber'])

/** "Two banks", "helicopter gunships", "a terrorist attack": buildings, machines and kinds of deeds are no sides. */
function isThing(type: EventType, tree: Tree, index: number, slot: string, { kind, via }: ActorMention): boolean {
  if (via !== 'nominal' && via !== 'name') return false
  const token = tree.tokens[contentHead(tree, index)]
  const lemma = token?.lemma.toLowerCase().replace(/s$/, '') ?? ''
  if (slot === 'mod') return via === 'nominal' && KINDS.has(lemma)
  if (kind === 'group') return via === 'nominal' && BUILT.has(type) && wordClass('buildings').has(lemma)
  return kind === 'organization' && MACHINES.has(lemma)
}
/** Of these a bank or a school may be what is hit, of others who acts or is dealt with. */
const BUILT = new Set<EventType>(['attack', 'unrest', 'armed_conflict', 'crackdown'])
const MACHINES = new Set('gunship helicopter plane aircraft jet warplane tank drone missile rocket bomb'.split(' '))
