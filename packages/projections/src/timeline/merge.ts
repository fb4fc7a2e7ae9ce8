import {
  type ActorKind,
  type EventPlace,
  type EventType,
  ONTOLOGY,
  type Realis,
  type DatePrecision,
} from '@dateline/domain'
import { dayOf } from '../shared/instants.ts'
import { countryOfId, containersOf } from '../shared/ids.ts'
import { mergeAttributes, type Dispute } from './attributes.ts'
import type { Report } from './report.ts'
import { independentSources } from './sources.ts'
import { spanDays } from './dates.ts'

export interface ActorSummary {
  id: string
  name: string
  kind: ActorKind
}

/** An event as all of its reports together tell it. */
export interface MergedEvent {
  type: EventType
  realis: Realis
  date: { edtf: string; earliest: string | null; latest: string | null; precision: DatePrecision }
  /** Its place in the order of the timeline */
  sortDate: string
  place: EventPlace | null
  participants: { role: string; actor: ActorSummary }[]
  attributes: Record<string, unknown>
  disputed: Dispute[]
  assertedBy: ActorSummary | null
  confidence: number
  documents: number
  /** Independent ones */
  sources: number
  sourceNames: string[]
  /** Milliseconds */
  firstReportedAt: number
  lastReportedAt: number
  countries: string[]
  places: string[]
  /** The report that shows it best */
  best: Report
}

/**
 * Merges the reports of one event: the most precise date, the union of the participants, of each attribute the value
 * that most sources give. `reports` are in order of position, at least one; the result depends on nothing else.
 */
export function mergeReports(reports: readonly Report[]): MergedEvent {
  const [first] = reports
  if (!first) throw new Error('An event without reports')
  const { names, groupOf, count: sources } = independentSources(reports)
  const newest = latestPublished(reports)
  const realis = mergedRealis(reports, newest)
  const type = mostFrequent(reports.map((report) => report.type))
  const firstReportedAt = Math.min(...reports.map((report) => report.publishedAt))
  const date = mergedDate(reports, realis, firstReportedAt)
  const place = mostExactPlace(reports)
  const participants = mergedParticipants(reports, type)
  const { attributes, disputed } = mergeAttributes(type, reports, groupOf)
  const ownVoice = reports.some((report) => report.assertedBy === null)
  const summaries = summariesOf(reports)
  return {
    type,
    realis,
    date,
    sortDate: date.earliest ?? date.latest ?? dayOf(new Date(firstReportedAt)),
    place,
    participants: participants.map(({ role, actor }) => ({ role, actor: summaries(actor) })),
    attributes,
    disputed,
    assertedBy: ownVoice ? null : summaries(mostFrequent(reports.map((report) => report.assertedBy ?? ''))),
    confidence: mergedConfidence(reports, groupOf),
    documents: new Set(reports.map((report) => report.by.documentId)).size,
    sources,
    sourceNames: names,
    firstReportedAt,
    lastReportedAt: newest.publishedAt,
    countries: countriesOf(reports, place, participants),
    places: place ? containersOf(place.id, place.country) : [],
    best: bestReport(reports),
  }
}

/** Whoever tells that it happened knows more than who foretold it; else the newest word holds. */
function mergedRealis(reports: readonly Report[], newest: Report): Realis {
  const happened = reports.filter(({ realis }) => realis === 'actual' || realis === 'ongoing')
  return happened.length > 0 ? latestPublished(happened).realis : newest.realis
}

function mergedDate(reports: readonly Report[], realis: Realis, firstReportedAt: number): MergedEvent['date'] {
  const [best] = [...reports].sort((a, b) => spanDays(a) - spanDays(b) || compareBigint(a.position, b.position))
  const { date, earliest, latest } = best!
  const { edtf, precision } = date
  // What has happened cannot be later than its first report.
  const undated = edtf === 'unknown' && realis === 'actual'
  return { edtf, earliest, latest: undated ? dayOf(new Date(firstReportedAt)) : latest, precision }
}

function mostExactPlace(reports: readonly Report[]): EventPlace | null {
  const places = reports.flatMap(({ place }) => (place ? [place] : []))
  const depth = Math.max(0, ...places.map((place) => containersOf(place.id, place.country).length))
  const exact = places.filter((place) => containersOf(place.id, place.country).length === depth)
  const id = exact.length > 0 ? mostFrequent(exact.map((place) => place.id)) : undefined
  return exact.find((place) => place.id === id) ?? null
}

function mergedParticipants(reports: readonly Report[], type: EventType): { role: string; actor: string }[] {
  const seen = new Map<string, { role: string; actor: string }>()
  for (const { participants } of reports) {
    for (const participant of participants) seen.set(`${participant.role} ${participant.actor}`, participant)
  }
  const roles: readonly string[] = ONTOLOGY[type].roles
  const rank = ({ role }: { role: string }) => (roles.includes(role) ? roles.indexOf(role) : roles.length)
  return [...seen.values()].sort((a, b) => rank(a) - rank(b))
}

/** Names and kinds as most reports of this event have them. */
function summariesOf(reports: readonly Report[]): (id: string) => ActorSummary {
  const refs = reports.flatMap((report) => report.actors)
  return (id) => {
    const own = refs.filter((ref) => ref.id === id)
    if (own.length === 0)
      return { id, name: nameOfId(id), kind: id.startsWith('country:') ? 'government' : 'organization' }
    return { id, name: mostFrequent(own.map((ref) => ref.name)), kind: mostFrequent(own.map((ref) => ref.kind)) }
  }
}

/** `person:jane-doe` → `jane doe`: for an id that no report names. */
function nameOfId(id: string): string {
  return id
    .slice(id.lastIndexOf('/') + 1)
    .replace(/^[a-z]+:/, '')
    .replaceAll('-', ' ')
}

/** Independent sources are independent chances of being right; copies are one. */
function mergedConfidence(reports: readonly Report[], groupOf: (report: Report) => string): number {
  const best = new Map<string, number>()
  for (const report of reports) {
    best.set(groupOf(report), Math.max(best.get(groupOf(report)) ?? 0, report.confidence))
  }
  let wrong = 1
  for (const confidence of best.values()) wrong *= 1 - Math.min(Math.max(confidence, 0), 1)
  return Math.round((1 - wrong) * 1000) / 1000
}

function countriesOf(
  reports: readonly Report[],
  place: EventPlace | null,
  participants: readonly { actor: string }[],
): string[] {
  const countries = new Set<string>()
  if (place?.country) countries.add(place.country)
  for (const { actor } of participants) {
    const country = countryOfId(actor)
    if (country) countries.add(country)
  }
  for (const { place: other, attributes, by, type } of reports) {
    if (other?.country) countries.add(other.country)
    if (type !== 'statement') continue
    // What is said in a report about a country concerns it, wherever the speaker is from.
    const about = typeof attributes['about'] === 'string' ? countryOfId(attributes['about']) : null
    if (about) countries.add(about)
    if (by.country) countries.add(by.country)
  }
  return [...countries].sort()
}

function bestReport(reports: readonly Report[]): Report {
  return reports.reduce((best, report) => (report.confidence > best.confidence ? report : best))
}

function latestPublished(reports: readonly Report[]): Report {
  return reports.reduce((newest, report) => (report.publishedAt >= newest.publishedAt ? report : newest))
}

/** The first of those that occur most often. */
export function mostFrequent<T>(values: readonly T[]): T {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  const most = Math.max(...counts.values())
  for (const [value, count] of counts) if (count === most) return value
  throw new Error('Nothing to count')
}

function compareBigint(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0
}
