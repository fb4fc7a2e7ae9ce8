import type { Report } from '../timeline/report.ts'
import type { EventState, TimelineState } from '../timeline/state.ts'
import { pushVersion } from '../timeline/versions.ts'
import { endRow, moveRow } from '../timeline/rows.ts'
import { tiedEvents } from './active.ts'
import { type Shown, type View, viewOf } from './view.ts'

/** Whether corrections have a say in what the event is shown as. */
export function isCorrected(
  { corrections }: TimelineState,
  { id, reports }: Pick<EventState, 'id' | 'reports'>,
): boolean {
  const { bySubject, byId } = corrections
  if (byId.size === 0) return false
  const has = (subject: string) => (bySubject.get(subject)?.size ?? 0) > 0
  return has(id) || reports.some(({ by, actors }) => has(by.documentId) || actors.some((actor) => has(actor.id)))
}

/**
 * Makes a change to events (named by the ids that identity gives them) or to the corrections that concern them, and
 * brings what is shown of them, and of all that corrections tie to them, from what it was to what it is then.
 *
 * @param reason why an event is withdrawn that nothing tells of any more
 */
export function changeShown(
  state: TimelineState,
  ids: Iterable<string>,
  { at, change, reason }: { at: bigint; change: () => void; reason: string },
): void {
  const touched = [...ids]
  const before = viewOf(clustersOf(state, touched), state.corrections)
  change()
  const after = viewOf(clustersOf(state, [...touched, ...before.events.keys()]), state.corrections)
  showEvents(state, before, after, { at, reason })
  showReports(state, before, after, at)
}

function clustersOf(state: TimelineState, ids: readonly string[]): EventState[] {
  const tied = [...tiedEvents(state.corrections, ids)].sort()
  return tied.flatMap((id) => state.events.get(id) ?? []).filter(({ reports }) => reports.length > 0)
}

function showEvents(
  state: TimelineState,
  before: View,
  after: View,
  { at, reason }: { at: bigint; reason: string },
): void {
  for (const id of [...new Set([...before.events.keys(), ...after.events.keys()])].sort()) {
    const was = before.events.get(id)
    const is: Shown = after.events.get(id) ?? { status: 'withdrawn', reason: null }
    if (is.status === 'there') {
      if (was?.status === 'there' && was.body === is.body) continue
      const change = isNew(state, id, was) ? 'created' : 'updated'
      pushVersion(state, id, at, { change, merged: is.merged, body: is.body })
      state.tally.event(id, was?.status === 'there' ? was.merged : null, is.merged)
    } else if (was?.status === 'there') {
      const { merged, body } = was
      const gone =
        is.status === 'merged'
          ? { change: 'merged' as const, movedTo: is.into }
          : { change: 'withdrawn' as const, reason: is.reason ?? reason }
      pushVersion(state, id, at, { ...gone, merged, body })
      state.tally.event(id, merged, null)
    }
  }
}

/** Whether it has never been an event before. */
function isNew(state: TimelineState, id: string, was: Shown | undefined): boolean {
  const event = state.events.get(id)
  return event ? !event.stored && !state.newest.has(id) : was === undefined
}

function showReports(state: TimelineState, before: View, after: View, at: bigint): void {
  for (const entryId of [...new Set([...before.reports.keys(), ...after.reports.keys()])].sort()) {
    const was = before.reports.get(entryId)
    const is = after.reports.get(entryId)
    const counted = was && was.eventId !== null ? was.report : null
    const counts = is && is.eventId !== null ? is.report : null
    if (namesOf(counted) !== namesOf(counts)) {
      if (counted) state.tally.report(counted, -1)
      if (counts) state.tally.report(counts, 1)
    }
    if (was && !is) endRow(state, entryId, at)
    else if (is && was?.eventId !== is.eventId) moveRow(state, entryId, at, is.eventId)
  }
}

/** What the actors' sums are made of. */
function namesOf(report: Report | null): string {
  return report === null ? '' : JSON.stringify([report.actors, report.participants])
}
