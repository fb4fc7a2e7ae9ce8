import type { CorrectionMade } from '@dateline/domain'
import type { Entry } from '@dateline/event-log'

/** Whether, by the entries of its stream, nothing that the document says counts. */
export function isRetracted(stream: readonly Entry[]): boolean {
  const standing = new Set<string>()
  for (const { id, type, data } of stream) {
    if (type !== 'correction.made') continue
    const { change } = data as CorrectionMade
    if (change.kind === 'document.retract') standing.add(id)
    if (change.kind === 'correction.undo') standing.delete(change.correctionId)
  }
  return standing.size > 0
}

export function isErased(stream: readonly Entry[]): boolean {
  return stream.some(
    ({ type, data }) => type === 'correction.made' && (data as CorrectionMade).change.kind === 'document.erase',
  )
}
