import type { CorrectionMade } from '@dateline/domain'
import type { Entry, EventLog } from '@dateline/event-log'

/** Corrections, the latest first: those before a position, or from the end. */
export function listCorrections(
  log: EventLog,
  { before, limit }: { before?: bigint | undefined; limit: number },
): Promise<Entry<CorrectionMade>[]> {
  return log.readBackward({ before, limit, types: ['correction.made'] }) as Promise<Entry<CorrectionMade>[]>
}
