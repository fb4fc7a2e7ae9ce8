import { fold } from './fold.ts'
import { FEMALE_GIVEN_NAMES, MALE_GIVEN_NAMES, WEAK_GIVEN_NAMES } from './given-name-table.ts'
import data from './data/given-names.json' with { type: 'json' }

export type Gender = 'male' | 'female'

/** The gender that a given name has where it is common; null for what is no given name, or one of both. */
export function genderOfGivenName(name: string): Gender | null {
  const key = fold(name)
  const { male, female } = lists()
  const isMale = male.has(key)
  return isMale === female.has(key) ? null : isMale ? 'male' : 'female'
}

/** Whether a word is a given name and hardly anything else. */
export function isGivenName(name: string): boolean {
  const key = fold(name)
  const { male, female, either } = lists()
  return !WEAK_GIVEN_NAMES.has(key) && (male.has(key) || female.has(key) || either.has(key))
}

/** What the end of a surname says: Slavic, Greek, Icelandic, Lithuanian forms. */
export function genderOfSurname(surname: string): Gender | null {
  if (
    /(?:[oe]va|[^aeiou]ina|skaya|ska|cka|ová|aya|sdóttir|sdottir|ienė|aitė|ytė)$/iu.test(surname) &&
    surname.length > 5
  )
    return 'female'
  if (/(?:[oe]v|[^aeiou]in|sk[iy]|ck[iy]|sky|yan|shvili|dze|iyev|enko|vić|vic|sson|opoulos|akis|idis)$/iu.test(surname))
    return /(?:enko|yan|shvili|dze|vić|vic|sson)$/iu.test(surname) ? null : 'male'
  return null
}

let built: { male: Set<string>; female: Set<string>; either: Set<string> } | undefined

function lists(): { male: Set<string>; female: Set<string>; either: Set<string> } {
  if (built) return built
  const male = new Set(data.male.split(' '))
  const female = new Set(data.female.split(' '))
  for (const name of MALE_GIVEN_NAMES.map(fold)) {
    male.add(name)
    female.delete(name)
  }
  for (const name of FEMALE_GIVEN_NAMES.map(fold)) {
    female.add(name)
    if (!MALE_GIVEN_NAMES.includes(name)) male.delete(name)
  }
  built = { male, female, either: new Set(data.either.split(' ')) }
  return built
}
