import type { Realis } from '@dateline/domain'
import { contradict, isQuantity } from '../timeline/attributes.ts'
import { overlap } from '../timeline/dates.ts'
import type { MergedEvent } from '../timeline/merge.ts'
import type { Report } from '../timeline/report.ts'
import {
  areOfOneDay,
  commonShare,
  type Ground,
  grounds,
  MOST_POINTS,
  plainLikeness,
  points,
  sharedOfShorter,
} from './alike.ts'
import { FAMILIES, type Family } from './families.ts'
import { featuresOf } from './features.ts'
import { areBothQuoted, sharesQuote } from './quotes.ts'
import { dateClash, datePoints, isNear } from './when.ts'
import { placeClash, placePoints } from './where.ts'
import { areStrangers, hasOtherParty, principalPoints } from './who.ts'

/** Why a report belongs to an event, or why not: what spoke for it, in points, or what ruled it out. */
export interface Score {
  points: number
  reasons: string[]
  /** What excludes it, whatever speaks for it; null: nothing */
  against: string | null
}

/** From so many points on a report belongs to an event: a wrong merge is worse than a missed one. */
export const ENOUGH = 5

/** An event as identity compares a report with it. */
export interface Compared {
  merged: MergedEvent
  reports: readonly Report[]
}

/**
 * Pure: depends on the report and on the event as it is when the report arrives, on nothing else.
 *
 * @param least fewer points are not worth being counted to the end, and given as 0
 */
export function score(report: Report, event: Compared, least = -Infinity): Score {
  const family = FAMILIES[report.type]
  if (toldApart(report, event)) return ruledOut('its document tells of both')
  if (isCorrected(report, event, family)) {
    const sameWord = report.trigger === event.reports[0]?.trigger
    return sumUp([{ worth: sameWord ? 7 : 6, reason: 'its document told of it before' }])
  }
  const against = whatExcludes(report, event, family)
  if (against) return ruledOut(against)
  const signs = family.telling === 'speech' ? OF_WORDS : OF_DEEDS
  let most = MOST_POINTS
  for (const { worth } of signs) most += worth(report, event, family)
  if (most < least) return TOO_LITTLE
  const ofKind = signs.map(({ reason, worth }) => ({ reason, worth: worth(report, event, family) }))
  return sumUp([...ofKind, ...grounds(report, closest(report, event))])
}

/** What speaks for it that a report tells of an event, or against it. */
interface Sign {
  reason: string
  worth: (report: Report, event: Compared, family: Family) => number
}

const TOO_LITTLE: Score = { points: 0, reasons: [], against: null }

function ruledOut(against: string): Score {
  return { points: 0, reasons: [], against }
}

function sumUp(found: readonly Ground[]): Score {
  const counted = found.filter(({ worth }) => worth !== 0)
  return {
    points: counted.reduce((sum, { worth }) => sum + worth, 0),
    reasons: counted.map(({ worth, reason }) => `${reason} (${worth})`),
    against: null,
  }
}

const CLASH = { none: 0, guessed: -1.5, doubtful: -5, certain: -Infinity } as const

const OF_DEEDS: readonly Sign[] = [
  { reason: 'the dates agree', worth: (report, { merged }) => datePoints(report, merged) },
  { reason: 'another date', worth: (report, { merged, reports }) => CLASH[dateClash(report, reports, merged)] },
  { reason: 'the places agree', worth: placePoints },
  { reason: 'another country', worth: (report, { merged }) => (placeClash(report, merged) === 'country' ? -3 : 0) },
  {
    reason: 'the same people or parties',
    worth: (report, { merged }, family) => principalPoints(report, merged, family),
  },
  { reason: 'other people or parties', worth: (report, { merged }) => (areStrangers(report, merged) ? -1.5 : 0) },
  {
    reason: 'one of the parties is another',
    worth: (report, { merged }, family) => (hasOtherParty(report, merged, family) ? -3 : 0),
  },
  { reason: 'the same sentence reports it', worth: (report, event) => (sharesSentence(report, event) ? 4 : 0) },
  { reason: 'the same quantity', worth: (report, { merged }) => (sharesQuantity(report, merged) ? 0.5 : 0) },
  { reason: 'another number of them', worth: (report, { merged }) => (isOtherNumber(report, merged) ? -2 : 0) },
]

/** Who says it and in which words; a report that only names an office may still be of the same words. */
const OF_WORDS: readonly Sign[] = [
  {
    reason: 'the same speaker says the same words',
    worth: (report, { reports }) => (sharesQuote(report, reports) ? 5 : 0),
  },
  { reason: 'the same sentence reports it', worth: (report, event) => (sharesSentence(report, event) ? 5 : 0) },
  {
    reason: 'the same matter on the same day',
    worth: (report, { reports }) => (saysItThatDay(report, reports) ? 2 : 0),
  },
  { reason: 'the same speaker', worth: (report, { merged }, family) => (speaksToo(report, merged, family) ? 3 : 0) },
  {
    reason: 'no speaker in common',
    worth: (report, { merged }, family) => (speaksToo(report, merged, family) ? 0 : -1),
  },
  {
    reason: 'another date',
    worth: (report, { merged, reports }) => (dateClash(report, reports, merged) === 'none' ? 0 : -3),
  },
]

function speaksToo(report: Report, merged: MergedEvent, family: Family): boolean {
  return principalPoints(report, merged, family) > 0
}

/** Reports of one event are told in many ways: the one that is most alike counts. */
function closest(report: Report, { reports }: Compared): Report | undefined {
  if (reports.length < 2) return reports[0]
  let best: Report | undefined
  let most = -Infinity
  for (const other of reports) {
    const found = points(report, other)
    if (found <= most) continue
    most = found
    best = other
  }
  return best
}

function whatExcludes(report: Report, event: Compared, family: Family): string | null {
  const { merged, reports } = event
  if (FAMILIES[merged.type].name !== family.name) return 'another type of event'
  if (realisGroup(report.realis) !== realisGroup(merged.realis)) return 'one happened, the other did not'
  const strangers = areStrangers(report, merged)
  // Dates that say nothing do not say that it is not of last year.
  const atAnotherTime = !isNearOne(report, reports)
  if (family.telling === 'speech') {
    if (strangers) return 'another speaker'
    if (sharesQuote(report, reports) || sharesSentence(report, event)) return null
    if (atAnotherTime) return 'reported more than two weeks apart'
    return inLikeWords(report, reports) ? null : 'it is said in other words'
  }
  if (dateClash(report, reports, merged) === 'certain') return 'another date'
  if (datePoints(report, merged) === 0 && atAnotherTime)
    return 'reported more than two weeks apart, with no date in common'
  if (placeClash(report, merged) === 'place') return 'another place'
  for (const name of family.fixed) {
    const [value, known] = [report.attributes[name] ?? null, merged.attributes[name] ?? null]
    if (value !== null && known !== null && contradict(value, known)) return `another ${name}`
  }
  // One report that names two people does not make one of those that name one each.
  if (family.telling === 'person' && (strangers || reports.some((other) => areStrangers(report, other))))
    return 'another person'
  if (strangers && isOnlyOf(report, event) && !sharesSentence(report, event))
    return 'an earlier version of its document told of others'
  return null
}

/**
 * Told within two weeks of a report that says when it happened, or of the first one, where none does. Each of those that
 * say nothing is near to the one before: by them a story of years would become one event.
 */
function isNearOne(report: Report, reports: readonly Report[]): boolean {
  let dated = false
  for (const told of reports) {
    if (told.earliest === null || told.latest === null) continue
    dated = true
    if (isNear(told, report)) return true
  }
  return !dated && reports[0] !== undefined && isNear(reports[0], report)
}

/** So much of it must be told in the same words where no quotation shows that it is the same. */
const LEAST_LIKE = 0.2

/** Of words of one speaker on one day, where no more than one of the two reports quotes them */
const LEAST_OF_SHORTER = 0.5

function inLikeWords(report: Report, reports: readonly Report[]): boolean {
  return reports.some(
    (other) =>
      !areBothQuoted(report, other) &&
      (plainLikeness(report, other) >= LEAST_LIKE || saysTheSame(report, other) >= LEAST_OF_SHORTER),
  )
}

/** Of the words that carry something, how many of the shorter one the other has too; 0 where they are not of one day. */
function saysTheSame(report: Report, other: Report): number {
  return areOfOneDay(report, other) ? sharedOfShorter(report, other) : 0
}

/** One day is much where the words are few: three matters on one day are told in other words. */
function saysItThatDay(report: Report, reports: readonly Report[]): boolean {
  return reports.some((other) => !areBothQuoted(report, other) && saysTheSame(report, other) >= LEAST_OF_SHORTER)
}

/** Of one annotation each event is another. */
function toldApart({ by }: Report, { reports }: Compared): boolean {
  for (const other of reports) if (other.by.annotation === by.annotation) return true
  return false
}

/** Nearly the same words. */
const LIKE_WORDS = 0.65

/**
 * An event that only earlier annotations of the same document tell of, in much the same words, is corrected by it: a
 * date made more precise, a figure, whether it happened. Another town or person makes it another event, however alike
 * the sentences are, and the old one is withdrawn; so does another day, unless the very sentence is the same and was
 * only dated otherwise.
 */
function isCorrected(report: Report, event: Compared, family: Family): boolean {
  const { merged, reports } = event
  return (
    isOnlyOf(report, event) &&
    FAMILIES[merged.type].name === family.name &&
    placeClash(report, merged) === 'none' &&
    !areStrangers(report, merged) &&
    reports.some((other) => commonShare(report, other) >= LIKE_WORDS) &&
    (overlap(report, merged.date) || sharesSentence(report, event))
  )
}

/** Nothing but the report's own document tells of the event. */
function isOnlyOf({ by }: Report, { reports }: Compared): boolean {
  for (const other of reports) if (other.by.documentId !== by.documentId) return false
  return true
}

/** The same sentence, at about the same time: "Polls opened at eight" is printed of every election. */
function sharesSentence(report: Report, { reports }: Compared): boolean {
  const own = featuresOf(report).sentences
  if (own.length === 0) return false
  return reports.some(
    (other) => isNear(other, report) && featuresOf(other).sentences.some((sentence) => own.includes(sentence)),
  )
}

type RealisGroup = 'happens' | 'not' | 'if'

function realisGroup(realis: Realis): RealisGroup {
  return realis === 'negated' ? 'not' : realis === 'hypothetical' ? 'if' : 'happens'
}

function sharesQuantity(report: Report, merged: MergedEvent): boolean {
  return Object.entries(report.attributes).some(([name, value]) => {
    const other = merged.attributes[name]
    return isQuantity(value) && isQuantity(other) && value.value === other.value && value.unit === other.unit
  })
}

/** Tolls rise; how many were arrested or took part does less often. */
function isOtherNumber(report: Report, merged: MergedEvent): boolean {
  const [value, known] = [report.attributes['count'] ?? null, merged.attributes['count'] ?? null]
  return value !== null && known !== null && contradict(value, known)
}
