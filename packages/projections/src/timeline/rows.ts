import type { TimelineState } from './state.ts'

/** The report counts no longer from a position on. */
export function endRow(state: TimelineState, entryId: string, at: bigint): void {
  const assigned = state.assigned.get(entryId)
  if (assigned) assigned.until = at
  else state.ended.set(entryId, at)
}

/** The report is shown with another event (null: none) from a position on. */
export function moveRow(state: TimelineState, entryId: string, at: bigint, eventId: string | null): void {
  const assigned = state.assigned.get(entryId)
  if (!assigned) {
    state.moved.push({ entryId, at, eventId })
    return
  }
  if (assigned.since < at) {
    state.passed.push({ ...assigned, until: at })
    assigned.since = at
  }
  assigned.eventId = eventId
}
