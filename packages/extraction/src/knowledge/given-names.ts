import { fold } from './fold.ts'
import { FEMALE_GIVEN_NAMES, MALE_GIVEN_NAMES, WEAK_GIVEN_NAMES } from './given-name-table.ts'
import data from './data/given-names.json' with { type: 'json' }
import { indexWords } from './word-index.ts'

export type Gender = 'male' | 'female'

/** The gender that a given name has where it is common; null for what is no given name, or one of both. */
export function genderOfGivenName(name: string): Gender | null {
  const key = fold(name)
  const { male, female } = lists()
  const isMale = male(key)
  return isMale === female(key) ? null : isMale ? 'male' : 'female'
}

/** Whether a word is a given name and hardly anything else. */
export function isGivenName(name: string): boolean {
  const key = fold(name)
  const { male, female, either } = lists()
  return !WEAK_GIVEN_NAMES.has(key) && (male(key) || female(key) || either(key))
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

let built: Lists | undefined
interface Lists {
  male: (name: string) => boolean
  female: (name: string) => boolean
  either: (name: string) => boolean
}

/** The lists of the package, put right by the project's own: a name of theirs has the gender that they say. */
function lists(): Lists {
  if (built) return built
  const [male, female, either] = [data.male, data.female, data.either].map((names) => indexWords(names, ' ').has)
  const ownMale = new Set(MALE_GIVEN_NAMES.map(fold))
  const ownFemale = new Set(FEMALE_GIVEN_NAMES.map(fold))
  built = {
    male: (name) => ownMale.has(name) || (!ownFemale.has(name) && Boolean(male?.(name))),
    female: (name) => ownFemale.has(name) || (!ownMale.has(name) && Boolean(female?.(name))),
    either: (name) => Boolean(either?.(name)),
  }
  return built
}
