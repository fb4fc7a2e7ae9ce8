import type { Entry } from '@dateline/event-log'
import { foldEntry } from '../timeline/fold.ts'
import { noChanges, nothingKnown } from '../timeline/state.ts'
import type { Score } from './score.ts'

export interface Assigned {
  /** The event that the entry was found to tell of */
  eventId: string
  why: Pick<Score, 'points' | 'reasons'>
}

/** Folds a whole log without a database: which event each of its reports was found to tell of, by the entry's id. */
export function assignAll(log: readonly Entry[]): Map<string, Assigned> {
  const state = { ...nothingKnown(), ...noChanges() }
  for (const entry of log) foldEntry(state, entry)
  return new Map(
    [...state.assigned].map(([entryId, { clusterId, why }]) => [
      entryId,
      { eventId: clusterId, why: JSON.parse(why) as Pick<Score, 'points' | 'reasons'> },
    ]),
  )
}
