import {
  type CorrectionMade,
  type DocumentAnnotated,
  documentStream,
  type DocumentSubmitted,
  type Engine,
} from '@dateline/domain'
import type { Entry, EventLog } from '@dateline/event-log'
import type { Work } from './jobs.ts'

/**
 * How a piece of work stands by what the document's stream says.
 *
 * `open`: still to be done, on what was `submitted`, by an append that expects `version`.
 * `superseded`: a newer revision came, whose own work it is. `annotated`: it is done. `erased`: there is nothing to do.
 * `unknown`: the log has no such revision.
 */
export type Standing =
  | { status: 'open'; version: number; submitted: Entry<DocumentSubmitted> }
  | { status: 'superseded'; by: number }
  | { status: 'annotated' }
  | { status: 'erased' }
  | { status: 'unknown' }

export async function readStanding(log: EventLog, work: Work, engine?: Engine): Promise<Standing> {
  return standingOf(await log.readStream(documentStream(work.documentId)), work, engine)
}

/** `engine`: only its own annotation counts as done; any one's since the work was asked for where left out. */
export function standingOf(stream: readonly Entry[], work: Work, engine?: Engine): Standing {
  let submitted: Entry<DocumentSubmitted> | undefined
  let newest = 0
  let annotated = false
  let demanded = 0
  for (const entry of stream) {
    if (entry.id === work.entryId) demanded = entry.version
    if (entry.type === 'document.submitted') {
      const data = entry.data as DocumentSubmitted
      newest = Math.max(newest, data.revision)
      if (data.revision === work.revision) submitted = entry as Entry<DocumentSubmitted>
    } else if (entry.type === 'document.annotated') {
      const data = entry.data as DocumentAnnotated
      const counts = engine === undefined ? entry.version > demanded : isSame(data.engine, engine)
      annotated ||= data.revision === work.revision && counts
    } else if (entry.type === 'correction.made') {
      if ((entry.data as CorrectionMade).change.kind === 'document.erase') return { status: 'erased' }
    }
  }
  if (submitted === undefined) return { status: 'unknown' }
  if (newest > work.revision) return { status: 'superseded', by: newest }
  if (annotated) return { status: 'annotated' }
  return { status: 'open', version: stream.at(-1)?.version ?? 0, submitted }
}

function isSame(one: Engine, other: Engine): boolean {
  return one.name === other.name && one.version === other.version
}
