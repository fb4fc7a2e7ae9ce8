import type { Realis } from '@dateline/domain'
import { countryOfId } from '../shared/ids.ts'
import { contradict, isQuantity } from '../timeline/attributes.ts'
import { overlap, spanDays } from '../timeline/dates.ts'
import type { MergedEvent } from '../timeline/merge.ts'
import type { Report } from '../timeline/report.ts'
import { FAMILIES, type Family, principalsOf } from './families.ts'
import { quotesOf, sharedShare } from './quotes.ts'
import { isNear, sharesEvidence, wordPoints } from './words.ts'

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

/** Pure: depends on the report and on the event as it is when the report arrives, on nothing else. */
export function score(report: Report, event: Compared): Score {
  const { merged } = event
  const family = FAMILIES[report.type]
  const reasons: string[] = []
  let points = 0
  const add = (worth: number, reason: string) => {
    if (worth === 0) return
    points += worth
    reasons.push(`${reason} (${worth})`)
  }
  if (toldApart(report, event)) return { points: 0, reasons, against: 'its document tells the two apart' }
  if (isCorrected(report, event, family)) {
    add(6 + (report.trigger === event.reports[0]?.trigger ? 1 : 0), 'its document told of it before')
    return { points, reasons, against: null }
  }
  const against = ruledOut(report, event, family)
  if (against) return { points: 0, reasons, against }
  if (family.telling === 'speech') {
    add(4 * quoteShare(report, event), 'the same speaker says the same words')
    add(sharesEvidence(report, event) ? 5 : 0, 'the same sentence reports it')
    return { points, reasons, against: null }
  }
  add(datePoints(report, merged), 'the dates agree')
  add(placePoints(report, merged, family), 'the places agree')
  add(principalPoints(report, merged, family), 'it is about the same')
  add(sharesEvidence(report, event) ? 4 : 0, 'the same sentence reports it')
  add(sharedQuantity(report, merged) ? 1 : 0, 'the same figures')
  add(wordPoints(report, event), 'told in like words')
  return { points: Math.round(points * 100) / 100, reasons, against: null }
}

function ruledOut(report: Report, event: Compared, family: Family): string | null {
  const { merged, reports } = event
  if (FAMILIES[merged.type].name !== family.name) return 'another type'
  if (realisGroup(report.realis) !== realisGroup(merged.realis)) return 'one happened, the other did not'
  const strangers = areStrangers(report, merged)
  if (family.telling === 'speech') return strangers ? 'another speaker' : null
  if (!overlap(report, merged.date)) return 'another date'
  // Dates that say nothing do not say that it is not of last year.
  if (datePoints(report, merged) === 0 && !reports.some((told) => isNear(told, report))) return 'told at another time'
  if (placesDiffer(report, merged)) return 'another place'
  for (const name of family.fixed) {
    const [value, known] = [report.attributes[name] ?? null, merged.attributes[name] ?? null]
    if (value !== null && known !== null && contradict(value, known)) {
      return `another ${name}`
    }
  }
  if (family.telling === 'person' && strangers) return 'it is about another'
  if (strangers && isOnlyOf(report, event) && !sharesEvidence(report, event)) return 'its document told of others'
  return null
}

/** Of one annotation each event is another. */
function toldApart({ by }: Report, { reports }: Compared): boolean {
  return reports.some((other) => other.by.annotation === by.annotation)
}

/**
 * An event that only earlier annotations of the same document tell of, in much the same words, is corrected by it: a
 * date made more precise, a figure, whether it happened. Another town or person makes it another event, however alike
 * the sentences are, and the old one is withdrawn; so does another day, unless the very sentence is the same and was
 * only dated otherwise.
 */
function isCorrected(report: Report, event: Compared, family: Family): boolean {
  const { merged } = event
  return (
    isOnlyOf(report, event) &&
    FAMILIES[merged.type].name === family.name &&
    !placesDiffer(report, merged) &&
    !areStrangers(report, merged) &&
    wordPoints(report, event) === 2 &&
    (overlap(report, merged.date) || sharesEvidence(report, event))
  )
}

/** Nothing but the report's own document tells of the event. */
function isOnlyOf({ by }: Report, { reports }: Compared): boolean {
  return reports.every((other) => other.by.documentId === by.documentId)
}

/** Both say who it is about, and nobody is the same. */
function areStrangers(report: Report, merged: MergedEvent): boolean {
  const [own, other] = [principalsOf(report), principalsOfEvent(merged)]
  return own.length > 0 && other.length > 0 && !own.some((id) => other.includes(id))
}

type RealisGroup = 'happens' | 'not' | 'if'

function realisGroup(realis: Realis): RealisGroup {
  return realis === 'negated' ? 'not' : realis === 'hypothetical' ? 'if' : 'happens'
}

/** Exact dates say most; two vague ones hardly anything, and an open side nothing. */
function datePoints(report: Report, { date }: MergedEvent): number {
  const wider = Math.max(spanDays(report), spanDays(date))
  if (wider <= 1) return 2
  if (wider <= 7) return 1.5
  if (wider <= 31) return 1
  return 0
}

function placesDiffer({ place }: Report, merged: MergedEvent): boolean {
  if (!place || !merged.place) return false
  if (place.country && merged.place.country && place.country !== merged.place.country) return true
  return place.id !== merged.place.id && !isWhole(place.id) && !isWhole(merged.place.id)
}

/** A country contains its places, so that naming it excludes none of them. */
function isWhole(placeId: string): boolean {
  return placeId.startsWith('country:')
}

function placePoints(report: Report, merged: MergedEvent, { telling }: Family): number {
  const { place } = report
  if (place && merged.place && place.id === merged.place.id && !isWhole(place.id)) return telling === 'incident' ? 3 : 2
  const country = place?.country ?? only(report.participants.flatMap(({ actor }) => countryOfId(actor) ?? []))
  const other = merged.place?.country ?? only(merged.participants.flatMap(({ actor }) => countryOfId(actor.id) ?? []))
  if (!country || country !== other) return 0
  return telling === 'rare' ? 3 : 1
}

/** Where the parties say which, one in common says little. */
function principalPoints(report: Report, merged: MergedEvent, { telling }: Family): number {
  const own = principalsOf(report)
  const other = principalsOfEvent(merged)
  const shared = own.filter((id) => other.includes(id)).length
  if (shared === 0) return 0
  if (telling === 'person') return 3.5
  if (telling === 'between') return shared >= 2 ? 3 : 1
  return Math.min(shared, 2)
}

function principalsOfEvent(merged: MergedEvent): string[] {
  return principalsOf({
    type: merged.type,
    participants: merged.participants.map(({ role, actor }) => ({ role, actor: actor.id })),
  })
}

function quoteShare(report: Report, { reports }: Compared): number {
  const own = quotesOf(report.attributes)
  const speakers = principalsOf(report)
  let best = 0
  for (const other of reports) {
    if (!principalsOf(other).some((id) => speakers.includes(id))) continue
    for (const quote of quotesOf(other.attributes)) {
      for (const words of own) best = Math.max(best, sharedShare(words, quote))
    }
  }
  // Nearly all of the shorter one: what differs is punctuation, an ellipsis, a word left out.
  return best >= 0.6 ? 1.25 : 0
}

function sharedQuantity(report: Report, merged: MergedEvent): boolean {
  return Object.entries(report.attributes).some(([name, value]) => {
    const other = merged.attributes[name]
    return isQuantity(value) && isQuantity(other) && value.value === other.value && value.unit === other.unit
  })
}

function only<T>(values: readonly T[]): T | undefined {
  const distinct = [...new Set(values)]
  return distinct.length === 1 ? distinct[0] : undefined
}
