import { remembering } from '../shared/remember.ts'

/** The words of the name in a person's id: `person:brian-g-nichols` → brian, g, nichols; none where it is no name. */
function nameWords(id: string): string[] {
  const match = /^person:([^/]+)$/.exec(id)
  return match?.[1]?.split('-') ?? []
}

/** Whether the id names one person, as `person:ca/employee` and `group:pirates` do not. */
export function isNamedPerson(id: string): boolean {
  return id.startsWith('person:') && id.length > 'person:'.length && !id.includes('/')
}

/**
 * Whether two ids can be one person: the same last name, however it is spelt, and first names that do not exclude each
 * other. Only what else two reports have in common says whether they are.
 */
export function canBeOnePerson(a: string, b: string): boolean {
  if (a === b) return true
  const [x, y] = [nameOf(a), nameOf(b)]
  if (x === null || y === null || x.last !== y.last) return false
  return x.first === null || y.first === null || firstNamesAgree(x.first, y.first)
}

interface Name {
  /** As spelt by anybody; null: only the last name is known */
  first: string | null
  last: string
}

/** null: the id is of no named person. */
const nameOf = remembering((id): Name | null => {
  const words = nameWords(id)
  const [first, last] = [words[0], words.at(-1)]
  if (first === undefined || last === undefined) return null
  return { first: words.length === 1 ? null : spelling(first), last: spelling(last) }
})

/** "V." or "Mo" for a longer name that begins alike; else the same, or a short form of it. */
function firstNamesAgree(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  return long.startsWith(short) || (short.length <= 2 && short[0] === long[0])
}

/** What transliterations of one name have in common: Kadyrov and Kadirov, Yusuf and Yousuf, Khan and Han. */
function spelling(word: string): string {
  return word
    .replaceAll('kh', 'h')
    .replaceAll('ou', 'u')
    .replaceAll('dj', 'j')
    .replaceAll('ks', 'x')
    .replace(/[iyj]+/g, 'i')
    .replace(/(.)\1+/g, '$1')
}
