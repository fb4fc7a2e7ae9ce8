import type { Entry } from '@dateline/event-log'

/** An entry as the interface shows it. */
export function entryView(entry: Entry): Record<string, unknown> {
  return {
    position: entry.position.toString(),
    id: entry.id,
    stream: entry.stream,
    version: entry.version,
    type: entry.type,
    schemaVersion: entry.schemaVersion,
    recordedAt: entry.recordedAt.toISOString(),
    causationId: entry.causationId,
    correlationId: entry.correlationId,
    data: entry.data,
    metadata: entry.metadata,
  }
}
