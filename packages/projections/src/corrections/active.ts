import type { Change, CorrectionMade } from '@dateline/domain'

/** A correction that stands: it was made and not taken back. */
export interface Correction {
  id: string
  position: bigint
  change: Change
  reason: string
  /** Ids of events, actors and documents that it concerns */
  subjects: readonly string[]
}

/** Corrections in memory, and by what they concern. */
export interface Corrections {
  byId: Map<string, Correction>
  bySubject: Map<string, Set<string>>
}

export function noCorrections(): Corrections {
  return { byId: new Map(), bySubject: new Map() }
}

export function correctionOf(id: string, position: bigint, { change, reason }: CorrectionMade): Correction {
  return { id, position, change, reason, subjects: subjectsOf(change) }
}

/** What has to be at hand when the change is made, or when what it concerns changes. */
export function subjectsOf(change: Change): string[] {
  const named = change as Partial<Record<(typeof NAMING)[number], string>>
  return change.kind === 'correction.undo' ? [] : NAMING.flatMap((field) => named[field] ?? [])
}

const NAMING = ['eventId', 'into', 'newEventId', 'actorId', 'newActorId', 'documentId'] as const

export function enterCorrection({ byId, bySubject }: Corrections, correction: Correction): void {
  byId.set(correction.id, correction)
  for (const subject of correction.subjects) {
    const ids = bySubject.get(subject)
    if (ids) ids.add(correction.id)
    else bySubject.set(subject, new Set([correction.id]))
  }
}

export function removeCorrection({ byId, bySubject }: Corrections, id: string): void {
  for (const subject of byId.get(id)?.subjects ?? []) bySubject.get(subject)?.delete(id)
  byId.delete(id)
}

/** Those that concern one of these ids, in the order in which they were made. */
export function concerning({ byId, bySubject }: Corrections, ids: Iterable<string>): Correction[] {
  const found = new Set<string>()
  for (const id of ids) for (const correction of bySubject.get(id) ?? []) found.add(correction)
  return [...found].flatMap((id) => byId.get(id) ?? []).sort((a, b) => (a.position < b.position ? -1 : 1))
}

/** These ids of events, and all that corrections of events tie to them, directly or not. */
export function tiedEvents(corrections: Corrections, ids: Iterable<string>): Set<string> {
  return closure(corrections, ids, 'event.')
}

/** These ids of actors, and all that corrections of actors tie to them, directly or not. */
export function tiedActors(corrections: Corrections, ids: Iterable<string>): Set<string> {
  return closure(corrections, ids, 'actor.')
}

function closure(corrections: Corrections, ids: Iterable<string>, kind: 'event.' | 'actor.'): Set<string> {
  const tied = new Set(ids)
  for (const id of tied) {
    for (const { change, subjects } of concerning(corrections, [id])) {
      if (change.kind.startsWith(kind)) for (const subject of subjects) tied.add(subject)
    }
  }
  return tied
}
