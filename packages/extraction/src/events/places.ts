import type { EventPlace, EventType } from '@dateline/domain'
import { COUNTRIES } from '../knowledge/country-table.ts'
import type { Scene } from './context.ts'
import { OCCASIONS } from './anchors.ts'
import type { Cluster } from './merge.ts'
import type { Role } from './participants.ts'
import type { TriggerMatch } from './triggers.ts'
import { aims } from './aims.ts'
import { childrenBy, clauseOf, headOf, prepositionOf, subtreeOf, type Tree } from './tree.ts'

const WHERE = new Set([
  'in',
  'at',
  'near',
  'outside',
  'inside',
  'on',
  'across',
  'around',
  'throughout',
  'within',
  'outside of',
  'north of',
  'south of',
  'east of',
  'west of',
  'off',
  'over',
  'along',
  'through',
  'into',
  'to',
  'of',
  'from',
  'between',
  'against',
  'under',
])
/** Prepositions that say where something is and nothing else. */
const LOCATIVE = new Set([
  'in',
  'at',
  'near',
  'outside',
  'inside',
  'across',
  'around',
  'throughout',
  'within',
  'outside of',
  'on',
])

/** How many nouns that are no place may stand between: "a base in Gao", but not "talks on links in Gao" */
const NEAR = 1

/** The narrowest place named within a phrase: "the outskirts of San Salvador". */
function placeIn(scene: Scene, tree: Tree, index: number, steps = 0): EventPlace | null {
  const direct = scene.actors.placeAt(tree.index, index)
  if (direct) return direct
  let country: EventPlace | null = null
  for (const child of childrenBy(tree, index, 'nmod', 'appos', 'compound', 'flat', 'nmod:poss', 'amod')) {
    const preposition = prepositionOf(tree, child.index)
    if (preposition && !WHERE.has(preposition)) continue
    const next = preposition && preposition !== 'of' ? steps + 1 : steps
    const found = next > NEAR ? null : placeIn(scene, tree, child.index, next)
    // "The Peruvian city of Cusco" names the country first.
    if (found && !found.id.startsWith('country:')) return found
    country ??= found
  }
  return country
}

function locatives(tree: Tree, index: number): number[] {
  return childrenBy(tree, index, 'obl', 'nmod')
    .filter((child) => LOCATIVE.has(prepositionOf(tree, child.index) ?? ''))
    .map((child) => child.index)
}

/** Slots that name where an event of the type is. */
const EXTRA: Readonly<Record<string, readonly string[]>> = {
  diplomatic_meeting: ['to', 'obj'],
  military_deployment: ['to', 'into', 'from'],
  armed_conflict: ['obj', 'of', 'into'],
  territorial_control: ['obj', 'of'],
  attack: ['obj', 'on', 'against', 'of'],
  disaster: ['of', 'obj'],
  protest: ['outside', 'at'],
}

/** Who does these does them elsewhere: "sanctions on Russia because of its invasion", "calling in Russian troops". */
const ABROAD = new Set<EventType>(['armed_conflict', 'military_deployment', 'sanctions', 'arms_transfer', 'aid'])
const ACTING = new Set(['attacker', 'deployer', 'sender', 'imposer', 'donor', 'seller', 'actor'])

/** Where the words of a sentence put an event; null where they do not. */
export function placeOf(
  scene: Scene,
  match: TriggerMatch,
  participants: readonly Role[],
  isEvent: (index: number) => boolean,
): EventPlace | null {
  const { tree, token, args } = match
  const homes = new Set(
    ABROAD.has(match.trigger.type)
      ? participants.filter(({ role }) => ACTING.has(role)).map(({ mention }) => `country:${mention.country ?? ''}`)
      : [],
  )
  const first = (indices: readonly number[]): EventPlace | null => {
    for (const index of indices) {
      const found = isEvent(index) ? null : placeIn(scene, tree, index)
      if (found && !homes.has(found.id)) return found
    }
    return null
  }
  const own = first([token.index, ...aims(tree, token)].flatMap((index) => locatives(tree, index)))
  if (own) return own
  for (const verb of args.support) {
    const there =
      first(locatives(tree, verb)) ?? (STRIKING.has(match.trigger.type) ? first(struckBy(match, verb)) : null)
    if (there) return there
  }
  const clause = clauseOf(tree, token.index)
  const extra = first((EXTRA[match.trigger.type] ?? []).flatMap((slot) => args.slots.get(slot) ?? []))
  if (extra) return extra
  const thronged = PUBLIC_TYPES.has(match.trigger.type) ? first(publicPlaces(match)) : null
  if (thronged) return thronged
  const modifiers = first(args.slots.get('mod') ?? [])
  if (modifiers) return modifiers
  // "The country's long civil war"
  const owner =
    match.kind === 'noun' && CONDITIONS.has(token.lemma.toLowerCase()) && first(possessors(tree, token.index))
  if (owner) return owner
  if (match.kind === 'noun' || clause === token.index) {
    const around = first(locatives(tree, clause).filter((index) => !inOtherEvent(tree, index, token.index, isEvent)))
    if (around) return around
  }
  // "They met in Busan and signed a memorandum"
  if (match.kind === 'verb' && token.deprel === 'conj' && childrenBy(tree, token.index, 'nsubj').length === 0) {
    const before = first(locatives(tree, token.head))
    if (before) return before
  }
  const object = match.kind === 'verb' ? (args.slots.get('obj') ?? []) : []
  const whom = first(object.flatMap((index) => locatives(tree, index)))
  if (whom || !ON_THE_SPOT.has(match.trigger.type)) return whom
  const subjects = [token.index, clause, ...args.support].flatMap((verb) => childrenBy(tree, verb, 'nsubj'))
  const counted = subjects.flatMap(({ index }) =>
    childrenBy(tree, index, 'nmod').filter((of) => prepositionOf(tree, of.index) === 'of'),
  )
  return first([...subjects, ...counted].flatMap(({ index }) => locatives(tree, index)))
}

/** Who does these is there: "bus drivers in Lyon went on strike", "police in Nairobi arrested him". */
const ON_THE_SPOT = new Set<EventType>(['protest', 'unrest', 'attack', 'arrest', 'legal_action'])

const PUBLIC_TYPES = new Set<EventType>(['protest', 'unrest', 'crackdown'])
const PUBLIC = new Set([
  'street',
  'square',
  'avenue',
  'boulevard',
  'plaza',
  'road',
  'bridge',
  'highway',
  'park',
  'centre',
])

/** "Filled the streets of the capital", "took to the squares of Lagos" */
function publicPlaces({ tree, args }: TriggerMatch): number[] {
  return ['obj', 'to', 'into', 'through', 'onto']
    .flatMap((slot) => args.slots.get(slot) ?? [])
    .filter((index) => PUBLIC.has(tree.tokens[index]?.lemma.toLowerCase() ?? ''))
}

/** What strikes a place happens there: "a quake hit Chile", "a storm slammed into the coast of Oman". */
const STRIKING = new Set<EventType>(['disaster', 'attack', 'armed_conflict', 'protest', 'unrest'])
const THROUGH = new Set(['into', 'through', 'over', 'across'])

function struckBy({ tree, token }: TriggerMatch, verb: number): number[] {
  if (token.head !== verb) return []
  // "The town was hit by a quake"
  if (prepositionOf(tree, token.index) === 'by') return childrenBy(tree, verb, 'nsubj:pass').map(({ index }) => index)
  if (token.deprel !== 'nsubj') return []
  return childrenBy(tree, verb, 'obj', 'obl')
    .filter(({ deprel, index }) => deprel === 'obj' || THROUGH.has(prepositionOf(tree, index) ?? ''))
    .map(({ index }) => index)
}

const CONDITIONS = new Set(['war', 'conflict', 'insurgency', 'election', 'protest', 'unrest', 'revolt', 'uprising'])
const possessors = (tree: Tree, index: number): number[] =>
  childrenBy(tree, index, 'nmod:poss').map((token) => token.index)

/** "She said in Geneva": where the words were said, null where the sentence does not tell. */
export function placeOfWords(scene: Scene, sentence: number, token: number | null): EventPlace | null {
  const tree = scene.trees[sentence]
  if (!tree || token === null || tree.tokens[token]?.upos !== 'VERB') return null
  const spoken = childrenBy(tree, token, 'advcl').filter((verb) => verb.lemma === 'speak')
  for (const index of [token, ...spoken.map((verb) => verb.index)].flatMap((verb) => locatives(tree, verb))) {
    const found = SAID.has(prepositionOf(tree, index) ?? '') ? placeIn(scene, tree, index) : null
    if (found) return found
  }
  return null
}

const SAID = new Set(['in', 'at', 'near', 'outside'])

function inOtherEvent(tree: Tree, index: number, own: number, isEvent: (index: number) => boolean): boolean {
  const token = tree.tokens[index]
  const head = token && headOf(tree, token)
  return (
    Boolean(head && head.index !== own && head.upos === 'NOUN' && isEvent(head.index)) ||
    subtreeOf(tree, index).some((at) => at === own && at !== index)
  )
}

/** An event in the course of another one, told in one sentence with it, is where that is. */
export function occasionPlaces(scene: Scene, clusters: readonly Cluster[]): void {
  for (const cluster of clusters) {
    if (cluster.place) continue
    const sentences = new Set(cluster.members.map(({ sentence }) => sentence))
    const around = (OCCASIONS[cluster.type] ?? []).flatMap((type) =>
      clusters.filter((other) => other.type === type && other.members.some(({ sentence }) => sentences.has(sentence))),
    )
    cluster.place =
      around.map((other) => other.place ?? homePlace(scene, other)).find((place) => place !== null) ?? null
  }
}

/** The country of an event whose place is not said, by the home of its frame. */
export function homePlace(scene: Scene, { members, participants, type }: Cluster): EventPlace | null {
  const home = members[0]?.match.trigger.frame.frame.home
  const { mainCountry } = scene.actors
  if (!home) return null
  const countryOf = ({ mention }: Role) => mention.country ?? scene.actors.info(mention.id)?.country ?? null
  if (type === 'aid') return placeOfCountry(participants.filter(({ role }) => role === 'recipient').map(countryOf)[0])
  const countries = participants.map(countryOf).filter((code) => code !== null)
  if (home !== 'domestic') return placeOfCountry((home === 'participants' ? countries[0] : undefined) ?? mainCountry)
  const [only, ...others] = new Set(countries)
  const isHome = only === mainCountry && countries.length === participants.length && staysHome(type, participants)
  const isInside = others.length === 0 && (countries.length > 1 || isHome)
  return isInside ? placeOfCountry(only) : null
}

/** What those of one country do among themselves; of fights those that no state fights, whose forces may be abroad. */
function staysHome(type: EventType, participants: readonly Role[]): boolean {
  if (type === 'armed_conflict') return participants.every(({ mention: { id } }) => /^(?:org|group):[^/]+$/.test(id))
  return type === 'request' || type === 'diplomatic_meeting' || type === 'agreement'
}

function placeOfCountry(code: string | null | undefined): EventPlace | null {
  const country = COUNTRIES.find((one) => one.code === code)
  return country ? { id: `country:${country.code}`, name: country.name, country: country.code } : null
}
