import { figureOf } from '../knowledge/figures.ts'
import { fold, slug } from '../knowledge/fold.ts'
import { genderOfGivenName, genderOfSurname, isGivenName } from '../knowledge/given-names.ts'
import { giveOffice, readable, type Entity, type Registry } from './entities.ts'
import type { Spot } from './spots.ts'

/** The persons found so far, by the words of their names, and the names that are theirs. */
interface People {
  registry: Registry
  byWord: Map<string, Entity[]>
  spotsOf: Map<Entity, Spot[]>
}

/** Of many people with one name only the last so many are told apart. */
const MOST_NAMESAKES = 50

/** Gives every person's name in the document its entity: the fullest form names it, shorter ones join it. */
export function findPersons(spots: readonly Spot[], registry: Registry, year: number | null): Map<Spot, Entity> {
  const people: People = { registry, byWord: new Map(), spotsOf: new Map() }
  const byFullness = spots
    .filter((spot) => spot.sort === 'person')
    .map((spot, order) => ({ spot, order, parts: nameParts(spot.name) }))
    .filter(({ parts }) => parts.length > 0)
    .toSorted((a, b) => b.parts.length - a.parts.length || a.order - b.order)
  const found = new Map<Spot, Entity>()
  for (const { spot, parts } of byFullness) {
    const entity = bearer(people, parts, spot) ?? known(people, spot, year) ?? mint(people, spot, parts)
    found.set(spot, entity)
    people.spotsOf.get(entity)?.push(spot)
    entity.gender ??= spot.gender
  }
  for (const entity of people.spotsOf.keys()) {
    const first = entity.parts.length > 1 ? entity.parts[0] : undefined
    entity.gender ??= (first && genderOfGivenName(first)) || genderOfSurname(entity.parts.at(-1) ?? '')
  }
  return found
}

/** Somebody of world news, by the surname alone. */
function known(people: People, spot: Spot, year: number | null): Entity | null {
  const figure = figureOf(spot.name, year)
  if (!figure || (spot.gender !== null && spot.gender !== figure.gender)) return null
  const { name, gender, country, office, of } = figure
  const entity = people.registry.put(`person:${slug(name)}`, 'person', name, {
    parts: nameParts(name),
    gender,
    country,
  })
  if (enter(people, entity)) giveOffice(entity, office, of, spot.sentence)
  return entity
}

function mint(people: People, spot: Spot, parts: string[]): Entity {
  const name = readable(spot.name)
  const entity = people.registry.put(`person:${slug(name) || 'unnamed'}`, 'person', name, { parts })
  enter(people, entity)
  return entity
}

/** Enters somebody among the people; false if they are there already. */
function enter({ byWord, spotsOf }: People, entity: Entity): boolean {
  if (spotsOf.has(entity)) return false
  spotsOf.set(entity, [])
  for (const word of new Set(entity.parts)) {
    const namesakes = byWord.get(word)
    if (namesakes) namesakes.push(entity)
    else byWord.set(word, [entity])
  }
  return true
}

/** The person that a shorter name stands for: its words are some of theirs, in order. */
function bearer({ byWord, spotsOf }: People, parts: readonly string[], spot: Spot): Entity | null {
  const last = byWord.get(parts.at(-1) ?? '')?.slice(-MOST_NAMESAKES) ?? []
  const fitting = last.filter(
    (entity) => isShortFor(parts, entity.parts) && !(spot.gender && entity.gender && spot.gender !== entity.gender),
  )
  if (fitting.length < 2) return fitting[0] ?? null
  const bySurname = fitting.filter((entity) => entity.parts.at(-1) === parts.at(-1))
  const pool = bySurname.length > 0 ? bySurname : fitting
  const count = (entity: Entity) => spotsOf.get(entity)?.length ?? 0
  const [first, second] = pool.toSorted((a, b) => count(b) - count(a))
  // Two of one surname: who is named much more often goes by it alone; else the one named nearest before.
  if (first && second && spot.gender === null && count(first) >= 2 * count(second) + 1) return first
  return nearest(pool, spot, spotsOf)
}

function nearest(pool: readonly Entity[], spot: Spot, spotsOf: ReadonlyMap<Entity, Spot[]>): Entity | null {
  let best: Entity | null = null
  let distance = Infinity
  for (const entity of pool)
    for (const other of spotsOf.get(entity)?.slice(-MOST_NAMESAKES) ?? []) {
      const apart = (spot.sentence - other.sentence) * 1000 + spot.from - other.from
      const cost = apart >= 0 ? apart : 100_000 - apart
      if (cost >= distance) continue
      distance = cost
      best = entity
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

/** Words of a person's name: hyphenated ones whole, generational marks left out. */
export function nameParts(name: string): string[] {
  return fold(name)
    .split(/\s+/u)
    .map((word) => word.replace(/[.,]$/u, ''))
    .filter((word) => word && !/^(?:jr|sr|ii|iii|iv)$/u.test(word))
}
