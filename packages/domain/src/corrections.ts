import type { EventDate, EventPlace, Realis } from './annotation.ts'

/**
 * `correction.made`: a person says that what the log's reports add up to is wrong. The reports stay; what the read
 * tables make of them changes from here on, until the correction is undone by another one. Corrections of a document
 * stand in its stream, all others in the stream `corrections`.
 */
export interface CorrectionMade {
  change: Change
  reason: string
  author: { id: string; name: string }
}

/** What a correction does. Ids are those that the timeline shows. */
export type Change =
  | { kind: 'event.amend'; eventId: string; set: Amendments }
  | { kind: 'event.withdraw'; eventId: string }
  | { kind: 'event.merge'; eventId: string; into: string }
  /** The reports of these documents are of an event of their own */
  | { kind: 'event.split'; eventId: string; documentIds: string[]; newEventId: string }
  | { kind: 'actor.merge'; actorId: string; into: string }
  /** In these documents it is somebody else */
  | { kind: 'actor.split'; actorId: string; documentIds: string[]; newActorId: string; name: string }
  | { kind: 'actor.rename'; actorId: string; name: string }
  | { kind: 'document.retract'; documentId: string }
  | ({ kind: 'document.erase'; documentId: string } & Erasure)
  /** Its newest revision when this was asked for is annotated again, if the engine has become another one */
  | { kind: 'document.reprocess'; documentId: string; revision: number }
  | { kind: 'correction.undo'; correctionId: string; documentId?: string }

export type ChangeKind = Change['kind']

export const CHANGE_KINDS = [
  'event.amend',
  'event.withdraw',
  'event.merge',
  'event.split',
  'actor.merge',
  'actor.split',
  'actor.rename',
  'document.retract',
  'document.erase',
  'document.reprocess',
  'correction.undo',
] as const satisfies readonly ChangeKind[]

/** Values by dotted path. An attribute that is null is taken away. */
export type Amendments = Partial<{
  realis: Realis
  'date.edtf': EventDate['edtf']
  place: EventPlace | null
  participants: { role: string; actor: string; name: string }[]
}> & { [attribute: `attributes.${string}`]: unknown }

/**
 * What an erasure took out of the log: for each entry the SHA-256 (hexadecimal) of what it says since. The chain covers
 * this, so that an erased entry can be changed no further unseen.
 */
export interface Erasure {
  entries: { position: string; digest: string }[]
  /** Hashes of the texts that were erased; one that another document shares stays */
  texts: string[]
}

export const CORRECTIONS_STREAM = 'corrections'

/** Changes that cannot be taken back: the words are gone, the work was done. */
export function canBeUndone({ kind }: Change): boolean {
  return kind !== 'document.erase' && kind !== 'document.reprocess'
}
