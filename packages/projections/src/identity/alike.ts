import { spanDays } from '../timeline/dates.ts'
import { foldText } from '../shared/text.ts'
import type { Report } from '../timeline/report.ts'
import { FAMILIES } from './families.ts'
import { featuresOf, sharedCount } from './features.ts'

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

/** How alike two reports are told, whatever they say of date, place and people. */
export function grounds(a: Report, b: Report): Ground[] {
  const [x, y] = [featuresOf(a), featuresOf(b)]
  const figures = sharedCount(x.figures, y.figures)
  const found = [
    { worth: step(a.type === 'statement' ? plainLikeness(a, b) : likeness(a, b), WORDS), reason: 'told in like words' },
    { worth: step(sharedCount(namesOf(a), namesOf(b)), NAMES), reason: 'the same names are there' },
    { worth: namesDiffer(a, b) ? OTHER_NAMES : 0, reason: 'other names are there' },
    { worth: figures > 0 ? 1 : 0, reason: 'the same figures are there' },
    { worth: figures === 0 && x.figures.size > 0 && y.figures.size > 0 ? -0.5 : 0, reason: 'other figures are there' },
    { worth: sameTrigger(a, b) ? 2 : 0, reason: 'told by the same word' },
    {
      worth: tellsDeath(a) !== tellsDeath(b) ? (areOfOneDay(a, b) ? -1 : -4) : 0,
      reason: 'one tells the deed, the other the death',
    },
    ...storyGrounds(a, b),
  ]
  return found.filter(({ worth }) => worth !== 0)
}

/** That something is said says nothing of what is said. */
function sameTrigger(a: Report, b: Report): boolean {
  const { trigger } = featuresOf(a)
  return a.type !== 'statement' && trigger !== '' && trigger === featuresOf(b).trigger
}

const OTHER_NAMES = -3

/** Of what happens in a place both name something but its country, and nothing the same: another town, most of the time. */
function namesDiffer(a: Report, b: Report): boolean {
  if (FAMILIES[a.type].telling !== 'incident') return false
  const [x, y] = [a, b].map((report) => [...namesOf(report)].filter((name) => !namesCountry(name, report)))
  return x!.length > 0 && y!.length > 0 && !x!.some((name) => y!.includes(name))
}

const names = new WeakMap<Report, ReadonlySet<string>>()

/** Also those that open a sentence, where the document is known to name somebody or a place so. */
export function namesOf(report: Report): ReadonlySet<string> {
  const known = names.get(report)
  if (known) return known
  const { names: seen, words } = featuresOf(report)
  const made = new Set([...seen, ...report.by.names.filter((name) => words.has(name))])
  names.set(report, made)
  return made
}

/** "Chile" or "Chilean", where it happens in Chile. */
function namesCountry(name: string, { place, actors }: Report): boolean {
  const countries = [place, ...actors].filter((one) => one?.id.startsWith('country:'))
  return countries.some((country) => name.startsWith(foldText(country!.name).slice(0, 3)))
}

/** Whether the documents as a whole are about the same. */
function storyGrounds(a: Report, b: Report): Ground[] {
  const [names, others] = [a.by.names, new Set(b.by.names)]
  const shared = names.filter((name) => others.has(name)).length
  const strange = shared === 0 && Math.min(names.length, others.size) >= LEAST_NAMES
  return [
    { worth: step(shared, STORY), reason: 'their documents are about the same' },
    { worth: strange ? -1.5 : 0, reason: 'their documents are about other things' },
  ]
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

function commonOf(x: ReadonlySet<string>, y: ReadonlySet<string>, least: number): number {
  return Math.min(x.size, y.size) < least ? 0 : (2 * sharedCount(x, y)) / (x.size + y.size)
}

const DEATH = /^(?:kill|murder|slay|slain|death|dead|die|assassinat|execut|massacr|slaughter|homicide)/i

/** Of violence one can tell what was done or who died of it; a death may be another's than the one that the deed meant. */
function tellsDeath({ type, trigger }: Report): boolean {
  return (type === 'attack' || type === 'armed_conflict') && DEATH.test(trigger)
}

function areOfOneDay(a: Report, b: Report): boolean {
  return spanDays(a) === 1 && a.earliest === b.earliest && a.latest === b.latest
}

function step(value: number, steps: Steps): number {
  return steps.find(([least]) => value >= least)?.[1] ?? 0
}
