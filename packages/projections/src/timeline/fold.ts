import {
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
import { identify } from '../identity/identify.ts'
import { keysOf } from '../identity/keys.ts'
import { eventBody } from './body.ts'
import { type Report, type ReportedBy, reportOf } from './report.ts'
import { addEvent, type EventState, setReports, type TimelineState } from './state.ts'

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
      const document = opened(documentOf(state, annotation.data.documentId), annotation)
      setDocument(state, document)
      if (annotation.data.events === 0) endAnnotation(state, document, entry.position)
      break
    }
    case 'document.failed': {
      const failure = entry as Entry<DocumentFailed>
      setDocument(state, failed(documentOf(state, failure.data.documentId), failure))
      break
    }
    default:
      if (isEventType(entry.type)) foldEvent(state, entry as Entry<EventReported>)
  }
}

function foldEvent(state: TimelineState, entry: Entry<EventReported>): void {
  const document = documentOf(state, entry.data.documentId)
  const { open } = document
  if (!open || entry.position > BigInt(open.through)) {
    throw new Error(`An event of document ${document.documentId} outside of an annotation`)
  }
  if (!open.outdated) tell(state, reportOf(entry, reportedBy(document, open)))
  if (entry.position === BigInt(open.through)) endAnnotation(state, document, entry.position)
}

/** Finds the event that the report tells of, or makes it, and what the document said of it before gives way. */
function tell(state: TimelineState, report: Report): void {
  const at = state.at ?? report.position
  const { eventId, score } = identify(report, candidatesFor(state, report))
  const known = eventId === null ? undefined : state.events.get(eventId)
  const event = known ?? addEvent(state, derivedId('event', report.entryId), [report], null)
  if (!event) throw new Error('An event without reports')
  state.assigned.set(report.entryId, { report, eventId: event.id, since: at, until: null, why: JSON.stringify(score) })
  state.tally.report(report, 1)
  if (!known) {
    state.tally.event(event.id, null, event.merged)
    pushVersion(state, event, at, { change: 'created', body: eventBody(event.id, event.merged) })
    return
  }
  const earlier = known.reports.filter(({ by }) => by.documentId === report.by.documentId)
  for (const old of earlier) endReport(state, old, at)
  const reports = [...known.reports.filter((other) => !earlier.includes(other)), report]
  update(state, known, reports.sort(byPosition), at)
}

function candidatesFor(state: TimelineState, report: Report): EventState[] {
  const ids = new Set(keysOf(report).sought.flatMap((key) => [...(state.byKey.get(key) ?? [])]))
  for (const event of eventsOf(state, report.by.documentId)) ids.add(event.id)
  return [...ids].flatMap((id) => state.events.get(id) ?? []).filter((event) => event.reports.length > 0)
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
    for (const report of outdated) endReport(state, report, at)
    const left = event.reports.filter((report) => !outdated.includes(report))
    if (left.length > 0) update(state, event, left, at)
    else withdraw(state, event, at, withdrawalOf(outdated, open))
  }
  setDocument(state, annotated(document, open))
}

function withdrawalOf([old]: readonly Report[], { revision, engine }: OpenAnnotation): string {
  if (old && old.by.revision < revision) return `Revision ${revision} of its only document does not say it any more`
  return `${engine} does not find it in its only document any more`
}

function update(state: TimelineState, event: EventState, reports: Report[], at: bigint): void {
  const before = event.merged
  setReports(state, event, reports)
  state.touchedEvents.add(event.id)
  const body = eventBody(event.id, event.merged)
  if (body === event.body) return
  state.tally.event(event.id, before, event.merged)
  pushVersion(state, event, at, { change: 'updated', body })
}

function withdraw(state: TimelineState, event: EventState, at: bigint, reason: string): void {
  state.tally.event(event.id, event.merged, null)
  setReports(state, event, [])
  event.gone = true
  pushVersion(state, event, at, { change: 'withdrawn', body: event.body ?? '', reason })
}

function pushVersion(
  state: TimelineState,
  event: EventState,
  position: bigint,
  {
    change,
    body,
    reason = null,
  }: { change: 'created' | 'updated' | 'withdrawn'; body: string; reason?: string | null },
): void {
  const n = state.numbers.get(position) ?? 0
  state.numbers.set(position, n + 1)
  const previous = state.newest.get(event.id)
  if (previous) previous.until = position
  else if (event.stored) state.replaced.set(event.id, position)
  const gone = change === 'withdrawn' ? change : null
  const version = { position, n, until: null, eventId: event.id, change, gone, reason, merged: event.merged, body }
  state.versions.push(version)
  state.newest.set(event.id, version)
  state.touchedEvents.add(event.id)
  event.body = body
}

function endReport(state: TimelineState, report: Report, at: bigint): void {
  const assigned = state.assigned.get(report.entryId)
  if (assigned) assigned.until = at
  else state.ended.set(report.entryId, at)
  state.tally.report(report, -1)
}

function eventsOf(state: TimelineState, documentId: string): EventState[] {
  const events = [...(state.byDocument.get(documentId) ?? [])].flatMap((id) => state.events.get(id) ?? [])
  // In the order of the log, however they came into memory.
  return events
    .filter(({ reports }) => reports.some(({ by }) => by.documentId === documentId))
    .sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1))
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
    engine: open.engine,
    country: open.country,
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
