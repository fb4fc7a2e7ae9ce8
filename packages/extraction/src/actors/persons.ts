import { isCommonWord } from '../knowledge/common-words.ts'
import { figureOf } from '../knowledge/figures.ts'
import { fold, slug } from '../knowledge/fold.ts'
import { genderOfGivenName, genderOfSurname, isGivenName } from '../knowledge/given-names.ts'
import { PLACE_HEADS } from '../knowledge/place-table.ts'
import { wordSet } from '../knowledge/words.ts'
import { giveOffice, readable, type Entity, type Registry } from './entities.ts'
import { headOfSpan } from './phrases.ts'
import { sortOfNoun } from './roles.ts'
import type { Spot } from './spots.ts'
import type { View } from './view.ts'

const HUMAN_VERBS =
  wordSet(`say tell add note ask reply argue insist warn claim admit deny believe think hope fear feel write
  explain recall declare stress acknowledge concede quip joke remark complain vow pledge urge resign retire marry die
  flee smile win know want decide speak testify sign visit meet arrive grow study become promise describe suggest
  refuse agree call welcome condemn criticise criticize praise accuse`)
const PLACE_CASES = wordSet('in at near from outside inside around')
const PLACE_NOUNS = wordSet(PLACE_HEADS)
const KIN = wordSet(
  'wife husband son daughter father mother brother sister widow parent aide lawyer supporter government',
)

/** Words of a person's name: hyphenated ones whole, generational marks left out. */
function nameParts(name: string): string[] {
  return fold(name)
    .split(/\s+/u)
    .map((word) => word.replace(/[.,]$/u, ''))
    .filter((word) => word && !/^(?:jr|sr|ii|iii|iv)$/u.test(word))
}

/** Votes of the context of each name written alike: is it a person's, a place's, an organisation's? */
function sortByContext(spots: readonly Spot[], views: readonly View[], year: number | null): void {
  const byName = new Map<string, Spot[]>()
  for (const spot of spots) {
    if (spot.sort !== 'unknown' && spot.sort !== 'person') continue
    const key = spot.parts.join(' ')
    const group = byName.get(key) ?? []
    byName.set(key, group)
    group.push(spot)
  }
  // Full names first: a single word that is part of one is that person's.
  const surnames = new Set<string>()
  const groups = [...byName.values()].toSorted((a, b) => (b[0]?.parts.length ?? 0) - (a[0]?.parts.length ?? 0))
  for (const group of groups) {
    const [first] = group
    if (!first) continue
    const votes = { person: 0, place: 0, organisation: 0 }
    for (const spot of group) vote(spot, views[spot.sentence], votes)
    if (first.parts.length === 1 && surnames.has(first.parts[0] ?? '')) votes.person += 3
    else if (figureOf(first.name, year)) votes.person += 4
    if (group.some((spot) => spot.sort === 'person')) votes.person += group.some((spot) => spot.title !== null) ? 6 : 2
    const sort = decide(first, votes)
    for (const spot of group) if (spot.sort === 'unknown' || sort !== 'person') spot.sort = sort
    if (sort === 'person') for (const part of nameParts(first.name)) surnames.add(part)
  }
}

function decide(spot: Spot, votes: { person: number; place: number; organisation: number }): Spot['sort'] {
  const { person, place, organisation } = votes
  // Great Depression, Sirius Star: ordinary words need more than a verb to be somebody.
  if (person < 4 && spot.parts.length > 1 && spot.parts.every(isCommonWord))
    return organisation > 0 && place === 0 ? 'organisation' : 'unknown'
  if (person > 0 && person >= place && person >= organisation) return 'person'
  if (place > organisation) return 'place'
  if (organisation > 0) return 'organisation'
  const words = spot.parts.length
  const isSpelled = spot.parts.every((part) => /^[\p{L}'.-]+$/u.test(part))
  return words > 1 && words < 5 && isSpelled && !spot.parts.every(isCommonWord) ? 'person' : 'unknown'
}

function vote(
  spot: Spot,
  view: View | undefined,
  votes: { person: number; place: number; organisation: number },
): void {
  if (!view) return
  const { tokens } = view
  const before = tokens[spot.titleFrom - 1]
  const after = tokens[spot.to]
  const head = tokens[headOfSpan(tokens, spot.from, spot.to)]
  const governor = head && head.head >= 0 ? tokens[head.head] : undefined
  if (before && before.upos === 'NOUN' && isPersonNoun(before)) votes.person += 2
  const isFirstOfMany = head?.deprel === 'compound' && head.head >= spot.to
  if (before && fold(before.text) === 'the' && !isFirstOfMany) votes.organisation += 3
  if (after && after.upos === 'NOUN' && isFirstOfMany) {
    const sort = sortOfNoun(after)
    if (sort === 'organisation' || sort === 'body') votes.organisation += 3
    if (sort === 'government') votes.person += 2
    if (PLACE_NOUNS.has(fold(after.text))) votes.place += 2
  }
  if (before && before.upos === 'ADP' && PLACE_CASES.has(fold(before.text)))
    votes.place += after?.xpos === 'POS' ? 0 : 3
  if (after && (after.text === ',' || after.text === '(') && /^\d{1,2}$/u.test(tokens[spot.to + 1]?.text ?? ''))
    votes.person += 2
  if (after && fold(after.text) === 'who') votes.person += 2
  if (after?.text === ',' && fold(tokens[spot.to + 1]?.text ?? '') === 'who') votes.person += 2
  if (after?.xpos === 'POS' && KIN.has(tokens[spot.to + 1]?.lemma ?? '')) votes.person += 1
  if (head && governor && head.deprel.startsWith('nsubj') && HUMAN_VERBS.has(governor.lemma))
    votes.person += spot.parts.length > 1 ? 2 : 1
  // "PENCE: Well, …": who speaks in a transcript is in capitals; an acronym is so wherever it stands.
  if (after?.text === ':' && spot.from === 0) votes.person += 3
  else if (/^\p{Lu}[\p{Lu}\d&-]{1,5}$/u.test(spot.name) && !view.capitals) votes.organisation += 1
  if (isGivenName(spot.parts[0] ?? '')) votes.person += 1
}

function isPersonNoun(token: View['tokens'][number]): boolean {
  const sort = sortOfNoun(token)
  return sort === 'person' || sort === 'office'
}

/** Gives every person's name in the document its entity: the fullest form names it, shorter ones join it. */
export function findPersons(
  spots: readonly Spot[],
  views: readonly View[],
  registry: Registry,
  year: number | null,
): Map<Spot, Entity> {
  sortByContext(spots, views, year)
  reclaimSurnames(spots, views)
  const people = spots.filter((spot) => spot.sort === 'person')
  const byFullness = people
    .map((spot, order) => ({ spot, order, parts: nameParts(spot.name) }))
    .filter(({ parts }) => parts.length > 0)
    .toSorted((a, b) => b.parts.length - a.parts.length || a.order - b.order)
  const found = new Map<Spot, Entity>()
  const entities: Entity[] = []
  for (const { spot, parts } of byFullness) {
    const entity =
      bearer(entities, parts, spot, found) ??
      known(registry, spot, entities, year) ??
      mint(registry, spot, parts, entities)
    found.set(spot, entity)
    entity.gender ??= spot.gender
  }
  for (const entity of entities) {
    const first = entity.parts.length > 1 ? entity.parts[0] : undefined
    entity.gender ??= (first && genderOfGivenName(first)) || genderOfSurname(entity.parts.at(-1) ?? '')
  }
  return found
}

/** Somebody of world news, by the surname alone. */
function known(registry: Registry, spot: Spot, entities: Entity[], year: number | null): Entity | null {
  const figure = figureOf(spot.name, year)
  if (!figure || (spot.gender !== null && spot.gender !== figure.gender)) return null
  const { name, gender, country, office, of } = figure
  const entity = registry.put(`person:${slug(name)}`, 'person', name, { parts: nameParts(name), gender, country })
  if (!entities.includes(entity)) {
    entities.push(entity)
    giveOffice(entity, office, of, spot.sentence)
  }
  return entity
}

/** A small town's or a country's name that is also somebody's surname here is that person: Colonel Ponce, Ponce. */
function reclaimSurnames(spots: readonly Spot[], views: readonly View[]): void {
  const surnames = new Set<string>()
  for (const spot of spots)
    if (spot.sort === 'person' && (spot.parts.length > 1 || spot.title)) surnames.add(nameParts(spot.name).at(-1) ?? '')
  for (const spot of spots) {
    if (spot.sort !== 'known' || spot.parts.length !== 1 || !surnames.has(spot.parts[0] ?? '')) continue
    const { entry } = spot
    const before = views[spot.sentence]?.tokens[spot.from - 1]
    const isTown = entry?.type === 'place' && entry.seatOf === null && entry.thousands <= 1000
    if (!isTown && !(entry?.type === 'country' && before?.upos !== 'ADP')) continue
    spot.sort = 'person'
    spot.entry = null
    spot.entries = []
  }
}

function mint(registry: Registry, spot: Spot, parts: string[], entities: Entity[]): Entity {
  const name = readable(spot.name)
  const entity = registry.put(`person:${slug(name)}`, 'person', name, { parts })
  if (!entities.includes(entity)) entities.push(entity)
  return entity
}

/** The person that a shorter name stands for: its words are some of theirs, in order. The nearest before it wins. */
function bearer(
  entities: readonly Entity[],
  parts: readonly string[],
  spot: Spot,
  found: ReadonlyMap<Spot, Entity>,
): Entity | null {
  const fitting = entities.filter(
    (entity) => isShortFor(parts, entity.parts) && !(spot.gender && entity.gender && spot.gender !== entity.gender),
  )
  if (fitting.length < 2) return fitting[0] ?? null
  const bySurname = fitting.filter((entity) => entity.parts.at(-1) === parts.at(-1))
  const pool = bySurname.length > 0 ? bySurname : fitting
  const counts = new Map<Entity, number>()
  for (const entity of found.values()) counts.set(entity, (counts.get(entity) ?? 0) + 1)
  const [first, second] = pool.toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))
  // Two of one surname: who is named much more often goes by it alone; else the one named last.
  if (first && second && spot.gender === null && (counts.get(first) ?? 0) >= 2 * (counts.get(second) ?? 0) + 1)
    return first
  return nearest(pool, spot, found)
}

function nearest(pool: readonly Entity[], spot: Spot, found: ReadonlyMap<Spot, Entity>): Entity | null {
  let best: Entity | null = null
  let distance = Infinity
  for (const [other, entity] of found) {
    if (!pool.includes(entity)) continue
    const apart = (spot.sentence - other.sentence) * 1000 + spot.from - other.from
    const cost = apart >= 0 ? apart : 100_000 - apart
    if (cost < distance) {
      distance = cost
      best = entity
    }
  }
  return best
}

function isShortFor(short: readonly string[], full: readonly string[]): boolean {
  if (short.length > full.length) return false
  if (short.length === full.length && short.length > 1)
    return short.every(
      (part, index) => part === full[index] || (isInitial(part, full[index]) && index < short.length - 1),
    )
  let at = 0
  for (const part of full) if (part === short[at] || (at < short.length - 1 && isInitial(short[at], part))) at++
  if (at < short.length) return false
  // "Marco" alone is rarely "Marco Chalita"; "Xi" is Xi Jinping. One word must be a surname, or no given name.
  return short.length > 1 || short[0] === full.at(-1) || !isGivenName(short[0] ?? '') || full.length > 2
}

function isInitial(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a[0] === b[0] && (a.length === 1 || b.length === 1)
}
