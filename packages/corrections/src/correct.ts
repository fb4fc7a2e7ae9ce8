import type { NewCorrection } from '@dateline/contract'
import {
  canBeUndone,
  type Change,
  type CorrectionMade,
  CORRECTIONS_STREAM,
  derivedId,
  documentStream,
  type DocumentSubmitted,
} from '@dateline/domain'
import type { Entry, NewEntry } from '@dateline/event-log'
import { changeOf } from './changes.ts'
import { isErased, isRetracted } from './document-state.ts'
import { correctionEntry } from './entry.ts'
import { eraseDocument } from './erase.ts'
import { type Author, type CorrectionDeps, type CorrectionResult, refused, unknown } from './types.ts'

/** A document's stream that grows meanwhile is read again this often. */
const RACES = 10

/**
 * Appends a correction to the log, once its target is found and can be corrected so. Durable when it answers; the
 * timeline shows it as soon as the projector has read it.
 */
export async function correct(deps: CorrectionDeps, request: NewCorrection, author: Author): Promise<CorrectionResult> {
  const made = (change: Change): CorrectionMade => ({ change, reason: request.reason, author })
  if ('documentId' in request) return correctDocument(deps, request.kind, request.documentId, made)
  if ('correctionId' in request) return undo(deps, request.correctionId, made)
  const id = derivedId('correction', deps.newId())
  const change = await changeOf(deps, request, id)
  if ('status' in change) return change
  return append(deps, CORRECTIONS_STREAM, 'any', correctionEntry(id, made(change)))
}

async function correctDocument(
  deps: CorrectionDeps,
  kind: 'document.retract' | 'document.erase' | 'document.reprocess',
  documentId: string,
  made: (change: Change) => CorrectionMade,
): Promise<CorrectionResult> {
  const stream = documentStream(documentId)
  const id = derivedId('correction', deps.newId())
  for (let race = 0; race < RACES; race++) {
    const entries = await deps.log.readStream(stream)
    const last = entries.at(-1)
    const submitted = entries.findLast(({ type }) => type === 'document.submitted')
    if (!last || !submitted) return unknown(`There is no document ${documentId}.`)
    if (kind === 'document.erase') {
      const result = await eraseDocument(deps, { documentId, entries, id, made })
      if (result !== 'raced') return result
      continue
    }
    if (isErased(entries)) return refused(`Document ${documentId} was erased.`)
    if (kind === 'document.retract' && isRetracted(entries))
      return refused(`Document ${documentId} is retracted already.`)
    const { revision } = submitted.data as DocumentSubmitted
    const change: Change = kind === 'document.retract' ? { kind, documentId } : { kind, documentId, revision }
    const result = await append(deps, stream, last.version, correctionEntry(id, made(change)))
    if (result.status === 'made' || !isRace(result)) return result
  }
  throw new Error(`document ${documentId} changed ${RACES} times while it was to be corrected`)
}

/** An undo's id is derived from what it takes back, so that nothing is taken back twice. */
async function undo(
  deps: CorrectionDeps,
  correctionId: string,
  made: (change: Change) => CorrectionMade,
): Promise<CorrectionResult> {
  const entry = await deps.log.find(correctionId)
  if (entry?.type !== 'correction.made') return unknown(`There is no correction ${correctionId}.`)
  const { change } = entry.data as CorrectionMade
  if (change.kind === 'correction.undo')
    return refused(`Correction ${correctionId} took one back; make that one again instead.`)
  if (!canBeUndone(change))
    return refused(`A correction of kind ${change.kind} cannot be taken back: what it did is done.`)
  const undone = made({
    kind: 'correction.undo',
    correctionId,
    ...('documentId' in change && { documentId: change.documentId }),
  })
  return append(deps, entry.stream, 'exists', {
    ...correctionEntry(derivedId('correction.undo', correctionId), undone),
    causationId: correctionId,
  })
}

const RACE = 'The document changed meanwhile.'

function isRace(result: CorrectionResult): boolean {
  return result.status === 'refused' && result.message === RACE
}

async function append(
  { log }: CorrectionDeps,
  stream: string,
  expected: 'any' | 'exists' | number,
  entry: NewEntry,
): Promise<CorrectionResult> {
  const result = await log.append({ stream, expected, entries: [entry] })
  if (result.status === 'conflict') return refused(RACE)
  const made = (await log.find(entry.id)) as Entry<CorrectionMade> | null
  if (!made) throw new Error(`the log lost correction ${entry.id}`)
  if (result.status === 'duplicate') return refused(`It was taken back already, by correction ${entry.id}.`)
  return { status: 'made', entry: made }
}
