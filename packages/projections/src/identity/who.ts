import type { MergedEvent } from '../timeline/merge.ts'
import type { Report } from '../timeline/report.ts'
import { isNamedPerson, likenessOf, type Name, nameOf, spelling } from '../people/names.ts'
import { type Family, principalsOf } from './families.ts'

/** Who a report or an event is about. */
interface Principals {
  ids: readonly string[]
  /** Those that are named: "a man" and "pirates" may be anybody */
  named: readonly Named[]
  persons: readonly Named[]
  /** The ids without what they belong to */
  heads: readonly string[]
}

/** With what is compared of a person's name. */
interface Named {
  id: string
  /** null: it is no person */
  name: Name | null
  /** The last name in the spelling that all transliterations have */
  last: string
}

type About = Pick<Report, 'type' | 'participants'> | Pick<MergedEvent, 'type' | 'participants'>

/** One is compared with many; its participants never change. */
const known = new WeakMap<About['participants'], Principals>()

function principals(about: About): Principals {
  const made = known.get(about.participants)
  if (made) return made
  const ids = principalsOf(about)
  const answer = {
    ids,
    named: ids.filter(isName).map(withName),
    persons: ids.filter(isNamedPerson).map(withName),
    heads: [...new Set(ids.map(headOf))],
  }
  known.set(about.participants, answer)
  return answer
}

/** Both name who it is about, and nobody is the same. What is not named ("a man", "pirates") may be anybody. */
export function areStrangers(report: Report, merged: About): boolean {
  const own = principals(report).named
  if (own.length === 0) return false
  const other = principals(merged).named
  return other.length > 0 && !shareOne(own, other)
}

export function withName(id: string): Named {
  const name = nameOf(id)
  return { id, name, last: name === null ? '' : spelling(name.last) }
}

function shareOne(own: readonly Named[], other: readonly Named[]): boolean {
  for (const a of own) for (const b of other) if (canBeOne(a, b)) return true
  return false
}

/** The same, or two names that one person can have: what else is told says whether they are. */
export function canBeOne(a: Named, b: Named): boolean {
  if (a.id === b.id) return true
  // Names of other last names are never one person's.
  return a.name !== null && b.name !== null && a.last === b.last && likenessOf(a.name, b.name) !== null
}

export function isName(id: string): boolean {
  return isNamedPerson(id) || (!id.startsWith('group:') && !id.startsWith('person:'))
}

/** Where the parties say which, one in common says little; where a person does, that is nearly all. */
export function principalPoints(report: Report, merged: MergedEvent, { telling }: Family): number {
  const [own, other] = [principals(report), principals(merged)]
  if (telling === 'between') {
    const shared = own.ids.filter((id) => other.ids.includes(id)).length
    return shared >= 2 ? 3 : shared
  }
  if (shareOne(own.persons, other.persons)) return telling === 'person' ? 3.5 : 3
  return Math.min(own.heads.filter((head) => other.heads.includes(head)).length, 2)
}

/** Two parties each, of which only one is the same. */
export function hasOtherParty(report: Report, merged: MergedEvent, { telling }: Family): boolean {
  if (telling !== 'between') return false
  const [own, other] = [principals(report).named, principals(merged).named]
  if (own.length < 2 || other.length < 2) return false
  const strange = (some: readonly Named[], known: readonly Named[]) => some.some((a) => !shareOne([a], known))
  return strange(own, other) && strange(other, own)
}

/** `group:so/pirates` and `group:pirates` are the same word of two documents. */
function headOf(id: string): string {
  return id.startsWith('group:') || id.startsWith('person:') ? id.replace(/^([a-z]+:).*\//, '$1') : id
}
