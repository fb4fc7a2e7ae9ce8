import type { EventLog } from '@dateline/event-log'
import type { Cursor } from '@dateline/contract'
import type { View } from '../http/reading.ts'

/** What a list shows: the position, and where it is not the newest, the same to ask the tables with. */
export interface Shown {
  asOf: bigint
  /** Null: as it is now */
  at: bigint | null
}

/**
 * The position that a list shows: the one that its walk began at, or the one asked for by `asOf` (a position or an
 * instant), or the newest. What lies ahead of the tables is not known yet, and shown as it is now.
 */
export async function shownPosition(
  { client, position }: View,
  log: Pick<EventLog, 'positionAt'>,
  cursor: Cursor | null,
  asOf: string | undefined,
): Promise<Shown> {
  const wanted = cursor?.asOf ?? (await askedFor(asOf, log, client))
  return wanted === null || wanted >= position ? { asOf: position, at: null } : { asOf: wanted, at: wanted }
}

async function askedFor(asOf: string | undefined, log: Pick<EventLog, 'positionAt'>, client: View['client']) {
  if (asOf === undefined) return null
  return /^\d+$/.test(asOf) ? BigInt(asOf) : log.positionAt(new Date(asOf), client)
}
