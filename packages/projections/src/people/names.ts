import { remembering } from '../shared/remember.ts'
import { areFormsOfOne } from './given-names.ts'

/** A person's name in pieces, as ids have it: lower case, without accents. */
export interface Name {
  /** All before the last name */
  given: readonly string[]
  last: string
  /** "jr", "sr", "ii", "iii", "iv"; null: none is said */
  generation: string | null
}

const GENERATIONS: ReadonlySet<string> = new Set(['jr', 'sr', 'ii', 'iii', 'iv'])

/** Whether the id names one person, as `person:ca/employee` and `group:pirates` do not. */
export function isNamedPerson(id: string): boolean {
  return id.startsWith('person:') && id.length > 'person:'.length && !id.includes('/')
}

/** The name in a person's id: `person:brian-g-nichols`; what follows `~` tells namesakes apart. Null: it is no name. */
export const nameOf = remembering((id): Name | null =>
  isNamedPerson(id) ? parseName(id.slice('person:'.length).split('~', 1)[0] ?? '') : null,
)

/** `brian-g-nichols` */
export function parseName(slug: string): Name | null {
  const words = slug.split('-').filter((word) => word !== '')
  const mark = words.at(-1) ?? ''
  const generation = words.length > 1 && GENERATIONS.has(mark) ? mark : null
  if (generation !== null) words.pop()
  const last = words.pop()
  return last === undefined ? null : { given: words, last, generation }
}

/**
 * What transliterations of one name have in common: Kadyrov and Kadirov, Yusuf and Yousuf, Khan and Han, Tokayev and
 * Tokaev, Gorbachov and Gorbatchov. Short names are all too like.
 */
export const spelling = remembering((word): string =>
  word.length < 4
    ? word
    : word
        .replaceAll('kh', 'h')
        .replaceAll('ou', 'u')
        .replaceAll('dj', 'j')
        .replaceAll('tch', 'ch')
        .replaceAll('ks', 'x')
        .replaceAll('ph', 'f')
        .replace(/(?<=[oe])ff$/, 'v')
        .replace(/[iyj]+/g, 'i')
        .replace(/(?<=[aeou])i(?=[aeou])/g, '')
        .replace(/(.)\1+/g, '$1'),
)

/**
 * How one name can be another's, from what needs least to be said besides to what needs most:
 * - `same`: the same words
 * - `fuller`: one has words more, before or between ("Court Judge Rowland Barnes", "Brian G. Nichols")
 * - `spelt`: the same name otherwise transliterated, or a short form of it ("Heydar", "Bill")
 * - `initial`: one has only an initial ("V. Putin")
 * - `slip`: one letter is other, the rest is the same ("Jermayne", "Jerymayne")
 * - `last`: one is a last name only
 */
export type Likeness = 'same' | 'fuller' | 'spelt' | 'initial' | 'slip' | 'last'

/** Null: two names that one person does not have. */
export function likenessOf(a: Name, b: Name): Likeness | null {
  if (a.last !== b.last && spelling(a.last) !== spelling(b.last)) return null
  if (a.generation !== null && b.generation !== null && a.generation !== b.generation) return null
  const otherwise = a.last !== b.last
  if (a.given.length === 0 || b.given.length === 0) {
    if (a.given.length === b.given.length && !otherwise) return 'last'
    return otherwise && Math.min(a.last.length, b.last.length) < 5 ? null : 'last'
  }
  const given = givenLikeness(a.given, b.given)
  return given !== null && otherwise && RANKS.indexOf(given) < RANKS.indexOf('spelt') ? 'spelt' : given
}

/** From the nearest on. */
export const RANKS: readonly Likeness[] = ['same', 'fuller', 'spelt', 'initial', 'slip', 'last']

function givenLikeness(a: readonly string[], b: readonly string[]): Likeness | null {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  // A title or a surname more before the same name.
  if (short.length < long.length && (short[0]?.length ?? 0) > 1 && endsWith(long, short)) return 'fuller'
  const first = wordLikeness(a[0] ?? '', b[0] ?? '')
  if (first === null) return null
  const middle = middleAgrees(short.slice(1), long.slice(1))
  if (!middle) return null
  if (first === 'same') return short.length === long.length && endsWith(long, short) ? 'same' : 'fuller'
  return first
}

function endsWith(long: readonly string[], short: readonly string[]): boolean {
  return short.every((word, index) => word === long[long.length - short.length + index])
}

function wordLikeness(a: string, b: string): Likeness | null {
  if (a === b) return 'same'
  if (a.length === 1 || b.length === 1) return a[0] === b[0] ? 'initial' : null
  if (spelling(a) === spelling(b) || areFormsOfOne(a, b)) return 'spelt'
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length >= 3 && long.startsWith(short) && long.length - short.length >= 2) return 'spelt'
  return short.length >= 6 && isOneSlip(short, long) ? 'slip' : null
}

/** What both have in the middle is the same, or an initial of it: George W. is not George H. W. */
function middleAgrees(short: readonly string[], long: readonly string[]): boolean {
  return short.every((word, index) => {
    const other = long[index] ?? ''
    return (
      word === other ||
      spelling(word) === spelling(other) ||
      ((word.length === 1 || other.length === 1) && word[0] === other[0])
    )
  })
}

/** One letter is left out, or is another, or two have changed places; the first one is the same. */
function isOneSlip(short: string, long: string): boolean {
  if (long.length - short.length > 1 || short[0] !== long[0]) return false
  let from = 0
  while (from < short.length && short[from] === long[from]) from += 1
  let back = 0
  while (back < short.length - from && short.at(-1 - back) === long.at(-1 - back)) back += 1
  const [x, y] = [short.slice(from, short.length - back), long.slice(from, long.length - back)]
  return Math.max(x.length, y.length) <= 1 || (x.length === 2 && y.length === 2 && x[0] === y[1] && x[1] === y[0])
}

/**
 * What stands for an actor in a key: of a person the last name in the spelling that all transliterations have, so that
 * whoever it is resolved to has the same; of others the id.
 */
export const keyOfActor = remembering((id): string => {
  const name = nameOf(id)
  return name === null ? id : `person:${spelling(name.last)}`
})
