import { type Issue, MAX_DOCUMENTS, pointer, ProblemError } from '@dateline/contract'
import type { ItemResult } from '@dateline/intake'

/** The documents of a delivery as they came, one or a batch. */
export interface Delivered {
  documents: unknown[]
  batch: boolean
}

/** Takes a body apart. A body with `documents` is a batch, any other object is a document by itself. */
export function readDelivery(json: unknown): Delivered {
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw unprocessable([{ pointer: '', message: 'must be a document, or an object with `documents`' }])
  if (!Object.hasOwn(json, 'documents')) return { documents: [json], batch: false }
  const { documents, ...others } = json as Record<string, unknown>
  const issues: Issue[] = Object.keys(others).map((name) => ({
    pointer: pointer(name.slice(0, 100)),
    message: 'is not known beside `documents`',
  }))
  if (!Array.isArray(documents)) issues.push({ pointer: '/documents', message: 'must be a list of documents' })
  else if (documents.length === 0) issues.push({ pointer: '/documents', message: 'must hold at least one document' })
  else if (documents.length > MAX_DOCUMENTS)
    issues.push({
      pointer: '/documents',
      message: `holds ${documents.length} documents; ${MAX_DOCUMENTS} are taken at most`,
    })
  else if (issues.length === 0) return { documents: documents as unknown[], batch: true }
  throw unprocessable(issues.slice(0, 50))
}

/**
 * What is answered: what was taken, and of a batch, whose list has the name, what was not. Throws where nothing could
 * be taken.
 */
export function answerOf(results: readonly ItemResult[], list: 'documents' | 'items' | null): object {
  const errors = results.flatMap((result) =>
    result.outcome === 'refused'
      ? result.errors.map((error) => ({
          pointer: list === null ? error.pointer : `/${list}/${result.index}${error.pointer}`,
          message: error.message,
        }))
      : [],
  )
  const data = results.flatMap((result) => {
    if (result.outcome === 'refused') return []
    const { id, status, duplicate, revision, index } = result
    return [{ id, status, duplicate, revision, ...(list === null ? {} : { index }), href: `/v1/documents/${id}` }]
  })
  if (data.length === 0) throw unprocessable(errors)
  return errors.length > 0 ? { data, errors } : { data }
}

function unprocessable(errors: Issue[]): ProblemError {
  return new ProblemError('unprocessable', 'What does not parse is named in `errors`.', { errors })
}
