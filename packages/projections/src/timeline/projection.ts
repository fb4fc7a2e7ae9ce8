import { actorIndexes, actorTables } from '../actors/tables.ts'
import { documentIndexes, documentTables } from '../documents/tables.ts'
import type { Projection } from '../engine/projection.ts'
import { foldEntry } from './fold.ts'
import { loadTimeline } from './load.ts'
import { timelineIndexes, timelineTables } from './tables.ts'
import { writeTimeline } from './write.ts'

/** Events, actors, statements and documents: all that the API reads, in one build. */
export const timeline: Projection = {
  name: 'timeline',
  version: 1,
  tables: (schema) => [...documentTables(schema), ...timelineTables(schema), ...actorTables(schema)],
  indexes: (schema) => [...documentIndexes(schema), ...timelineIndexes(schema), ...actorIndexes(schema)],
  async open(client, schema, entries, at) {
    const state = await loadTimeline(client, schema, entries, at)
    return {
      fold: (entry) => foldEntry(state, entry),
      write: () => writeTimeline(client, schema, state),
    }
  },
  compared: [
    { table: 'timeline', key: ['event_id'], leaveOut: ['position', 'n', 'until', 'change', 'fts'] },
    { table: 'actors', key: ['actor_id'], leaveOut: ['search'] },
    { table: 'documents', key: ['document_id'], leaveOut: ['open'] },
  ],
}

/** Every projection there is. */
export const PROJECTIONS: readonly Projection[] = [timeline]
