import type { Unread } from '@dateline/intake'
import type { Erased } from '../jobs.ts'

/** The submission in a job's data, also where the job does not parse; null: there is none, or no words any more. */
export function submissionIn(data: unknown): Unread | null {
  if (!isObject(data) || !isObject(data['document']) || typeof data['source'] !== 'string') return null
  return { source: data['source'], document: data['document'] }
}

/** What takes the place of a submission's data, so that whoever tries the job again learns why there is nothing to do. */
export function withoutWords({ source }: Unread, documentId: string): Erased {
  return { source, erased: documentId }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
