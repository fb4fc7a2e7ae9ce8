import type { CorrectionMade, DocumentAnnotated, DocumentFailed, DocumentSubmitted } from '@dateline/domain'
import type { Entry } from '@dateline/event-log'

/** The entry types that the dispatcher reads. */
export const DISPATCHED_TYPES = [
  'document.submitted',
  'document.annotated',
  'document.failed',
  'correction.made',
] as const

/** A revision that came in, or was asked for again, and is to be annotated. */
export interface Demand {
  documentId: string
  revision: number
  entryId: string
  position: bigint
}

/** Work that ended: all of the document's up to this revision and, of the revision itself, up to this attempt. */
export interface Settlement {
  documentId: string
  revision: number
  attempt: number
}

/** What a page of the log changes in the pending work: first what is settled goes, then what is demanded comes. */
export interface Changes {
  settled: Settlement[]
  demanded: Demand[]
  /** Documents whose words are to be gone */
  erased: string[]
}

/** Larger than any attempt: an annotation settles a revision whatever attempt it came from. */
const ANY_ATTEMPT = 2_147_483_647

/** An erasure settles whatever there is of a document. */
const ANY_REVISION = 2_147_483_647

/** Folds entries in order of position into their net effect: one demand and one settlement a document at most. */
export function foldPage(entries: readonly Entry[]): Changes {
  const demanded = new Map<string, Demand>()
  const settled = new Map<string, Settlement>()
  const erased = new Set<string>()

  const settle = (settlement: Settlement) => {
    const known = settled.get(settlement.documentId)
    if (!known || isLater(settlement, known)) settled.set(settlement.documentId, settlement)
    const demand = demanded.get(settlement.documentId)
    if (demand && demand.revision <= settlement.revision) demanded.delete(settlement.documentId)
  }

  for (const entry of entries) {
    if (entry.type === 'document.submitted') {
      const { documentId, revision } = entry.data as DocumentSubmitted
      demanded.set(documentId, { documentId, revision, entryId: entry.id, position: entry.position })
    } else if (entry.type === 'document.annotated') {
      const { documentId, revision } = entry.data as DocumentAnnotated
      settle({ documentId, revision, attempt: ANY_ATTEMPT })
    } else if (entry.type === 'document.failed') {
      const { documentId, revision } = entry.data as DocumentFailed
      settle({ documentId, revision, attempt: attemptOf(entry) })
    } else if (entry.type === 'correction.made') {
      const { change } = entry.data as CorrectionMade
      if (change.kind === 'document.erase') {
        erased.add(change.documentId)
        settle({ documentId: change.documentId, revision: ANY_REVISION, attempt: ANY_ATTEMPT })
      }
      if (change.kind === 'document.reprocess' && !demanded.has(change.documentId)) {
        const { documentId, revision } = change
        demanded.set(documentId, { documentId, revision, entryId: entry.id, position: entry.position })
      }
    }
  }
  return { settled: [...settled.values()], demanded: [...demanded.values()], erased: [...erased] }
}

function isLater(one: Settlement, other: Settlement): boolean {
  return one.revision > other.revision || (one.revision === other.revision && one.attempt > other.attempt)
}

/** The attempt that failed, so that a retry asked for meanwhile is not taken for it. */
function attemptOf(entry: Entry): number {
  const { attempt } = entry.metadata
  return typeof attempt === 'number' ? attempt : ANY_ATTEMPT
}
