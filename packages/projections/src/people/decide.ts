import { isCommonLastName } from './common-names.ts'
import { type Likeness, likenessOf, type Name, nameOf, RANKS } from './names.ts'
import { type Person, sharedCompany, type Told } from './person.ts'

/** Whether somebody whom a document names is a person that is known, and why. */
export type Decision =
  | { status: 'one'; person: Person; likeness: Likeness; reasons: readonly string[] }
  /** Nobody that is known, or nobody can say who of them */
  | { status: 'new' }

/** What must speak for it besides the name, in points: a wrong merge is worse than a missed one. */
const NEEDED: Readonly<Record<Likeness, number>> = { same: 0, fuller: 1, spelt: 2, initial: 3, slip: 3, last: 4 }
/** A name that many bear needs so much more. */
const MORE_IF_COMMON = 1
/** So much where what is said of gender or country is other: it may have been misread. */
const NEEDED_IF_OTHER = { gender: 1, country: 3 }
/** A single name told by two documents alike: it may be all the name there is. */
const NEEDED_IF_SINGLE = 2

const NAMED: Readonly<Record<Likeness, string>> = {
  same: 'the same name',
  fuller: 'the same name with words more',
  spelt: 'the same name in another form',
  initial: 'the same last name and initial',
  slip: 'the same name but for a letter',
  last: 'the same last name',
}

/** By fewer points nobody is told from another of the same last name. */
const CLEARLY = 1.5

interface Fit {
  person: Person
  likeness: Likeness
  points: number
  reasons: string[]
}

/**
 * Decides who it is that a document names, of those that are known. The nearest name counts first, then what else they
 * have in common; of equals the one that has been known for longest. Where only part of a name is there and two fit, it
 * is neither.
 *
 * @param taken whom others in the document have been found to be, with the document's ids of these: it tells them apart
 */
export function decide(told: Told, known: readonly Person[], taken: ReadonlyMap<string, string> = new Map()): Decision {
  const fits = known.flatMap((person) => fitOf(told, person, taken) ?? []).sort(nearestFirst)
  const [best, next] = fits
  if (!best) return { status: 'new' }
  const { person, likeness, points, reasons } = best
  const partial = (likeness === 'last' && !areSingle(told.id, person)) || likeness === 'initial'
  if (partial && next?.likeness === likeness && points - next.points < CLEARLY) return { status: 'new' }
  return { status: 'one', person, likeness, reasons: [NAMED[likeness], ...reasons] }
}

/**
 * The one person whom documents have called by this id before, where the name is enough; most of the names of the news
 * are such. Null: more has to be looked at.
 */
export function decideByName(told: Told, called: readonly Person[]): Decision | null {
  const [person] = called
  const name = nameOf(told.id)
  if (called.length !== 1 || !person || !name || name.given.length === 0) return null
  const likeness = nearest(name, person)
  if (likeness !== 'same' || neededOf(name, likeness, told, person) > 0) return null
  return { status: 'one', person, likeness, reasons: [NAMED[likeness]] }
}

function nearestFirst(a: Fit, b: Fit): number {
  const [x, y] = [a.person, b.person]
  const ranks = RANKS.indexOf(a.likeness) - RANKS.indexOf(b.likeness)
  if (ranks !== 0 || a.points !== b.points) return ranks || b.points - a.points
  return x.since < y.since ? -1 : x.since > y.since ? 1 : x.id < y.id ? -1 : 1
}

function fitOf(told: Told, person: Person, taken: ReadonlyMap<string, string>): Fit | null {
  const name = nameOf(told.id)
  const likeness = name && nearest(name, person)
  if (!name || !likeness) return null
  const other = taken.get(person.id)
  if (other !== undefined && likeness !== 'same' && !isTitled(other, told.id)) return null
  if (person.first === told.documentId && person.names[0]?.id === told.id)
    return { person, likeness, points: Infinity, reasons: ['its document told of them before'] }
  const grounds = groundsOf(told, person, likeness)
  const points = grounds.reduce((sum, { worth }) => sum + worth, 0)
  if (points < neededOf(name, likeness, told, person)) return null
  return { person, likeness, points, reasons: grounds.flatMap(({ worth, reason }) => (worth > 0 ? [reason] : [])) }
}

/** Both have been called by one single name only. */
function areSingle(id: string, { names }: Person): boolean {
  const last = nameOf(id)?.last
  return [id, ...names.map((known) => known.id)].every((one) => {
    const name = nameOf(one)
    return name?.given.length === 0 && name.last === last
  })
}

function neededOf(name: Name, likeness: Likeness, told: Told, person: Person): number {
  const single = areSingle(told.id, person)
  const needed = single ? NEEDED_IF_SINGLE : NEEDED[likeness]
  if (areApart(told.countries, person.countries)) return Math.max(needed + 2, NEEDED_IF_OTHER.country)
  // Where a document names two of one last name, the name alone says nothing.
  if (likeness === 'last' && !single && (told.namesake || person.namesake)) return Infinity
  if (told.gender !== null && person.gender !== null && told.gender !== person.gender)
    return likeness === 'same' ? NEEDED_IF_OTHER.gender : Infinity
  const byName = likeness === 'same' || likeness === 'fuller'
  return byName && isCommonLastName(name.last) ? needed + MORE_IF_COMMON : needed
}

/** By the name of theirs that is nearest; null: one of them excludes it. */
function nearest(name: Name, { names }: Person): Likeness | null {
  let best: Likeness | null = null
  for (const known of names) {
    const other = nameOf(known.id)
    const likeness = other && likenessOf(name, other)
    if (!likeness) return null
    if (best === null || RANKS.indexOf(likeness) < RANKS.indexOf(best)) best = likeness
  }
  return best
}

/** "Governor Jan Kos" and "Jan Kos" in one document. */
function isTitled(a: string, b: string): boolean {
  const [x, y] = [nameOf(a), nameOf(b)]
  if (!x || !y || x.last !== y.last || x.generation !== y.generation) return false
  const [short, long] = x.given.length < y.given.length ? [x.given, y.given] : [y.given, x.given]
  if (short.length === long.length || (short[0] ?? '').length < 2) return false
  return long.slice(-short.length).join(' ') === short.join(' ')
}

/** Documents that have so much in common tell one story; a few names everybody names. */
const STORY_SHARE = 1 / 3

interface Ground {
  worth: number
  reason: string
}

function groundsOf(told: Told, person: Person, likeness: Likeness): Ground[] {
  const office = told.offices.find((one) => !one.endsWith('|') && person.offices.includes(one))
  const alike = told.offices.find((one) => person.offices.some((other) => wordsOf(other) === wordsOf(one)))
  const company = sharedCompany(told.company, person.company)
  const most = Math.min(told.company.length, person.company.length) * STORY_SHARE <= company.length ? 3 : 1
  const country = told.countries.find((one) => person.countries.includes(one))
  const home = [...told.countries, ...(told.home === null ? [] : [told.home])].find(
    (one) => person.homes.includes(one) || person.countries.includes(one),
  )
  return [
    { worth: office ? 3 : alike ? 1 : 0, reason: `the same office: ${wordsOf(office ?? alike ?? '')}` },
    { worth: country ? 1.5 : home ? 1 : 0, reason: `the same country: ${country ?? home}` },
    {
      worth: Math.min(companyWorth(company), likeness === 'last' ? most : 3),
      reason: `named with the same: ${company.slice(0, 4).join(', ')}`,
    },
  ]
}

/** A place says less than a person or a body. */
function companyWorth(company: readonly string[]): number {
  return company.reduce((sum, key) => sum + (key.startsWith('place:') ? 0.5 : 1), 0)
}

function wordsOf(office: string): string {
  return office.slice(0, office.indexOf('|'))
}

/** Both are of a country, and of none that is the same. */
function areApart(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 0 && b.length > 0 && !a.some((one) => b.includes(one))
}
