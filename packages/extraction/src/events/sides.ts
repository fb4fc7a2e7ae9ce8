import type { Role } from './participants.ts'

const slugOf = (id: string): string => id.slice(id.indexOf(':') + 1)
const ownerOf = (id: string): string | null => (id.includes('/') ? slugOf(id).slice(0, slugOf(id).indexOf('/')) : null)
const nounOf = (id: string): string => id.slice(id.lastIndexOf('/') + 1)

const isNominalPerson = ({ mention }: Role): boolean => mention.kind === 'person' && mention.id.includes('/')
const isNamedPerson = ({ mention }: Role): boolean => mention.kind === 'person' && !mention.id.includes('/')

/**
 * The sides of an event of which several sentences tell, each once: a man who is named elsewhere goes by the name, one
 * of the protesters beside the protesters and a unit beside the force that it is of are none of their own.
 */
export function distinctSides(roles: readonly Role[]): Role[] {
  return roles.filter((one) => {
    const beside = roles.filter((other) => other !== one && other.role === one.role)
    return !isNamedElsewhere(one, beside) && !beside.some((other) => isPartOf(one, other))
  })
}

function isNamedElsewhere(one: Role, beside: readonly Role[]): boolean {
  if (!isNominalPerson(one) || beside.some(isNominalPerson)) return false
  return beside.some(
    (other) =>
      isNamedPerson(other) &&
      other.mention.sentence !== one.mention.sentence &&
      (one.mention.gender === null || other.mention.gender === null || one.mention.gender === other.mention.gender),
  )
}

function isPartOf({ mention: one }: Role, { mention: other }: Role): boolean {
  if (ownerOf(one.id) !== null && ownerOf(one.id) === slugOf(other.id) && other.kind !== 'person') return true
  return isPluralOf(nounOf(other.id), nounOf(one.id)) && other.kind === 'group' && one.kind === 'person'
}

const isPluralOf = (plural: string, noun: string): boolean =>
  plural === `${noun}s` || (plural.endsWith('men') && plural.replace(/men$/, 'man') === noun)
