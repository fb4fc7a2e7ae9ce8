import type { EventLog } from '@dateline/event-log'
import type { Cursor } from '@dateline/contract'
import type { View } from '../http/reading.ts'

/** What a list shows: the position, and where it is not the newest, the same to ask the tables with. */
export interface Shown {
  asOf: bigint
  /** Null: as it is now */
  at: bigint | null
}

/** What lies ahead of the tables is not known yet, and shown as it is now. `wanted` null: the newest. */
export function showAt(wanted: bigint | null, position: bigint): Shown {
  return wanted === null || wanted >= position ? { asOf: position, at: null } : { asOf: wanted, at: wanted }
}

/**
 * The position that a list is to show: the one that its walk began at, or the one asked for by `asOf` (a position or an
 * instant); null: the newest.
 */
export async function wantedPosition(
  log: Pick<EventLog, 'positionAt'>,
  cursor: Cursor | null,
  asOf: string | undefined,
  db?: View['client'],
): Promise<bigint | null> {
  if (cursor !== null) return cursor.asOf
  if (asOf === undefined) return null
  return /^\d+$/.test(asOf) ? BigInt(asOf) : log.positionAt(new Date(asOf), db)
}

/** The position that a list shows, of one moment with the tables. */
export async function shownPosition(
  { client, position }: View,
  log: Pick<EventLog, 'positionAt'>,
  cursor: Cursor | null,
  asOf: string | undefined,
): Promise<Shown> {
  return showAt(await wantedPosition(log, cursor, asOf, client), position)
}
