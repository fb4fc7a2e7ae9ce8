import { score } from '../identity/score.ts'
import { correctedBody } from '../timeline/body.ts'
import { type MergedEvent, mergeReports } from '../timeline/merge.ts'
import type { Report } from '../timeline/report.ts'
import { concerning, type Correction, type Corrections, tiedEvents } from './active.ts'
import { withCorrectedActors } from './actors.ts'
import { amended } from './amend.ts'

/** What identity holds to be one event: its id and its reports, in order of position. */
export interface Cluster {
  id: string
  reports: readonly Report[]
}

/** An event as corrections leave it: still one, part of another, or none. */
export type Shown =
  | { status: 'there'; merged: MergedEvent; body: string }
  | { status: 'merged'; into: string }
  /** By a correction or because nothing tells of it (null: whoever makes it so knows why) */
  | { status: 'withdrawn'; reason: string | null }

export interface View {
  events: Map<string, Shown>
  /** By entry id: the event that the report is shown with, null if none, and the report as corrected */
  reports: Map<string, { eventId: string | null; report: Report }>
}

/**
 * What clusters that corrections tie together are shown as. A pure function of the reports and of the corrections that
 * stand, so that taking one back leaves what would be there without it.
 */
export function viewOf(clusters: readonly Cluster[], corrections: Corrections): View {
  const ids = tiedEvents(
    corrections,
    clusters.map(({ id }) => id),
  )
  const ofEvents = concerning(corrections, ids).filter(({ change }) => change.kind.startsWith('event.'))
  const view: View = { events: new Map(), reports: new Map() }
  const gathered = new Map<string, Report[]>()
  const hidden = new Map<string, string>()
  for (const cluster of clusters) {
    const place = placer(cluster, ofEvents)
    for (const report of cluster.reports) {
      const eventId = place(report)
      const retraction = retractionOf(report, corrections)
      const shown = withCorrectedActors(report, corrections)
      view.reports.set(report.entryId, { eventId: retraction === null ? eventId : null, report: shown })
      if (retraction === null) gathered.set(eventId, [...(gathered.get(eventId) ?? []), shown])
      else hidden.set(eventId, retraction)
    }
  }
  for (const id of ids) {
    const reports = (gathered.get(id) ?? []).sort((a, b) => (a.position < b.position ? -1 : 1))
    view.events.set(id, shownEvent(id, reports, ofEvents, hidden.get(id) ?? null))
  }
  return view
}

function shownEvent(
  id: string,
  reports: readonly Report[],
  corrections: readonly Correction[],
  retraction: string | null,
): Shown {
  const into = destinationOf(id, corrections)
  if (into !== id) return { status: 'merged', into }
  const withdrawal = corrections.find(({ change }) => change.kind === 'event.withdraw' && change.eventId === id)
  if (withdrawal) return { status: 'withdrawn', reason: withdrawal.reason }
  if (reports.length === 0) return { status: 'withdrawn', reason: retraction }
  const amendments = corrections.flatMap(({ id: correctionId, change, reason }) =>
    change.kind === 'event.amend' && change.eventId === id ? [{ correctionId, set: change.set, reason }] : [],
  )
  const merged = amendments.reduce((event, { set }) => amended(event, set), mergeReports(reports))
  return { status: 'there', merged, body: correctedBody(id, merged, amendments) }
}

/** Where merges lead; each leads to what was an event when it was made. */
function destinationOf(id: string, corrections: readonly Correction[]): string {
  return corrections.reduce(
    (at, { change }) => (change.kind === 'event.merge' && change.eventId === at ? change.into : at),
    id,
  )
}

/** Answers for a cluster's reports the event that each belongs to by the merges and splits, in the order they were made. */
function placer({ id, reports }: Cluster, corrections: readonly Correction[]): (report: Report) => string {
  return (report) => {
    let at = id
    for (const { change, position } of corrections) {
      if (change.kind === 'event.merge' && change.eventId === at) at = change.into
      if (
        change.kind === 'event.split' &&
        change.eventId === at &&
        leaves(report, reports, change.documentIds, position)
      ) {
        at = change.newEventId
      }
    }
    return at
  }
}

/** What is reported after a split goes with the half that it is more like. */
function leaves(report: Report, reports: readonly Report[], documentIds: readonly string[], splitAt: bigint): boolean {
  if (documentIds.includes(report.by.documentId)) return true
  if (report.position < splitAt) return false
  const known = reports.filter(({ position, entryId }) => position < splitAt && entryId !== report.entryId)
  const left = known.filter(({ by }) => documentIds.includes(by.documentId))
  const stayed = known.filter(({ by }) => !documentIds.includes(by.documentId))
  return likeness(report, left) > likeness(report, stayed)
}

function likeness(report: Report, reports: readonly Report[]): number {
  if (reports.length === 0) return -1
  const { points, against } = score(report, { reports, merged: mergeReports(reports) })
  return against === null ? points : -1
}

/** Why nothing that the report's document says counts; null: it does. */
function retractionOf({ by }: Report, corrections: Corrections): string | null {
  const [first] = concerning(corrections, [by.documentId]).filter(
    ({ change }) => change.kind === 'document.retract' || change.kind === 'document.erase',
  )
  if (!first) return null
  return `Its only document was ${first.change.kind === 'document.erase' ? 'erased' : `retracted: ${first.reason}`}`
}
