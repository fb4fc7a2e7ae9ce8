import type { EventPlace } from '@dateline/domain'
import type { Cluster } from './merge.ts'
import { COUNTRIES } from '../knowledge/country-table.ts'
import type { Scene } from './context.ts'
import type { TriggerMatch } from './triggers.ts'
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

/** The narrowest place named within a phrase: "the outskirts of San Salvador". */
function placeIn(scene: Scene, tree: Tree, index: number): EventPlace | null {
  const direct = scene.actors.placeAt(tree.index, index)
  if (direct) return direct
  for (const child of childrenBy(tree, index, 'nmod', 'appos', 'compound', 'flat', 'nmod:poss', 'amod')) {
    const preposition = prepositionOf(tree, child.index)
    if (preposition && !WHERE.has(preposition)) continue
    const found = placeIn(scene, tree, child.index)
    if (found) return found
  }
  return null
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

/** Where the words of a sentence put an event; null where they do not. */
export function placeOf(scene: Scene, match: TriggerMatch, isEvent: (index: number) => boolean): EventPlace | null {
  const { tree, token, args } = match
  const first = (indices: readonly number[]): EventPlace | null => {
    for (const index of indices) {
      const found = isEvent(index) ? null : placeIn(scene, tree, index)
      if (found) return found
    }
    return null
  }
  const own = first(locatives(tree, token.index))
  if (own) return own
  for (const verb of args.support) {
    const there = first(locatives(tree, verb))
    if (there) return there
  }
  const clause = clauseOf(tree, token.index)
  const extra = first((EXTRA[match.trigger.type] ?? []).flatMap((slot) => args.slots.get(slot) ?? []))
  if (extra) return extra
  const modifiers = first(args.slots.get('mod') ?? [])
  if (modifiers) return modifiers
  if (match.kind === 'noun' || clause === token.index) {
    const around = first(locatives(tree, clause).filter((index) => !inOtherEvent(tree, index, token.index, isEvent)))
    if (around) return around
  }
  const object = match.kind === 'verb' ? (args.slots.get('obj') ?? []) : []
  return first(object.flatMap((index) => locatives(tree, index)))
}

function inOtherEvent(tree: Tree, index: number, own: number, isEvent: (index: number) => boolean): boolean {
  const token = tree.tokens[index]
  const head = token && headOf(tree, token)
  return (
    Boolean(head && head.index !== own && head.upos === 'NOUN' && isEvent(head.index)) ||
    subtreeOf(tree, index).some((at) => at === own && at !== index)
  )
}

/** The country of an event whose place is not said, by the home of its frame. */
export function homePlace(scene: Scene, { members, participants }: Cluster): EventPlace | null {
  const home = members[0]?.match.trigger.frame.frame.home
  if (!home) return null
  const countries = participants
    .map(({ mention }) => mention.country ?? scene.actors.info(mention.id)?.country)
    .filter((code) => typeof code === 'string')
  if (home === 'domestic')
    return countries.length > 1 && new Set(countries).size === 1 ? placeOfCountry(countries[0]) : null
  return placeOfCountry((home === 'participants' ? countries[0] : undefined) ?? scene.actors.mainCountry)
}

function placeOfCountry(code: string | null | undefined): EventPlace | null {
  const country = COUNTRIES.find((one) => one.code === code)
  return country ? { id: `country:${country.code}`, name: country.name, country: country.code } : null
}
