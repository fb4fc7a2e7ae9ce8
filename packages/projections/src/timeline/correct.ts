import type { CorrectionMade } from '@dateline/domain'
import type { Entry } from '@dateline/event-log'
import {
  type Correction,
  correctionOf,
  enterCorrection,
  removeCorrection,
  tiedActors,
  tiedEvents,
} from '../corrections/active.ts'
import { changeShown } from '../corrections/apply.ts'
import { reportWithoutWords } from '../corrections/erase.ts'
import { erased, retracted } from '../documents/document.ts'
import { eventsOf, setReports, type TimelineState } from './state.ts'

/** Makes a correction, or takes one back: what is shown follows. */
export function foldCorrection(state: TimelineState, entry: Entry<CorrectionMade>): void {
  const { change } = entry.data
  if (change.kind === 'correction.undo') {
    const correction = state.corrections.byId.get(change.correctionId)
    if (!correction) throw new Error(`There is no correction ${change.correctionId} that could be taken back`)
    correct(state, entry, correction, { reason: 'What made it an event of its own was taken back' }, () => {
      removeCorrection(state.corrections, correction.id)
      state.corrected.undone.set(correction.id, entry.position)
      if (correction.change.kind === 'document.retract')
        retract(state, correction.change.documentId, null, entry.recordedAt)
    })
    return
  }
  const correction = correctionOf(entry.id, entry.position, entry.data)
  correct(state, entry, correction, { reason: entry.data.reason }, () => {
    enterCorrection(state.corrections, correction)
    state.corrected.made.push(correction)
    if (change.kind === 'document.retract') retract(state, change.documentId, correction.id, entry.recordedAt)
    if (change.kind === 'document.erase') erase(state, change.documentId, correction.id, entry.recordedAt)
  })
}

function correct(
  state: TimelineState,
  entry: Entry,
  correction: Correction,
  { reason }: { reason: string },
  change: () => void,
): void {
  if (correction.change.kind === 'actor.merge') state.corrected.redirected = true
  changeShown(state, concernedBy(state, correction), { at: state.at ?? entry.position, change, reason })
}

/** The events that the correction has a say in. */
function concernedBy(state: TimelineState, { change, subjects }: Correction): string[] {
  if (change.kind === 'document.reprocess') return []
  if ('documentId' in change && change.documentId !== undefined)
    return eventsOf(state, change.documentId).map(({ id }) => id)
  if (!('actorId' in change)) return [...tiedEvents(state.corrections, subjects)]
  const actors = tiedActors(state.corrections, subjects)
  return [...state.events.values()]
    .filter(({ reports }) => reports.some((report) => report.actors.some(({ id }) => actors.has(id))))
    .map(({ id }) => id)
}

function retract(state: TimelineState, documentId: string, by: string | null, at: Date): void {
  const document = state.documents.get(documentId)
  if (!document) throw new Error(`Document ${documentId} was never submitted`)
  state.documents.set(documentId, retracted(document, by, at))
  state.touchedDocuments.add(documentId)
}

function erase(state: TimelineState, documentId: string, by: string, at: Date): void {
  retract(state, documentId, by, at)
  const document = state.documents.get(documentId)
  if (document) state.documents.set(documentId, erased(document))
  state.erased.add(documentId)
  for (const event of eventsOf(state, documentId)) {
    const reports = event.reports.map((report) =>
      report.by.documentId === documentId
        ? { ...reportWithoutWords(report), evidence: report.evidence.map((piece) => ({ ...piece, text: '' })) }
        : report,
    )
    setReports(state, event, reports)
    state.touchedEvents.add(event.id)
  }
}
