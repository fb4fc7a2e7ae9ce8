import { keysOfPerson } from './keys.ts'
import type { Person } from './person.ts'

/** A person in memory. */
export interface PersonState {
  person: Person
  /** Under which they are found: as the table has them, and by now */
  storedKeys: ReadonlySet<string>
  keys: ReadonlySet<string>
  /** The table has them as they are */
  stored: boolean
}

/** Persons in memory. Under a key that was asked for, those are known that have been there for longest. */
export interface People {
  byId: Map<string, PersonState>
  byKey: Map<string, Set<string>>
}

/** So many under one key are looked at, of so common a name nothing else is known. */
export const MOST_NAMESAKES = 60

export function nobody(): People {
  return { byId: new Map(), byKey: new Map() }
}

/**
 * Puts a person into memory, or in the place of what was known of them.
 *
 * @param stored the table has them so
 */
export function putPerson({ byId, byKey }: People, person: Person, stored = false): void {
  const known = byId.get(person.id)
  const keys = known && areKeysSame(known.person, person) ? known.keys : new Set(keysOfPerson(person))
  for (const key of keys) {
    if (known?.keys === keys) break
    if (known?.keys.has(key)) continue
    const ids = byKey.get(key)
    if (ids) ids.add(person.id)
    else byKey.set(key, new Set([person.id]))
  }
  if (!known) byId.set(person.id, { person, keys, stored, storedKeys: stored ? keys : new Set() })
  else Object.assign(known, { person, keys, stored })
}

/** What is known of the person is forgotten. */
export function forgetPerson({ byId, byKey }: People, { person, keys }: PersonState): void {
  byId.delete(person.id)
  for (const key of keys) {
    const ids = byKey.get(key)
    ids?.delete(person.id)
    if (ids?.size === 0) byKey.delete(key)
  }
}

/** What they are found by is as it was. */
function areKeysSame(a: Person, b: Person): boolean {
  return a.names === b.names && a.countries === b.countries && a.homes === b.homes
}

/** Under each key those that have been there for longest, as the table gives them too. */
export function peopleUnder({ byId, byKey }: People, keys: readonly string[]): Person[] {
  const found = new Map<string, Person>()
  for (const key of keys) {
    const ids = byKey.get(key)
    if (!ids) continue
    const persons = [...ids].flatMap((id) => byId.get(id)?.person ?? [])
    if (persons.length > MOST_NAMESAKES) persons.sort(bySince)
    for (const person of persons.slice(0, MOST_NAMESAKES)) found.set(person.id, person)
  }
  return [...found.values()]
}

export function bySince(a: Person, b: Person): number {
  if (a.since !== b.since) return a.since < b.since ? -1 : 1
  return a.id < b.id ? -1 : 1
}
