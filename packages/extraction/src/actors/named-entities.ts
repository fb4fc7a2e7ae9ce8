import { isCommonWord } from '../knowledge/common-words.ts'
import { slug } from '../knowledge/fold.ts'
import { gazetteer, type KnownName } from '../knowledge/gazetteer.ts'
import { findAliases } from './aliases.ts'
import type { Entity, Registry } from './entities.ts'
import type { Focus } from './focus.ts'
import { sortNames } from './name-sorts.ts'
import { organisationOf } from './organisations.ts'
import { findPersons } from './persons.ts'
import type { Spot } from './spots.ts'
import type { Spelling, View } from './view.ts'

/** Whom or what each name of the text stands for; names of nobody are left out. */
export function nameEntities(
  spots: readonly Spot[],
  views: readonly View[],
  spelling: Spelling,
  registry: Registry,
  focus: Focus,
  year: number | null,
): Map<Spot, Entity> {
  const named = new Map<Spot, Entity>()
  for (const spot of spots) {
    const entity = namedEntity(spot, registry, focus)
    if (entity) named.set(spot, entity)
  }
  sortNames(spots, views, year)
  for (const [spot, person] of findPersons(spots, registry, year)) named.set(spot, person)
  const aliases = findAliases(views, spots, named)
  for (const spot of spots) {
    if (spot.sort === 'known' || spot.sort === 'person' || named.has(spot)) continue
    const alias = spot.parts.length === 1 ? aliases.get(spot.parts[0] ?? '') : undefined
    if (alias) named.set(spot, alias)
    else if (spot.sort !== 'unknown' || !isOnlyWords(spot, spelling))
      setName(named, spot, unknownEntity(spot, registry, focus))
  }
  for (const entity of named.values()) entity.names++
  return named
}

/** Capitals that only a heading or the start of a sentence put on common words. */
function isOnlyWords({ parts }: Spot, { capital }: Spelling): boolean {
  return parts.every((part) => isCommonWord(part) && !(parts.length === 1 && capital.has(part)))
}

function namedEntity(spot: Spot, registry: Registry, focus: Focus): Entity | null {
  const { entry } = spot
  if (spot.sort === 'organisation') return slug(spot.name) === '' ? null : organisationOf(spot, registry, focus.main)
  if (!entry) return null
  if (entry.type === 'organisation')
    return registry.put(entry.id, entry.kind, entry.name, { country: entry.country, media: entry.media })
  if (entry.type === 'people')
    return registry.put(`group:${(entry.country ?? '').toLowerCase()}/people`, 'group', `people of ${entry.name}`, {
      country: entry.country,
      plural: true,
    })
  if (entry.type === 'bloc') return registry.put(entry.id, 'group', entry.name, { plural: true })
  if (entry.type === 'place' || entry.type === 'region')
    return registry.put(entry.id, 'place', entry.name, { country: entry.country })
  if (entry.type === 'country') return registry.put(entry.id, 'government', entry.name, { country: entry.country })
  return null
}

function unknownEntity(spot: Spot, registry: Registry, focus: Focus): Entity | null {
  if (slug(spot.name) === '') return null
  const town = spot.parts.length === 1 ? townOf(spot.name, focus) : null
  if (town) return registry.put(town.id, 'place', town.name, { country: town.country })
  if (spot.sort === 'place') {
    const country = focus.main
    return registry.put(`place:${country ? `${country}/` : ''}${slug(spot.name)}`, 'place', spot.name, { country })
  }
  return organisationOf(spot, registry, focus.main)
}

/** A town of some size by that name; of several, the one in the country that the text is about most. */
function townOf(name: string, focus: Focus): Extract<KnownName, { type: 'place' }> | null {
  let found: Extract<KnownName, { type: 'place' }> | null = null
  for (const entry of gazetteer().lookup(name)) {
    if (entry.type !== 'place' || (entry.thousands < 20 && entry.thousands > 0)) continue
    if (found === null || focus.weight(entry.country ?? '') > focus.weight(found.country ?? '')) found = entry
  }
  return found
}

function setName(named: Map<Spot, Entity>, spot: Spot, entity: Entity | null): void {
  if (entity) named.set(spot, entity)
}
