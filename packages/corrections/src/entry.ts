import { type CorrectionMade, SCHEMA_VERSION } from '@dateline/domain'
import type { NewEntry } from '@dateline/event-log'

export function correctionEntry(id: string, data: CorrectionMade): NewEntry {
  return { id, type: 'correction.made', schemaVersion: SCHEMA_VERSION['correction.made'], data }
}
