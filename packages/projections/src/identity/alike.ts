import { hashOf } from '@dateline/domain'
import { spanDays } from '../timeline/dates.ts'
import { foldText, wordsOf } from '../shared/text.ts'
import type { Report } from '../timeline/report.ts'
import { isNamedPerson } from '../people/names.ts'
import { FAMILIES, principalsOf } from './families.ts'
import { featuresOf } from './features.ts'
import { has, type Hashes, hashesOf, sharedCount } from './hashes.ts'

/** What speaks for it that two reports are of one event, or against it: points and the reason, as the API gives it. */
export interface Ground {
  worth: number
  reason: string
}

/** From so many on, so much: the first step that a value reaches counts. */
type Steps = readonly (readonly [least: number, worth: number])[]

const WORDS: Steps = [
  [0.5, 2],
  [0.3, 1],
  [0.15, 0.5],
]
const NAMES: Steps = [
  [2, 1],
  [1, 0.5],
]
const STORY: Steps = [
  [5, 1.5],
  [3, 0.75],
]
/** Documents that name fewer say nothing by naming nothing in common. */
const LEAST_NAMES = 5

/** What speaks for two reports by how they are told, or against them, whatever they say of date, place and people. */
interface Sign {
  reason: string
  /** What it is worth at most */
  most: number
  worth: (a: Report, b: Report) => number
}

const SIGNS: readonly Sign[] = [
  {
    reason: 'told in like words',
    most: mostOf(WORDS),
    worth: (a, b) => step(a.type === 'statement' ? plainLikeness(a, b) : likeness(a, b), WORDS),
  },
  { reason: 'the same names are there', most: mostOf(NAMES), worth: (a, b) => step(sharedNames(a, b), NAMES) },
  { reason: 'other names are there', most: 0, worth: (a, b) => (namesDiffer(a, b) ? OTHER_NAMES : 0) },
  { reason: 'the same figures are there', most: 1, worth: (a, b) => (figures(a, b) === 'same' ? 1 : 0) },
  { reason: 'other figures are there', most: 0, worth: (a, b) => (figures(a, b) === 'other' ? -0.5 : 0) },
  { reason: 'told by the same word', most: 2, worth: (a, b) => (sameTrigger(a, b) ? 2 : 0) },
  {
    reason: 'one tells the deed, the other the death',
    most: 0,
    worth: (a, b) => (tellsDeath(a) === tellsDeath(b) ? 0 : areOfOneDay(a, b) ? -1 : -4),
  },
  {
    reason: 'their documents are about the same',
    most: mostOf(STORY),
    worth: (a, b) => step(sharedStory(a, b), STORY),
  },
  {
    reason: 'their documents are about other things',
    most: 0,
    worth: (a, b) => (areOfOtherStories(a, b) ? -1.5 : 0),
  },
]

function mostOf([first]: Steps): number {
  return first?.[1] ?? 0
}

/** As many points as two reports can have by it. */
export const MOST_POINTS = SIGNS.reduce((sum, { most }) => sum + most, 0)

/** How alike two reports are told, in points. */
export function points(a: Report, b: Report): number {
  let sum = 0
  for (const { worth } of SIGNS) sum += worth(a, b)
  return sum
}

/** The same, with the reasons; none of a report that is not there. */
export function grounds(a: Report, b: Report | undefined): Ground[] {
  if (!b) return []
  return SIGNS.map(({ reason, worth }) => ({ reason, worth: worth(a, b) })).filter(({ worth }) => worth !== 0)
}

function figures(a: Report, b: Report): 'same' | 'other' | 'none' {
  const [x, y] = [featuresOf(a).figures, featuresOf(b).figures]
  if (x.length === 0 || y.length === 0) return 'none'
  return x.some((figure) => y.includes(figure)) ? 'same' : 'other'
}

/** That something is said says nothing of what is said. */
function sameTrigger(a: Report, b: Report): boolean {
  const { trigger } = featuresOf(a)
  return a.type !== 'statement' && trigger !== '' && trigger === featuresOf(b).trigger
}

const OTHER_NAMES = -3

/** Of what happens in a place both name something but its country, and nothing the same: another town, most of the time. */
function namesDiffer(a: Report, b: Report): boolean {
  const { telling } = FAMILIES[a.type]
  if (telling === 'person') return namesOther(a, b) || namesOther(b, a)
  if (telling !== 'incident') return false
  const x = closerNames(a)
  if (x.length === 0) return false
  const y = closerNames(b)
  return y.length > 0 && !x.some((name) => y.includes(name))
}

/** One tells of a person by name; the other, in which nobody was found, has names but nothing of his. */
function namesOther(a: Report, b: Report): boolean {
  const persons = principalsOf(a).filter(isNamedPerson)
  if (persons.length === 0 || principalsOf(b).some(isNamedPerson)) return false
  const { words } = featuresOf(b)
  if (persons.some((id) => id.split(/[:-]/).some((word) => has(words, hashOf(word))))) return false
  const places = [a, b].flatMap(({ place }) => (place ? wordsOf(place.name) : []))
  return namesOf(b).some((name) => !places.includes(name) && !namesCountry(name, b))
}

const closer = new WeakMap<Report, readonly string[]>()

/** Names of what is closer than a country. */
function closerNames(report: Report): readonly string[] {
  const known = closer.get(report)
  if (known) return known
  const made = namesOf(report).filter((name) => !namesCountry(name, report))
  closer.set(report, made)
  return made
}

function sharedNames(a: Report, b: Report): number {
  const other = namesOf(b)
  return namesOf(a).filter((name) => other.includes(name)).length
}

const names = new WeakMap<Report, readonly string[]>()

/** Also those that open a sentence, where the document is known to name somebody or a place so. */
export function namesOf(report: Report): readonly string[] {
  const known = names.get(report)
  if (known) return known
  const { names: seen, words } = featuresOf(report)
  const made = [...new Set([...seen, ...report.by.names.filter((name) => has(words, hashOf(name)))])]
  names.set(report, made)
  return made
}

/** "Chile" or "Chilean", where it happens in Chile. */
function namesCountry(name: string, { place, actors }: Report): boolean {
  const countries = [place, ...actors].filter((one) => one?.id.startsWith('country:'))
  return countries.some((country) => name.startsWith(foldText(country!.name).slice(0, 3)))
}

const stories = new WeakMap<readonly string[], Hashes>()

/** The words of the names that the report's document speaks of most. */
function storyOf({ by }: Report): Hashes {
  const known = stories.get(by.names)
  if (known) return known
  const made = hashesOf(by.names.map((name) => ({ hash: hashOf(name) })))
  stories.set(by.names, made)
  return made
}

function sharedStory(a: Report, b: Report): number {
  return sharedCount(storyOf(a), storyOf(b))
}

function areOfOtherStories(a: Report, b: Report): boolean {
  return Math.min(a.by.names.length, b.by.names.length) >= LEAST_NAMES && sharedStory(a, b) === 0
}

/** Fewer words that carry something are had in common by chance. */
const LEAST_STEMS = 4

/** Of the words that carry something, how many both have, 0 to 1; 0 too where there are too few to say. */
export function likeness(a: Report, b: Report): number {
  return commonOf(featuresOf(a).stems, featuresOf(b).stems, LEAST_STEMS)
}

/** Of the words that carry something, how many both have, 0 to 1 (Dice's coefficient). */
export function commonShare(a: Report, b: Report): number {
  return commonOf(featuresOf(a).stems, featuresOf(b).stems, 1)
}

/** The same of what is said, whoever says it. */
export function plainLikeness(a: Report, b: Report): number {
  return commonOf(featuresOf(a).plain, featuresOf(b).plain, 3)
}

/** Of the words of what is said, how many of the shorter one the other has too, 0 to 1. */
export function sharedOfShorter(a: Report, b: Report): number {
  const [x, y] = [featuresOf(a).plain, featuresOf(b).plain]
  const least = Math.min(x.length, y.length)
  return least < 2 ? 0 : sharedCount(x, y) / least
}

function commonOf(x: Hashes, y: Hashes, least: number): number {
  return Math.min(x.length, y.length) < least ? 0 : (2 * sharedCount(x, y)) / (x.length + y.length)
}

const DEATH = /^(?:kill|murder|slay|slain|death|dead|die|assassinat|execut|massacr|slaughter|homicide)/i

/** Of violence one can tell what was done or who died of it; a death may be another's than the one that the deed meant. */
function tellsDeath({ type, trigger }: Report): boolean {
  return (type === 'attack' || type === 'armed_conflict') && DEATH.test(trigger)
}

export function areOfOneDay(a: Report, b: Report): boolean {
  return spanDays(a) === 1 && a.earliest === b.earliest && a.latest === b.latest
}

function step(value: number, steps: Steps): number {
  return steps.find(([least]) => value >= least)?.[1] ?? 0
}
