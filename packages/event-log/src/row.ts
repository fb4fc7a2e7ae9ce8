import type { Entry } from './types.ts'
import type { Upcaster } from './upcast.ts'

/** What `toEntry` needs of `log.entries`, whatever type parsers the pool has. */
export const COLUMNS = `position::text, id, stream, version, type, schema_version, recorded_at, causation_id,
  correlation_id, data, metadata`

export interface EntryRow {
  position: string
  id: string
  stream: string
  version: number
  type: string
  schema_version: number
  recorded_at: Date
  causation_id: string | null
  correlation_id: string | null
  data: unknown
  metadata: Record<string, unknown>
}

export function toEntry(row: EntryRow, upcast: Upcaster): Entry {
  return upcast({
    position: BigInt(row.position),
    id: row.id,
    stream: row.stream,
    version: row.version,
    type: row.type,
    schemaVersion: row.schema_version,
    recordedAt: row.recorded_at,
    causationId: row.causation_id,
    correlationId: row.correlation_id,
    data: row.data,
    metadata: row.metadata,
  })
}
