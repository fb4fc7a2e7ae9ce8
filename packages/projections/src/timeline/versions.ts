import type { MergedEvent } from './merge.ts'
import type { TimelineState, Version } from './state.ts'

interface NewVersion {
  change: Version['change']
  merged: MergedEvent
  body: string
  movedTo?: string
  reason?: string | null
}

/** Adds a version of an event: the change number `n` at a position is counted up, the version before ends there. */
export function pushVersion(
  state: TimelineState,
  eventId: string,
  position: bigint,
  { change, merged, body, movedTo, reason = null }: NewVersion,
): void {
  const n = state.numbers.get(position) ?? 0
  state.numbers.set(position, n + 1)
  const event = state.events.get(eventId)
  const previous = state.newest.get(eventId)
  if (previous) previous.until = position
  // Of an event that is no cluster of its own the table knows whether there is one.
  else if (event?.stored !== false) state.replaced.set(eventId, position)
  const gone = change === 'withdrawn' || change === 'merged' ? change : null
  const version: Version = {
    position,
    n,
    until: null,
    eventId,
    change,
    gone,
    movedTo: movedTo ?? null,
    reason,
    merged,
    body,
  }
  state.versions.push(version)
  state.newest.set(eventId, version)
  if (!event) return
  state.touchedEvents.add(eventId)
  event.body = body
}
