import type { MergedEvent } from '../timeline/merge.ts'
import type { Report } from '../timeline/report.ts'
import { isNamedPerson } from '../people/names.ts'
import { canBeOnePerson } from './actors.ts'
import { type Family, principalsOf } from './families.ts'

/** Who a report or an event is about. */
interface Principals {
  ids: readonly string[]
  /** Those that are named: "a man" and "pirates" may be anybody */
  named: readonly string[]
  persons: readonly string[]
  /** The ids without what they belong to */
  heads: readonly string[]
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
    named: ids.filter(isName),
    persons: ids.filter(isNamedPerson),
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

function shareOne(own: readonly string[], other: readonly string[]): boolean {
  return own.some((a) => other.some((b) => canBeOnePerson(a, b)))
}

function isName(id: string): boolean {
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
  const strange = (ids: readonly string[], known: readonly string[]) =>
    ids.some((a) => !known.some((b) => canBeOnePerson(a, b)))
  return strange(own, other) && strange(other, own)
}

/** `group:so/pirates` and `group:pirates` are the same word of two documents. */
function headOf(id: string): string {
  return id.startsWith('group:') || id.startsWith('person:') ? id.replace(/^([a-z]+:).*\//, '$1') : id
}
