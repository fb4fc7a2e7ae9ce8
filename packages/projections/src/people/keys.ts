import { fullForms } from './given-names.ts'
import { type Name, nameOf, spelling } from './names.ts'
import type { Person, Told } from './person.ts'

/**
 * Under which a person is found. By the id itself, by the whole name, by last name and initial; whoever is known by a
 * last name only, by that; and everybody by last name and country, where documents about a country give only that.
 */
export function keysOfPerson({ id, names, countries, homes }: Person): string[] {
  const keys = new Set([idKey(id)])
  for (const known of names) {
    keys.add(idKey(known.id))
    const name = nameOf(known.id)
    if (!name) continue
    for (const key of nameKeys(name)) keys.add(key)
    for (const country of [...countries, ...homes]) keys.add(countryKey(name, country))
  }
  return [...keys]
}

/** Under which one is looked for whom a document names. */
export function keysSought(told: Told): readonly string[] {
  const known = sought.get(told)
  if (known) return known
  const keys = makeKeysSought(told)
  sought.set(told, keys)
  return keys
}

/** It is asked for when a page is loaded, and when it is folded. */
const sought = new WeakMap<Told, readonly string[]>()

function makeKeysSought({ id, countries, home }: Told): readonly string[] {
  const name = nameOf(id)
  if (!name) return [idKey(id)]
  const keys = [idKey(id), lastKey(name), ...nameKeys(name)]
  if (name.given.length === 0)
    for (const country of [...countries, ...(home === null ? [] : [home])]) keys.push(countryKey(name, country))
  return [...new Set(keys)]
}

export function idKey(id: string): string {
  return `id ${id}`
}

function nameKeys(name: Name): string[] {
  if (name.given.length === 0) return [lastKey(name)]
  const last = spelling(name.last)
  return [
    `name ${[...name.given, name.last].map(spelling).join(' ')}`,
    ...initialsOf(name).map((one) => `${last} ${one}`),
  ]
}

function lastKey({ last }: Name): string {
  return `last ${spelling(last)}`
}

function countryKey({ last }: Name, country: string): string {
  return `${spelling(last)} in ${country}`
}

/** Of every word that may be the given name, as it is written and as it is spelt, and of what it may be short for. */
function initialsOf({ given }: Name): string[] {
  const words = given.filter((word, index) => index === 0 || word.length > 1)
  const forms = words.flatMap((word) => [word, spelling(word), ...fullForms(word)])
  return [...new Set(forms.map((form) => (/^[iyj]/.test(form) ? 'i' : (form[0] ?? ''))))]
}
