import { type ActorFacts, type DocumentAnnotated, hashOf } from '@dateline/domain'
import { mainCountry } from '../documents/main-country.ts'
import { countryOfId } from '../shared/ids.ts'
import { isNamedPerson, keyOfActor, nameOf } from './names.ts'

/** What one document says of a person that it names. */
export interface Told {
  /** As the document has it: `person:v-putin` */
  id: string
  documentId: string
  /** The name that it goes by */
  name: string
  gender: string | null
  /** Of the offices: ISO 3166-1 alpha-2 */
  countries: readonly string[]
  /** `president|country:KZ`, `coach|` */
  offices: readonly string[]
  /** What the document is about */
  home: string | null
  /** Who and what else it names, most often first */
  company: readonly string[]
  /** It names another of the same last name */
  namesake: boolean
}

/** Somebody under one id, and what all documents that were found to name them say. It only grows. */
export interface Person {
  id: string
  /** Where the log first told of them */
  since: bigint
  /** The document that did */
  first: string
  /** By the ids that documents gave them, the name, and why it was found to be theirs; the first is its own */
  names: readonly Known[]
  gender: string | null
  countries: readonly string[]
  homes: readonly string[]
  offices: readonly string[]
  /** The newest first */
  company: readonly string[]
  /** A document names another of the same last name beside them */
  namesake: boolean
}

export interface Known {
  id: string
  name: string
  /** Where the log first called them so */
  since: string
  /** Why it was found to be theirs */
  reasons: readonly string[]
}

/** So much of it is remembered: what comes after says nothing new of whom one knows so well. */
const MOST = { names: 16, countries: 4, homes: 6, offices: 12, company: 48 }

/** What a document names besides, of which it says most. */
const MOST_COMPANY = 20

/** No news names so many; of a list of names those are found that it says most of. */
const MOST_PERSONS = 300

const known = new WeakMap<DocumentAnnotated, readonly Told[]>()

/** What the annotation says of the persons that it names, the fullest names first. */
export function toldBy(data: DocumentAnnotated): readonly Told[] {
  const made = known.get(data)
  if (made) return made
  const told = readAnnotation(data)
  known.set(data, told)
  return told
}

function readAnnotation(data: DocumentAnnotated): Told[] {
  const home = mainCountry(data.mentions)
  const facts = new Map((data.actors ?? []).map((one) => [one.id, one]))
  const names = new Map<string, string>()
  const counts = new Map<string, number>()
  for (const { id, name, via } of data.mentions) {
    if (via === 'pronoun' || via === 'role' || via === 'nominal') continue
    if (!names.has(id)) names.set(id, name)
    if (!/^(?:country|region|group):/.test(id)) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  const ranked = [...counts].sort(([, a], [, b]) => b - a).map(([id]) => id)
  const often = distinctKeys(ranked).slice(0, MOST_COMPANY)
  const persons = ranked
    .filter((id) => isNamedPerson(id) && nameOf(id) !== null)
    .slice(0, MOST_PERSONS)
    .map((id): [string, string] => [id, names.get(id) ?? ''])
  const bearers = Map.groupBy(persons, ([id]) => keyOfActor(id))
  return persons
    .map(([id, name]) => ({
      ...saidOf(facts.get(id)),
      id,
      documentId: data.documentId,
      name,
      home,
      company: often.filter((other) => keyOfActor(other) !== keyOfActor(id)),
      namesake: (bearers.get(keyOfActor(id))?.length ?? 0) > 1,
    }))
    .sort((a, b) => wordCount(b) - wordCount(a))
}

/** Of those that may be one person by their last names the first. */
function distinctKeys(ids: readonly string[]): string[] {
  const seen = new Set<string>()
  return ids.filter((id) => seen.size < seen.add(keyOfActor(id)).size)
}

function saidOf(facts: ActorFacts | undefined): Pick<Told, 'gender' | 'countries' | 'offices'> {
  if (!facts) return { gender: null, countries: [], offices: [] }
  const own = [facts.country, ...facts.offices.map(({ of }) => (of === null ? null : countryOfId(of)))]
  return {
    gender: facts.gender,
    countries: [...new Set(own.filter((country) => country !== null))],
    offices: facts.offices.map(({ office, of }) => `${office}|${of ?? ''}`),
  }
}

function wordCount({ id }: Told): number {
  return nameOf(id)?.given.length ?? 0
}

export function newPerson(id: string, told: Told, since: bigint): Person {
  const person: Person = {
    id,
    since,
    first: told.documentId,
    names: [],
    gender: null,
    countries: [],
    homes: [],
    offices: [],
    company: [],
    namesake: false,
  }
  return learn(person, told, { since, reasons: [] })
}

/** What is known of the person after the document; the same object if it says nothing new. */
export function learn(
  person: Person,
  told: Told,
  { since, reasons }: { since: bigint; reasons: readonly string[] },
): Person {
  const isNew = !person.names.some(({ id, name }) => id === told.id && name === told.name)
  const known = { id: told.id, name: told.name, since: String(since), reasons }
  const learnt: Person = {
    ...person,
    names: isNew && person.names.length < MOST.names ? [...person.names, known] : person.names,
    gender: person.gender ?? told.gender,
    countries: added(person.countries, told.countries, MOST.countries),
    homes: added(person.homes, told.home === null ? [] : [told.home], MOST.homes),
    offices: added(person.offices, told.offices, MOST.offices),
    company: isFull(person) && !refreshes(told) ? person.company : withCompany(person.company, told.company),
    namesake: person.namesake || told.namesake,
  }
  const fields = ['names', 'gender', 'countries', 'homes', 'offices', 'company', 'namesake'] as const
  return fields.every((field) => learnt[field] === person[field]) ? person : learnt
}

function added(known: readonly string[], more: readonly string[], most: number): readonly string[] {
  const strange = more.filter((one) => !known.includes(one)).slice(0, Math.max(0, most - known.length))
  return strange.length === 0 ? known : [...known, ...strange]
}

function isFull({ company }: Person): boolean {
  return company.length >= MOST.company
}

/** Of whom one knows much one document in eight says who they are seen with by now: that is enough, and cheap. */
function refreshes({ documentId }: Told): boolean {
  return hashOf(documentId) % 8 === 0
}

/** Those of late push out those of long ago. */
function withCompany(known: readonly string[], company: readonly string[]): readonly string[] {
  const strange = notIn(company, known)
  if (strange.length === 0) return known
  return [...company, ...notIn(known, company)].slice(0, MOST.company)
}

/** Whoever is in both, whatever the two call them. */
export function sharedCompany(company: readonly string[], other: readonly string[]): string[] {
  const keys = new Set(other.map(keyOfActor))
  return company.filter((id) => keys.has(keyOfActor(id)))
}

function notIn(company: readonly string[], other: readonly string[]): string[] {
  const keys = new Set(other.map(keyOfActor))
  return company.filter((id) => !keys.has(keyOfActor(id)))
}

/** The name that they are best known by: with a given name, of few words; of equals the first. */
export function bestName({ names }: Person): string {
  const ranked = names.map((one, order) => ({ ...one, order, worth: worthOf(one) }))
  ranked.sort((a, b) => b.worth - a.worth || a.order - b.order)
  return ranked[0]?.name ?? ''
}

function worthOf({ id }: Known): number {
  const given = nameOf(id)?.given ?? []
  if (given.length === 0) return 0
  return (given[0] ?? '').length === 1 ? 1 : 10 - given.length
}
