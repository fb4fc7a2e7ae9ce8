import type { Amendments } from '@dateline/domain'
import { titleOf } from './title.ts'
import type { MergedEvent } from './merge.ts'
import { evidenceOf } from './report.ts'

/** The event in a few words. */
export function eventTitle(event: MergedEvent): string {
  return titleOf({ ...event, told: event.best.evidence[0]?.text })
}

/** The event's JSON as lists show it: with its best piece of evidence. */
export function eventBody(id: string, event: MergedEvent): string {
  return JSON.stringify(bodyOf(id, event))
}

/** The same of an event that was amended: it says what by which correction. */
export function correctedBody(id: string, event: MergedEvent, amendments: readonly Amendment[]): string {
  if (amendments.length === 0) return eventBody(id, event)
  const corrected = amendments.flatMap(({ correctionId, set, reason }) =>
    Object.keys(set).map((field) => ({ field, correctionId, reason })),
  )
  return JSON.stringify({ ...bodyOf(id, event), corrected })
}

/** Values that a correction gave an event. */
export interface Amendment {
  correctionId: string
  set: Amendments
  reason: string
}

function bodyOf(id: string, event: MergedEvent) {
  return {
    id,
    type: event.type,
    title: eventTitle(event),
    date: event.date,
    place: event.place,
    participants: event.participants,
    attributes: event.attributes,
    realis: event.realis,
    assertedBy: event.assertedBy,
    confidence: event.confidence,
    documents: event.documents,
    sources: event.sources,
    firstReportedAt: new Date(event.firstReportedAt).toISOString(),
    lastReportedAt: new Date(event.lastReportedAt).toISOString(),
    evidence: evidenceOf(event.best).slice(0, 1),
    disputed: event.disputed,
  }
}
