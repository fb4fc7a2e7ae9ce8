import {
  type CorrectionMade,
  derivedId,
  type DocumentAnnotated,
  type DocumentFailed,
  type DocumentSubmitted,
  type EventReported,
  isEventType,
} from '@dateline/domain'
import type { Entry } from '@dateline/event-log'
import {
  annotated,
  type DocumentState,
  failed,
  type OpenAnnotation,
  opened,
  revisionOf,
  submitted,
} from '../documents/document.ts'
import { changeShown, isCorrected } from '../corrections/apply.ts'
import { type Identity, identify } from '../identity/identify.ts'
import { soughtKeys } from '../identity/keys.ts'
import { foldCorrection } from './correct.ts'
import { eventBody } from './body.ts'
import { type Resolved, resolvePeople } from '../people/resolve.ts'
import { type Report, type ReportedBy, reportOf } from './report.ts'
import { withPeople } from '../people/report.ts'
import { endRow } from './rows.ts'
import { addEvent, eventsOf, eventsUnder, type EventState, setReports, type TimelineState } from './state.ts'
import { pushVersion } from './versions.ts'

/** Folds one entry into what is in memory. Entries of types that the timeline does not know are nothing to it. */
export function foldEntry(state: TimelineState, entry: Entry): void {
  switch (entry.type) {
    case 'document.submitted': {
      const submission = entry as Entry<DocumentSubmitted>
      setDocument(state, submitted(state.documents.get(submission.data.documentId), submission))
      break
    }
    case 'document.annotated': {
      const annotation = entry as Entry<DocumentAnnotated>
      const document = opened(documentOf(state, annotation.data.documentId), annotation, (data) =>
        peopleOf(state, data, state.at ?? annotation.position),
      )
      setDocument(state, document)
      if (annotation.data.events === 0) endAnnotation(state, document, entry.position)
      break
    }
    case 'document.failed': {
      const failure = entry as Entry<DocumentFailed>
      setDocument(state, failed(documentOf(state, failure.data.documentId), failure))
      break
    }
    case 'correction.made':
      foldCorrection(state, entry as Entry<CorrectionMade>)
      break
    default:
      if (isEventType(entry.type)) foldEvent(state, entry as Entry<EventReported>)
  }
}

/** Who they are whom the document names. */
function peopleOf(state: TimelineState, data: DocumentAnnotated, since: bigint): ReadonlyMap<string, Resolved> {
  const resolved = resolvePeople(state.people, data, since)
  for (const { id } of resolved.values()) state.touchedPeople.add(id)
  return resolved
}

function foldEvent(state: TimelineState, entry: Entry<EventReported>): void {
  const document = documentOf(state, entry.data.documentId)
  const { open } = document
  if (!open || entry.position > BigInt(open.through)) {
    throw new Error(`An event of document ${document.documentId} outside of an annotation`)
  }
  if (!open.outdated)
    tell(
      state,
      withPeople(reportOf(entry, reportedBy(document, open)), open.actors),
      entry.data.erased?.eventId ?? null,
    )
  if (entry.position === BigInt(open.through)) endAnnotation(state, document, entry.position)
}

/**
 * Finds the event that the report tells of, or makes it, and what the document said of it before gives way.
 *
 * @param was the event that a report whose words were erased was held to be of
 */
function tell(state: TimelineState, report: Report, was: string | null): void {
  const at = state.at ?? report.position
  const { eventId, score, refused } =
    was !== null && state.events.has(was) ? rememberedAs(was) : identify(report, candidatesFor(state, report))
  const known = eventId === null ? undefined : state.events.get(eventId)
  const id = known?.id ?? derivedId('event', report.entryId)
  const why = JSON.stringify({ points: score.points, reasons: score.reasons, refused })
  state.assigned.set(report.entryId, { report, clusterId: id, eventId: id, since: at, until: null, why })
  const earlier = known?.reports.filter(({ by }) => by.documentId === report.by.documentId) ?? []
  const others = known?.reports.filter((other) => !earlier.includes(other)) ?? []
  const reports = [...others, report].sort(byPosition)
  if (isCorrected(state, { id, reports })) {
    const change = () => (known ? retell(state, known, reports) : addEvent(state, id, reports, null))
    changeShown(state, [id], { at, change, reason: NOBODY })
    state.touchedEvents.add(id)
    return
  }
  state.tally.report(report, 1)
  for (const old of earlier) endReport(state, old, at)
  if (known) {
    update(state, known, reports, at)
    return
  }
  const event = addEvent(state, id, reports, null)
  if (!event) throw new Error('An event without reports')
  state.tally.event(id, null, event.merged)
  pushVersion(state, id, at, { change: 'created', merged: event.merged, body: eventBody(id, event.merged) })
}

function rememberedAs(eventId: string): Identity {
  return {
    eventId,
    score: { points: 0, reasons: ['it was held to tell of it before its words were erased'], against: null },
    refused: [],
  }
}

/** Why an event is withdrawn that the change at hand leaves without reports. */
const NOBODY = 'No document tells of it any more'

function candidatesFor(state: TimelineState, report: Report): EventState[] {
  const events = eventsUnder(state, soughtKeys(report))
  for (const event of eventsOf(state, report.by.documentId)) events.add(event)
  return [...events]
}

/** What an earlier annotation of the document said and this one does not is withdrawn. */
function endAnnotation(state: TimelineState, document: DocumentState, position: bigint): void {
  const { open } = document
  if (!open) return
  const at = state.at ?? position
  if (open.outdated) return setDocument(state, { ...document, open: null })
  for (const event of eventsOf(state, document.documentId)) {
    const outdated = event.reports.filter(
      ({ by }) => by.documentId === document.documentId && by.annotation !== open.annotation,
    )
    if (outdated.length === 0) continue
    const left = event.reports.filter((report) => !outdated.includes(report))
    if (isCorrected(state, event)) {
      const change = () => retell(state, event, left)
      changeShown(state, [event.id], { at, change, reason: withdrawalOf(outdated, open) })
      continue
    }
    for (const report of outdated) endReport(state, report, at)
    if (left.length > 0) update(state, event, left, at)
    else withdraw(state, event, at, withdrawalOf(outdated, open))
  }
  setDocument(state, annotated(document, open))
}

function withdrawalOf([old]: readonly Report[], { revision, engine }: OpenAnnotation): string {
  if (old && old.by.revision < revision) return `Revision ${revision} of its only document does not say it any more`
  return `${engine} does not find it in its only document any more`
}

function retell(state: TimelineState, event: EventState, reports: Report[]): void {
  setReports(state, event, reports)
  state.touchedEvents.add(event.id)
}

function update(state: TimelineState, event: EventState, reports: Report[], at: bigint): void {
  const before = event.merged
  retell(state, event, reports)
  const body = eventBody(event.id, event.merged)
  if (body === event.body) return
  state.tally.event(event.id, before, event.merged)
  pushVersion(state, event.id, at, { change: 'updated', merged: event.merged, body })
}

function withdraw(state: TimelineState, event: EventState, at: bigint, reason: string): void {
  const { merged, body } = event
  state.tally.event(event.id, merged, null)
  retell(state, event, [])
  pushVersion(state, event.id, at, { change: 'withdrawn', merged, body: body ?? '', reason })
}

function endReport(state: TimelineState, report: Report, at: bigint): void {
  endRow(state, report.entryId, at)
  state.tally.report(report, -1)
}

function reportedBy(document: DocumentState, open: OpenAnnotation): ReportedBy {
  const revision = revisionOf(document, open.revision)
  return {
    documentId: document.documentId,
    revision: open.revision,
    annotation: open.annotation,
    source: document.source,
    url: revision.url,
    title: revision.title,
    published: revision.publishedAt,
    textHash: revision.textHash,
    sketch: open.sketch,
    engine: open.engine,
    country: open.country,
    names: open.names,
  }
}

function documentOf(state: TimelineState, id: string): DocumentState {
  const document = state.documents.get(id)
  if (!document) throw new Error(`Document ${id} was never submitted`)
  return document
}

function setDocument(state: TimelineState, document: DocumentState): void {
  state.documents.set(document.documentId, document)
  state.touchedDocuments.add(document.documentId)
}

function byPosition(a: Report, b: Report): number {
  return a.position < b.position ? -1 : 1
}
