import { derivedId, type DocumentAnnotated } from '@dateline/domain'
import { decide, decideByName, type Decision } from './decide.ts'
import { idKey, keysSought } from './keys.ts'
import { RANKS } from './names.ts'
import { type People, peopleUnder, putPerson } from './people.ts'
import { bestName, learn, newPerson, type Person, type Told, toldBy } from './person.ts'

/** Who somebody is whom a document names. */
export interface Resolved {
  id: string
  /** The name that they are best known by */
  name: string
}

/**
 * Finds for each person whom an annotation names who it is, of those that are known, or makes somebody new of them; what
 * the document says of them is known from then on. By the document's ids. Deterministic in the order of the log.
 *
 * @param since where the log says so
 */
export function resolvePeople(people: People, data: DocumentAnnotated, since: bigint): Map<string, Resolved> {
  const found = new Map<string, string>()
  const taken = new Map<string, string>()
  for (const { told, decision: first } of nearestFirst(people, toldBy(data))) {
    // What was decided before others of the document were found holds for a name that is known.
    const decision = isByName(first) ? first : decide(told, peopleUnder(people, keysSought(told)), taken)
    const person =
      decision.status === 'one'
        ? learn(current(people, decision.person), told, { since, reasons: decision.reasons })
        : newPerson(freeId(people, told), told, since)
    if (people.byId.get(person.id)?.person !== person) putPerson(people, person)
    found.set(told.id, person.id)
    if (!taken.has(person.id)) taken.set(person.id, told.id)
  }
  const resolved = new Map<string, Resolved>()
  for (const [id, personId] of found) {
    const person = people.byId.get(personId)?.person
    if (person) resolved.set(id, { id: personId, name: bestName(person) })
  }
  return resolved
}

/** What each of them is by the name alone; whoever is known by that very name comes before whom it is only like. */
function nearestFirst(people: People, all: readonly Told[]): { told: Told; decision: Decision }[] {
  const decided = all.map((told) => {
    const decision =
      decideByName(told, peopleUnder(people, [idKey(told.id)])) ?? decide(told, peopleUnder(people, keysSought(told)))
    return { told, decision, rank: decision.status === 'one' ? RANKS.indexOf(decision.likeness) : RANKS.length }
  })
  return decided.sort((a, b) => a.rank - b.rank)
}

function isByName(decision: Decision): boolean {
  return decision.status === 'one' && decision.likeness === 'same'
}

/** The document may have told of them since. */
function current(people: People, person: Person): Person {
  return people.byId.get(person.id)?.person ?? person
}

/** The id that the document gives, unless it is somebody else's. */
function freeId(people: People, { id, documentId }: Told): string {
  return people.byId.has(id) ? `${id}~${derivedId('namesake', documentId, id).slice(0, 8)}` : id
}
