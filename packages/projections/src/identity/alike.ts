import type { Report } from '../timeline/report.ts'
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
    { worth: step(likeness(a, b), WORDS), reason: 'told in like words' },
    { worth: step(sharedCount(x.names, y.names), NAMES), reason: 'the same names are there' },
    { worth: figures > 0 ? 1 : 0, reason: 'the same figures are there' },
    { worth: figures === 0 && x.figures.size > 0 && y.figures.size > 0 ? -0.5 : 0, reason: 'other figures are there' },
    { worth: sameTrigger(a, b) ? 2 : 0, reason: 'told by the same word' },
    { worth: tellsDeath(a) !== tellsDeath(b) ? -3 : 0, reason: 'one tells the deed, the other the death' },
    ...storyGrounds(a, b),
  ]
  return found.filter(({ worth }) => worth !== 0)
}

/** That something is said says nothing of what is said. */
function sameTrigger(a: Report, b: Report): boolean {
  const { trigger } = featuresOf(a)
  return a.type !== 'statement' && trigger !== '' && trigger === featuresOf(b).trigger
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
  return Math.min(featuresOf(a).stems.size, featuresOf(b).stems.size) < LEAST_STEMS ? 0 : commonShare(a, b)
}

/** Of the words that carry something, how many both have, 0 to 1 (Dice's coefficient). */
export function commonShare(a: Report, b: Report): number {
  const [x, y] = [featuresOf(a).stems, featuresOf(b).stems]
  return (2 * sharedCount(x, y)) / (x.size + y.size || 1)
}

const DEATH = /^(?:kill|murder|slay|slain|death|dead|die|gunned|assassinat|execut|massacr|slaughter|homicide)/i

/** Of violence one can tell what was done or who died of it; a death may be another's than the one that the deed meant. */
function tellsDeath({ type, trigger }: Report): boolean {
  return (type === 'attack' || type === 'armed_conflict') && DEATH.test(trigger)
}

function step(value: number, steps: Steps): number {
  return steps.find(([least]) => value >= least)?.[1] ?? 0
}
