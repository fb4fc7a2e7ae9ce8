import type { MergedEvent } from '../timeline/merge.ts'
import type { Report } from '../timeline/report.ts'
import { canBeOnePerson, isNamedPerson } from './actors.ts'
import { type Family, principalsOf } from './families.ts'

export function principalsOfEvent(merged: MergedEvent): string[] {
  return principalsOf({
    type: merged.type,
    participants: merged.participants.map(({ role, actor }) => ({ role, actor: actor.id })),
  })
}

/** Both name who it is about, and nobody is the same. What is not named ("a man", "pirates") may be anybody. */
export function areStrangers(report: Report, merged: MergedEvent): boolean {
  const own = principalsOf(report).filter(isName)
  const other = principalsOfEvent(merged).filter(isName)
  return own.length > 0 && other.length > 0 && !own.some((a) => other.some((b) => canBeOnePerson(a, b)))
}

function isName(id: string): boolean {
  return isNamedPerson(id) || (!id.startsWith('group:') && !id.startsWith('person:'))
}

/** Where the parties say which, one in common says little; where a person does, that is nearly all. */
export function principalPoints(report: Report, merged: MergedEvent, { telling }: Family): number {
  const own = principalsOf(report)
  const other = principalsOfEvent(merged)
  if (telling === 'between') {
    const shared = own.filter((id) => other.includes(id)).length
    return shared >= 2 ? 3 : shared
  }
  if (own.some((a) => isNamedPerson(a) && other.some((b) => isNamedPerson(b) && canBeOnePerson(a, b)))) {
    return telling === 'person' ? 3.5 : 3
  }
  const heads = new Set(other.map(headOf))
  return Math.min(new Set(own.map(headOf).filter((head) => heads.has(head))).size, 2)
}

/** Two parties each, of which only one is the same. */
export function hasOtherParty(report: Report, merged: MergedEvent, { telling }: Family): boolean {
  if (telling !== 'between') return false
  const own = principalsOf(report).filter(isName)
  const other = principalsOfEvent(merged).filter(isName)
  if (own.length < 2 || other.length < 2) return false
  const strange = (ids: readonly string[], known: readonly string[]) =>
    ids.some((a) => !known.some((b) => canBeOnePerson(a, b)))
  return strange(own, other) && strange(other, own)
}

/** `group:so/pirates` and `group:pirates` are the same word of two documents. */
function headOf(id: string): string {
  return id.startsWith('group:') || id.startsWith('person:') ? id.replace(/^([a-z]+:).*\//, '$1') : id
}
